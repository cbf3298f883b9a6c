import type { Person } from '../../knowledge/schema.ts';
import type { Question } from '../../question/question.ts';
import { formatPeriod } from '../../time/format.ts';
import type { Composing, Draft } from '../draft.ts';
import { recordsOf, termLines } from './define.ts';
import { wordsFor } from './lines.ts';

/** Whether a question asks who held a post, and not whom its holder met. */
export function asksForHolder(question: Question): boolean {
  const asksWho = question.intent === 'who' || question.intent === 'define' || question.manner === 'yes-no';
  if (question.offices.length === 0 || !asksWho) return false;
  if (question.holder) return true;
  if (question.frameworks.length + question.topics.length + question.levels.length + question.consultations.length > 0)
    return false;
  if (question.places.length + (question.venueCountries ?? []).length > 0) return false;
  return (
    question.terms === '' &&
    !/\b(?:meet|met|meeting|attend\w*|talk\w*|call\w*|visit\w*|join(?:ed|s|ing)?\b|participa\w*|consult\w*)\b|会|協議|出席|参加|面談|訪/i.test(
      question.text,
    )
  );
}

const TERM =
  /\bhow long (?:was|has|had|did|is) [^?]{2,60}(?:\b(?:prime minister|president|secretary|minister|in (?:office|power)|serve|hold)\b)|\b(?:term|tenure|time) (?:of|in) office\b|在任期間(?!中)|在職期間(?!中)|任期(?:は|を|って|[?？。]|$)|いつからいつまで[^?？]{0,14}(?:大臣|長官|総理|首相|大統領|務め|在任)|何年間?[^?？]{0,8}(?:大臣|長官|総理|首相|大統領)/i;

/** "How long was Kishida prime minister?", 岸大臣の在任期間は: one person's terms, in the post asked about if one is; `undefined` otherwise. */
export function composeTerm(composing: Composing): Draft | undefined {
  const { question, knowledge } = composing;
  const [id, ...others] = question.people;
  const person = id === undefined || others.length > 0 ? undefined : knowledge.people.get(id);
  if (person === undefined || !TERM.test(question.text) || question.frameworks.length > 0) return undefined;
  const asked = person.offices.filter(({ post }) => question.offices.includes(post));
  const [headline, ...lines] = [...(asked.length > 0 ? asked : person.offices)]
    .sort((a, b) => ((a.from ?? '') < (b.from ?? '') ? 1 : -1))
    .flatMap((office) => termLines(person, office, composing));
  if (headline === undefined) return undefined;
  const consultations = knowledge.consultations
    .filter(({ participants }) => participants.some((one) => one.person === person.id))
    .map((one) => one.id)
    .reverse();
  return { status: 'answered', headline, lines, notes: [], consultations: consultations.slice(0, 20) };
}

/** Who held a post in a period, as far as terms and records show; `undefined` where nobody is on record. */
export function composeHolders(composing: Composing): Draft | undefined {
  const { question, knowledge, language } = composing;
  const { period } = question;
  const held: { person: Person; office: Person['offices'][number] }[] = [];
  for (const person of knowledge.people.values()) {
    for (const office of person.offices) {
      // "Is Hegseth still Secretary of Defense?" asks of one holder alone.
      if (question.manner === 'yes-no' && question.people.length > 0 && !question.people.includes(person.id)) continue;
      const fits =
        question.offices.includes(office.post) &&
        (period?.to == null || (office.from ?? '') <= period.to) &&
        (period?.from == null || (office.to ?? '9') >= period.from);
      if (fits) held.push({ person, office });
    }
  }
  held.sort((a, b) => ((a.office.from ?? '') < (b.office.from ?? '') ? 1 : -1));
  const { say } = wordsFor(composing);
  const terms = held.map(({ person, office }) => ({ person, office, lines: termLines(person, office, composing) }));
  const told = terms.filter(({ lines }) => lines.length > 0);
  const [latest] = told;
  if (latest === undefined) return undefined;
  const names = [...new Set(told.map(({ person }) => person.names[language]))].reverse();
  // Asked without a time, the latest on record comes first and is what is meant.
  const all = told.flatMap(({ lines }) => lines);
  const [headline, ...lines] =
    period === null || names.length < 2
      ? all
      : [
          {
            text: say.holders(latest.office[language], formatPeriod(period, language), names),
            references: all.flatMap(({ references }) => references),
            consultation: null,
          },
          ...[...all].reverse(),
        ];
  if (headline === undefined) return undefined;
  const ids = new Set(held.flatMap(({ person, office }) => recordsOf(person, office, composing)).map(({ id }) => id));
  const consultations = knowledge.consultations
    .filter(({ id }) => ids.has(id))
    .map(({ id }) => id)
    .reverse();
  return { status: 'answered', headline, lines, notes: [], consultations: consultations.slice(0, 20) };
}
