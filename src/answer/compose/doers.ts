import type { KnowledgeBase } from '../../knowledge/knowledge-base.ts';
import { type Constraint, isLetter, type Role } from '../../reading/query.ts';
import type { Given } from '../given.ts';
import { DEEDS } from './denials.ts';
import { type Point, SUBJECTS } from './points.ts';
import { stands, wordingsOf } from './wordings.ts';

/** Whose deed a statement tells: that of whom the question names, somebody else’s, or it is not plain. */
export type Whose = 'own' | 'other' | 'open';

/** A clause in its language with the ids of those it opens with, people and countries: nobody where it tells of all or it is not plain. */
type Clause = { readonly doers: readonly string[]; readonly text: string };

type Asked = Pick<Constraint, 'role' | 'anyOf' | 'label'>;
const ASKED: ReadonlySet<Role> = new Set([...SUBJECTS, ...DEEDS]);

/**
 * "Did Austin ask for measures" of "Hayashi asked for measures and Austin promised to take them": the clauses that say the most of it tell whose
 * deed it was. What they all did each of them did, but it was none of them who did it.
 */
export function whoseDeed({ consultation, outcome }: Point, given: Given): Whose {
  const { doers = [], isSole = false } = given.query.doer ?? {};
  const seats = consultation.participants;
  // 米側: whoever spoke for it.
  const isOwn = (id: string) =>
    doers.includes(id) ||
    (doers.length === 0 && id !== STRANGER) ||
    seats.some(
      ({ person, country }) => (person === id && doers.includes(country)) || (country === id && doers.includes(person)),
    );
  const names = namesAt(seats, given.knowledge);
  const clauses = [inJapanese(outcome.ja, names), inEnglish(outcome.en, names)];
  if (clauses.flat().some((each) => each.doers.length > 0)) return byClauses(clauses, isOwn, outcome.topics, given);
  const [only, ...more] = outcome.by ?? [];
  if (only === undefined || more.length > 0) return isSole ? 'open' : 'own';
  return isOwn(only) ? 'own' : 'other';
}

function byClauses(
  clauses: readonly (readonly Clause[])[],
  isOwn: (id: string) => boolean,
  topics: readonly string[],
  given: Given,
): Whose {
  const { query, found } = given;
  /** How many of some demands those clauses say whose doers fit. */
  const told = (is: (ids: readonly string[]) => boolean) => {
    const of = (some: readonly Clause[] = []) => some.flatMap(({ doers, text }) => (is(doers) ? text : [])).join(' ');
    const both = { ja: of(clauses[0]), en: of(clauses[1]) };
    return (some: readonly Asked[]) =>
      some.filter((each) => wordingsOf(each, given).some((one) => stands(one, both))).length;
  };
  const own = told((ids) => ids.some(isOwn));
  const others = told((ids) => ids.length > 0 && !ids.some(isOwn));
  const all = told((ids) => ids.length === 0);
  const isAsked = (each: Constraint) => ASKED.has(each.role) && !each.negated && !isLetter(each);
  const asked = query.constraints.filter((each) => isAsked(each) && !found.dropped.includes(each));
  const deeds = asked.filter(({ role, isDeed }) => DEEDS.has(role) || isDeed === true);
  const subjects = asked.filter((each) => !deeds.includes(each));
  const isSole = query.doer?.isSole === true;
  if (all(asked) >= Math.max(own(asked), others(asked))) return isSole ? 'open' : 'own';
  const telling = own(deeds) === others(deeds) ? subjects : deeds;
  // "And Trump agreed": to what stands before. What names a subject of its own is of that.
  const isOfBefore = () => own(topics.map((id) => ({ role: 'topic', anyOf: [id], label: '' }))) === 0;
  if (own(telling) >= others(telling)) return own(subjects) > 0 || isOfBefore() ? 'own' : 'open';
  return own(subjects) === 0 && (isSole || deeds.length === 0 || others(deeds) > 0) ? 'other' : 'open';
}

type Seats = Point['consultation']['participants'];
type Name = { readonly name: string; readonly ids: readonly string[] };
type Names = { readonly [Language in 'ja' | 'en']: readonly (readonly Name[])[] };

/** What those at the table are called in statements: by their names, else by their offices, else by their countries. */
function namesAt(seats: Seats, { people, countries }: KnowledgeBase): Names {
  const of = (language: 'ja' | 'en'): readonly (readonly Name[])[] => [
    seats.map(({ person }) => ({ name: people.get(person)?.family[language] ?? '', ids: [person] })),
    seats.flatMap(({ person, office }) => {
      const [title = ''] = office[language].match(TITLE[language]) ?? [];
      return title === '' ? [] : { name: title, ids: [person] };
    }),
    [...new Set(seats.map(({ country }) => country))].flatMap((id) => {
      const { names, short, aliases } = countries.get(id) ?? {};
      const called = [names, short, aliases].flatMap((each) => each?.[language] ?? []);
      return called.map((name) => ({ name, ids: [id] }));
    }),
  ];
  return { ja: of('ja'), en: of('en') };
}

