import type { Lexicon } from '../lexicon/lexicon.ts';
import { constraintCount, tell } from './carry-over.ts';
import type { Reading } from './interpret.ts';
import type { Question } from './question.ts';
import { numberedRecords } from './resolve/ordinals.ts';
import { neighbourOf, successionIn } from './resolve/succession.ts';

/** What is asked of one meeting can be asked of another. */
export const KEPT_BESIDE: ReadonlySet<Question['intent']> = new Set(['who', 'when', 'where', 'what']);

const PRONOUN = /\b(?:he|she|him|her)\b|その人|この人|同氏|彼(?!ら)|彼女(?!ら)/i;
const THERE =
  /\b(?:they|he|she|there|it|that meeting|the (?:minister|secretary|president|prime minister|leaders|ministers|two|both|sides?))\b|何か|その(?:場|会談|会合|協議|時|とき)|そこで|両者|両首脳|両大臣|大臣は|(?:は|について(?:は|も)?)[?？]?$/i;
const STATEMENT =
  /\b(?:was|were|is|are) (?:there )?(?:a |any |the )?(?:joint )?(?:statements?|documents?|communiqu[eé]s?)\b|(?:共同声明|共同発表|文書)(?:は|が|も)(?:出|発表|発出|公表|あ)/i;

const REPLY = /\b(?:answer|reply|replied|respond|response)/i;

/**
 * Follow-ups that point at what the answer before was about: a successor, "he", the meeting with another number, a subject within the one
 * meeting shown, its documents. `undefined` for every other question.
 */
export function pointing(
  fresh: Question,
  reading: Reading,
  previous: Question,
  lexicon: Lexicon,
): Question | undefined {
  if (previous.intent === 'help' || previous.manner === 'out-of-scope' || previous.choices.length > 0) return undefined;
  return (
    successorOf(fresh, previous, lexicon) ??
    withPronoun(fresh, previous, lexicon) ??
    numberedNext(fresh, reading, previous, lexicon) ??
    withinMeeting(fresh, reading, previous, lexicon)
  );
}

/** Whom an answer was about: the people named, whoever came before or after them, or those of the one meeting shown. */
function peopleOf(previous: Question, lexicon: Lexicon): readonly string[] {
  if (previous.succession === undefined) {
    const [record, ...others] = answeredBy(previous, lexicon);
    if (previous.people.length > 0 || record === undefined || others.length > 0) return previous.people;
    return record.participants.map(({ person }) => person);
  }
  const found = neighbourOf(previous.people[0], previous.offices, previous.succession, lexicon);
  return found ? [found.person] : [];
}

/** 「後任は？」, "and his successor?". */
function successorOf(fresh: Question, previous: Question, lexicon: Lexicon): Question | undefined {
  const succession = successionIn(fresh.text);
  if (succession === undefined || constraintCount(fresh) > 0 || fresh.period !== null) return undefined;
  const people = peopleOf(previous, lexicon);
  if (people.length !== 1) return undefined;
  const offices = previous.offices;
  return { ...fresh, intent: 'who', manner: 'plain', people, offices, succession, terms: '', followsUp: true };
}

/** "How many times did he meet Iwaya?": one of those just spoken of, and whoever is named beside him. */
function withPronoun(fresh: Question, previous: Question, lexicon: Lexicon): Question | undefined {
  if (!PRONOUN.test(fresh.text) || fresh.people.length !== 1) return undefined;
  const countryOf = (id: string | undefined) => (id ? lexicon.knowledge.people.get(id)?.country : undefined);
  const [named] = fresh.people;
  const meant = peopleOf(previous, lexicon).filter((id) => id !== named && countryOf(id) !== countryOf(named));
  const [other] = meant;
  if (other === undefined || meant.length > 1) return undefined;
  const asked: Question = { ...fresh, people: [other, ...fresh.people], followsUp: true };
  return tell(asked, { ...previous, people: [other] }, lexicon, []);
}

/** 第3回は？, "and the third one?" after a meeting of a numbered kind; `undefined` also for a number that is not on record. */
function numberedNext(fresh: Question, reading: Reading, previous: Question, lexicon: Lexicon): Question | undefined {
  if (constraintCount(fresh) > 0 || fresh.period !== null) return undefined;
  const kinds = answeredBy(previous, lexicon).map((one) => one.framework);
  const frameworks = [...new Set(previous.frameworks.length > 0 ? previous.frameworks : kinds)];
  const ids = numberedRecords(reading, frameworks, lexicon);
  if (ids.length === 0 || frameworks.length > 1) return undefined;
  const kept = KEPT_BESIDE.has(previous.intent) ? previous.intent : ('when' as const);
  const asked = reading.cues.intent === 'first' ? null : reading.cues.intent;
  const { order: _order, skip: _skip, ...own } = fresh;
  const next: Question = {
    ...own,
    terms: '',
    intent: asked ?? kept,
    manner: 'plain',
    frameworks,
    consultations: ids,
    followsUp: true,
  };
  return tell(next, previous, lexicon, []);
}

/** 「拉致問題については？」, "what did the minister say about Okinawa?", "was a joint statement issued?" after an answer on one meeting. */
function withinMeeting(fresh: Question, reading: Reading, previous: Question, lexicon: Lexicon): Question | undefined {
  const [record, ...others] = answeredBy(previous, lexicon);
  if (record === undefined || others.length > 0 || fresh.period !== null || fresh.order !== undefined) return undefined;
  const { people, frameworks, places, countries, documents, topics } = fresh;
  const speaker = record.participants.find(({ person }) => people.length === 1 && person === people[0]);
  if (speaker && REPLY.test(fresh.text) && topics.length === 0 && previous.topics.length > 0) {
    const reply = { ...fresh, intent: 'what', people: [], topics: previous.topics, by: [speaker.country] } as const;
    return tell({ ...reply, consultations: [record.id], terms: '', followsUp: true }, previous, lexicon, [record.id]);
  }
  if (people.length + frameworks.length + places.length + countries.length + documents.length > 0) return undefined;
  const only = { offices: [], consultations: [record.id], terms: '', manner: 'plain' as const, followsUp: true };
  if (topics.length === 0) {
    if (record.documents.length === 0 || !STATEMENT.test(fresh.text)) return undefined;
    return tell({ ...fresh, ...only, intent: 'what', by: undefined }, previous, lexicon, [record.id]);
  }
  const isOn = record.outcomes.some((outcome) => topics.some((topic) => outcome.topics.includes(topic)));
  const isPlain = reading.cues.intent === null || reading.cues.intent === 'what' || fresh.manner === 'yes-no';
  if (
    !isOn ||
    !isPlain ||
    !THERE.test(fresh.text) ||
    /\b(?:ever|else|other)\b|これまで|今まで|他に|ほかに/i.test(fresh.text)
  )
    return undefined;
  const asked: Question = { ...fresh, ...only, manner: fresh.manner === 'yes-no' ? 'yes-no' : 'plain', intent: 'what' };
  return tell(asked, previous, lexicon, [record.id]);
}

function answeredBy(previous: Question, { knowledge }: Lexicon) {
  const ids = previous.answered ?? previous.consultations;
  return knowledge.consultations.filter(({ id }) => ids.includes(id));
}
