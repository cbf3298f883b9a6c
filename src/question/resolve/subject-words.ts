import type { Reading } from '../interpret.ts';
import type { Intent, Question } from '../question.ts';
import type { Vocabulary } from '../scope.ts';

/** Intents whose answer lies in the structure of records, so that words no record uses are asides and not a subject. */
const STRUCTURAL: ReadonlySet<Intent> = new Set(['who', 'when', 'where', 'count', 'list', 'first', 'latest']);

/** 「どの米軍基地で」 asks for a place and names none. */
const KIND_OF_PLACE = /(?:基地|施設|都市|ホテル|会場|空港|島|州|bases?|hotels?|facilit(?:y|ies)|towns?)$/;

/** "Which U.S. commanders" asks for people and names none. */
const KIND_OF_PERSON = /^(?:commanders?|generals?|admirals?|officers?|dignitar(?:y|ies)|司令官|将官|要人|高官)$/;

/** The free words that a question is about: asides fall away where people, meetings or places already tell what is meant. */
export function subjectTerms(
  reading: Reading,
  intent: Intent,
  subject: Pick<Question, 'people' | 'frameworks' | 'offices' | 'places'>,
  hasUnknownName: boolean,
  vocabulary: Vocabulary,
): readonly string[] {
  const { terms, text, masked } = reading;
  const hasStructure =
    subject.people.length + subject.frameworks.length + subject.offices.length + subject.places.length > 0;
  if (!hasStructure || hasUnknownName || ABOUT.test(masked)) return terms;
  const isSubject = (term: string) => vocabulary.has(term) || looksLikeName(text, term);
  if (intent === 'who') return terms.filter((term) => !KIND_OF_PERSON.test(term) && isSubject(term));
  if (intent === 'where') return terms.filter((term) => !KIND_OF_PLACE.test(term) && isSubject(term));
  // "The main takeaways of his visit" are no subject either; "what did they say of Zeppelins" names one.
  return STRUCTURAL.has(intent) || intent === 'what' ? terms.filter(isSubject) : terms;
}

/** Brings in a subject. "On July 29" and "call on the minister" do not. */
const ABOUT =
  /\b(?:about|regarding|concerning|mention(?:ed|ing)?|discuss(?:ed|ing)?|raised?|brought up|came? up|over|re)\b|\bon (?:the |a )?[a-z]|について|に関|をめぐ|言及|議論|触れ|議題|話題|取り上げ|提起/;

/** A term in the asker's own capitals. */
export function asTyped(text: string, term: string): string {
  const at = text.toLowerCase().indexOf(term);
  return at < 0 ? term : text.slice(at, at + term.length);
}

/** A word that no record holds but that is written as a name: capitalised within a sentence, or 〜さん, 〜と, in katakana. */
function looksLikeName(text: string, term: string): boolean {
  const at = text.toLowerCase().indexOf(term);
  if (at < 0) return false;
  if (/^[a-z]/.test(term)) return /^\p{Lu}\p{Ll}/u.test(text.slice(at)) && (at > 0 || text.length < 40);
  return (
    /^[\p{Script=Katakana}ー]{3,}$/u.test(term) ||
    /^(?:と|・|氏|さん|首相|総理|大統領|大臣|長官|外相)/.test(text.slice(at + term.length))
  );
}

/** 「防衛相会談で合意されたデータ共有とは」 asks of words that nothing linked, and not what the meeting is. */
export function explainsFreeWords({ text, links, terms }: Reading): boolean {
  const at = text.indexOf('とは');
  const last = terms.at(-1);
  if (at <= 0 || last === undefined || links.length === 0) return false;
  return text.slice(0, at).toLowerCase().endsWith(last) && links.every((link) => link.end < at);
}