/** Somebody in office who was not at the table. */
const STRANGER = '';
const RANKED = /(?:大統領|長官|大臣|局長|次官|省)$|\b(?:Secretary|Minister|Department|Ministry)\b/;
const TITLE = {
  ja: /大統領|長官|大臣|総理|補佐官|局長|議長|司令官|代表$/,
  en: /President|Secretary|Minister|Commander/,
};

/** Whom a subject names; of those of one office everybody who holds it. */
function idsIn(subject: string, names: readonly (readonly Name[])[]): readonly string[] {
  // 日本側の負担 is no doing of Japan's.
  const isCalled = (name: string, at: number) =>
    name !== '' && subject.includes(name) && (at < 2 || /^(?:側|政府|代表)?$|[A-Za-z]/.test(subject.replace(name, '')));
  const meant = names.map((some, at) => some.filter(({ name }) => isCalled(name, at)));
  const ids = meant.find((some) => some.length > 0)?.flatMap((each) => each.ids) ?? [];
  return ids.length === 0 && RANKED.test(subject) ? [STRANGER] : ids;
}

/** Each part between commas with whom the last subject before or in it names; what stands before the first subject is said of it as well. */
function inJapanese(text: string, { ja: names }: Names): readonly Clause[] {
  return text.split('。').flatMap((sentence) => {
    let doers: readonly string[] = [];
    let isTopic = false;
    const clauses = sentence.split('、').map((clause) => {
      for (const { 0: found, 1: noun = '', 2: particle, index } of clause.matchAll(SUBJECT)) {
        const ids = idsIn(noun, names);
        const isOfNoun = particle === 'が' && OF_NOUN.test(clause.slice(index + found.length));
        if (ids.length === 0 || (isOfNoun && isTopic)) continue;
        doers = isOfNoun ? [] : ids;
        isTopic ||= particle === 'は';
        break;
      }
      return { doers, text: clause };
    });
    const first = clauses.findIndex((each) => each.doers.length > 0);
    return clauses.map((each, at) => (at < first ? { ...each, doers: clauses[first]?.doers ?? [] } : each));
  });
}

/** From each "Hayashi asked", "they agreed" to the next. */
function inEnglish(text: string, { en: names }: Names): readonly Clause[] {
  const words = text.split(' ');
  const starts = words.flatMap((word, at) => {
    const from = DONE.test(word) ? subjectBefore(words, at) : at;
    const subject = words.slice(from, at).join(' ');
    const ids = idsIn(subject, names);
    return ids.length > 0 || ALL.test(subject) ? [{ from, doers: ids }] : [];
  });
  return starts.map(({ from, doers }, at) => ({
    doers,
    text: words.slice(at === 0 ? 0 : from, starts[at + 1]?.from).join(' '),
  }));
}

/** Where the subject of the verb at `at` begins; there where it has none of its own, or is told of: "said that Japan would". */
function subjectBefore(words: readonly string[], at: number): number {
  const last = words.findLastIndex((word, place) => place < at && !BESIDE.has(word));
  const begins = words.findLastIndex(
    (word, place) => place <= last && (!IN_SUBJECT.test(word) || (place < last && ENDS.test(word))),
  );
  return BARRED.has(words[begins] ?? '') ? at : begins + 1;
}

const DONE = /^(?:[a-z]+ed|gave|said|told|took|spoke|sought|held|had|set|paid|made|went|will|would|undertook)\b/;
const BESIDE: ReadonlySet<string> = new Set(['also', 'again', 'then']);
const BARRED: ReadonlySet<string> = new Set('said that which whom by with to of for from'.split(' '));
const IN_SUBJECT = /^(?:[A-Z]|d[’'][a-z]|the$|and$|they$|both$|sides$|two$|three$|four$|leaders$|ministers$)/;
const ENDS = /[,;:]$|[a-z]{3}\.$/;
const ALL = /\b(?:[Tt]hey|[Bb]oth|sides|two|three|four|leaders|ministers)$/;
/** A subject right before its particle. */
const SUBJECT = /([^をにはがもでへのか]{1,20})(は|が|も|から(?!の))/g;
/** "Which the U.S. announced": 米国が発表した引上げ. */
const OF_NOUN = /[たる](?:こと|もの|よう|ため|[\p{Script=Han}\p{Script=Katakana}「])/u;
