import type { Bilingual } from '../language/language.ts';
import { formatPeriod } from '../language/time/format.ts';
import type { Reading } from './interpret.ts';
import type { Entity, Lexicon } from './lexicon.ts';
import type { Question } from './question.ts';
import { consultationSpan, overlaps, shiftDays } from './spans.ts';

/** Most records that "it" can mean. */
const MOST_ANSWERED = 20;

/** The question of an answer, as the next question in the conversation needs it: with what the answer rested on. */
export function asPrevious(answer: {
  readonly question: Question;
  readonly consultations: readonly string[];
}): Question {
  return { ...answer.question, answered: answer.consultations.slice(0, MOST_ANSWERED) };
}

/** The kinds of constraint that a follow-up replaces or keeps one by one. */
const KINDS = [
  'people',
  'frameworks',
  'topics',
  'countries',
  'documents',
  'offices',
  'places',
  'formats',
  'levels',
] as const;
type Kind = (typeof KINDS)[number];

/**
 * `fresh` completed from the question before where it leans on it ("and in 2024?", 場所は？, "only the ministers"); `fresh`
 * itself when it is a complete question. What was carried over is told in `understood`.
 */
export function mergeFollowUp(fresh: Question, reading: Reading, previous: Question, lexicon: Lexicon): Question {
  const how = leaning(fresh, reading, previous, lexicon);
  if (how === 'none') return fresh;
  const scoped = { ...fresh, manner: fresh.manner === 'out-of-scope' ? ('plain' as const) : fresh.manner };
  if (how === 'before' || how === 'after') return neighbour(scoped, reading, previous, lexicon, how);
  if (how === 'subject') return sameSubject(scoped, reading, previous, lexicon);
  return changed(scoped, reading, previous, lexicon, how === 'narrows');
}

type Leaning = Reading['cues']['leans'];

function leaning(fresh: Question, reading: Reading, previous: Question, lexicon: Lexicon): Leaning {
  const { cues } = reading;
  if (
    previous.intent === 'help' ||
    previous.manner === 'out-of-scope' ||
    (fresh.intent === 'help' && reading.text !== '' && cues.intent === 'help')
  )
    return 'none';
  if (reading.text === '' || previous.choices.length > 0) return 'none';
  const own = constraintCount(fresh);
  const hasTime = fresh.period !== null || fresh.order !== undefined;
  const isDefinition = fresh.intent === 'define' && cues.intent === 'define';
  const asks = cues.intent !== null && cues.intent !== 'first' && cues.intent !== 'latest';
  if (cues.leans === 'before' || cues.leans === 'after') return own > 0 && hasTime && asks ? 'none' : cues.leans;
  if (cues.manner === 'next' && cues.leans === 'subject' && own === 0) return 'after';
  if (isDefinition && own > 0) return 'none';
  // A question with its own word, subject and time stands alone, however it begins.
  const isComplete = asks && hasTime && own > 0;
  if (cues.leans === 'narrows') return 'narrows';
  if (cues.leans === 'extends')
    return isComplete ? 'none' : own === 0 && !hasTime && fresh.terms === '' ? 'subject' : 'extends';
  if (cues.manner === 'source' && own === 0) return 'subject';
  if (cues.leans === 'subject')
    return isComplete || (fresh.frameworks.length > 0 && fresh.order !== undefined) ? 'none' : 'subject';
  if (own === 0 && fresh.terms === '') {
    // "Who attended the first one?" has an order but no time of its own.
    if (fresh.period === null) return asks || !hasTime ? 'subject' : 'extends';
    return asks ? 'none' : 'extends';
  }
  if (refersToMeeting(fresh, reading, previous, lexicon)) return 'subject';
  const isFragment =
    cues.intent === null &&
    cues.manner === 'plain' &&
    own <= 1 &&
    fresh.terms === '' &&
    reading.text.length <= 24 &&
    /[?？]$|は[?？]?$/.test(reading.text);
  return isFragment ? 'extends' : 'none';
}

/** "Who attended the summit?" after an answer that rests on one summit. */
function refersToMeeting(fresh: Question, reading: Reading, previous: Question, lexicon: Lexicon): boolean {
  const answered = previous.answered ?? [];
  if (answered.length === 0 || answered.length > 3 || fresh.period !== null || fresh.order !== undefined) return false;
  if (reading.cues.intent === null || !/\bthe F\b(?!s)/.test(reading.masked)) return false;
  return answered.every((id) => {
    const record = lexicon.knowledge.consultations.find((one) => one.id === id);
    return record !== undefined && fresh.frameworks.includes(record.framework);
  });
}

function constraintCount(question: Question): number {
  return (
    KINDS.reduce((sum, kind) => sum + (question[kind].length > 0 ? 1 : 0), 0) +
    (question.acts.length > 0 && question.topics.length > 0 ? 0 : 0)
  );
}

/** "Where was it?", 誰が出席した？: the same records, another thing asked of them. */
function sameSubject(fresh: Question, reading: Reading, previous: Question, lexicon: Lexicon): Question {
  const answered = previous.answered ?? previous.consultations;
  if (asksForAll(fresh, reading)) return allOver(fresh, reading, previous, lexicon);
  const restricts = fresh.people.length + fresh.frameworks.length + fresh.places.length + fresh.countries.length > 0;
  const isAboutPeople = /\b(?:they|them|he|she|him|her|his|their)\b|彼|両者/.test(reading.masked);
  const searchesAgain = fresh.period !== null || fresh.order !== undefined || (isAboutPeople && restricts);
  const onlyPeople = searchesAgain && isAboutPeople && previous.people.length > 0;
  const merged = carry(fresh, reading, previous, onlyPeople ? ['people'] : KINDS, false, lexicon);
  if (searchesAgain) return tell(merged, previous, lexicon, []);
  const more = fresh.more === true;
  const { order: _order, ...rest } = merged;
  const isListAgain = more && fresh.intent !== 'who' && reading.cues.intent === null;
  if (answered.length === 0 || isListAgain)
    return tell({ ...merged, answered, followsUp: true }, previous, lexicon, []);
  // "What was agreed?" after a question on Taiwan asks for everything agreed there.
  const asksAnew = fresh.intent === 'what' && fresh.manner === 'plain' && fresh.topics.length === 0;
  const kept = { ...rest, terms: fresh.terms, ...(asksAnew ? { topics: [] } : {}) };
  return tell({ ...kept, consultations: answered }, previous, lexicon, answered);
}

/** "List them", 経緯は？, "how many?" ask about everything that fits, not about the one record just shown. */
function asksForAll(fresh: Question, reading: Reading): boolean {
  const { intent, manner } = reading.cues;
  return (
    fresh.order === undefined &&
    (manner === 'development' || intent === 'list' || intent === 'count' || intent === 'compare') &&
    manner !== 'yes-no'
  );
}

function allOver(fresh: Question, reading: Reading, previous: Question, lexicon: Lexicon): Question {
  const { order: _order, limit: _limit, ...merged } = carry(fresh, reading, previous, KINDS, false, lexicon);
  // One record just shown is no list.
  const consultations = previous.consultations.length > 1 ? previous.consultations : [];
  return tell({ ...merged, consultations }, previous, lexicon, []);
}

/** "And in 2024?", "what about AMRAAM?", "only the ministers": the same question with a part changed or added. */
function changed(fresh: Question, reading: Reading, previous: Question, lexicon: Lexicon, adds: boolean): Question {
  const isDefinition = previous.intent === 'define' && reading.cues.intent === null;
  const merged = carry(fresh, reading, previous, isDefinition ? [] : KINDS, adds, lexicon);
  const fitted = isDefinition || adds || !hasRecord(previous, lexicon) ? merged : relax(merged, fresh, lexicon);
  return tell(fitted, previous, lexicon, []);
}

/** "The one before?", その次は？: the neighbour in time of what was answered. */
function neighbour(
  fresh: Question,
  reading: Reading,
  previous: Question,
  lexicon: Lexicon,
  side: 'before' | 'after',
): Question {
  const ids = previous.answered ?? previous.consultations;
  const records = lexicon.knowledge.consultations.filter((one) => ids.includes(one.id));
  const record = side === 'before' ? records[0] : records.at(-1);
  const merged = carry(fresh, reading, previous, KINDS, false, lexicon);
  if (!record) return tell(merged, previous, lexicon, []);
  const span = consultationSpan(record);
  // "When did they meet again?": of two who met, both are meant.
  const both = record.participants.length === 2 ? record.participants.map((one) => one.person) : [];
  const isMeeting = /\bmeet\b|\bmet\b|\bthey\b|会っ|会談し|彼ら|両者/.test(reading.masked);
  const people = merged.people.length === 0 && isMeeting ? both : merged.people;
  const frameworks = merged.frameworks.length > 0 || people.length > 0 ? merged.frameworks : [record.framework];
  const next: Question = {
    ...merged,
    people,
    frameworks: merged.people.length === 0 && people.length > 0 ? [] : frameworks,
    topics: isMeeting && fresh.topics.length === 0 ? [] : merged.topics,
    terms: '',
    manner: side === 'before' ? 'previous' : 'next',
    intent:
      reading.cues.intent ??
      (KEPT_BESIDE.has(previous.intent) ? previous.intent : side === 'before' ? 'latest' : 'first'),
    order: side === 'before' ? 'latest' : 'first',
    period:
      side === 'before' ? { from: null, to: shiftDays(span.from, -1) } : { from: shiftDays(span.to, 1), to: null },
    consultations: [],
  };
  return tell(next, previous, lexicon, []);
}

/** What is asked of one meeting can be asked of the one beside it. */
const KEPT_BESIDE: ReadonlySet<Question['intent']> = new Set(['who', 'when', 'where', 'what']);

/** `fresh` with what it does not say itself taken from `previous`, for the kinds given. `adds`: both hold. */
function carry(
  fresh: Question,
  reading: Reading,
  previous: Question,
  kinds: readonly Kind[],
  adds: boolean,
  lexicon: Lexicon,
): Question {
  const { cues } = reading;
  const keepsIntent = cues.intent === null && cues.manner !== 'source';
  const swapsTopic = fresh.topics.length > 0 || fresh.documents.length > 0;
  const pick = (kind: Kind): readonly string[] => {
    const own = fresh[kind];
    if (adds && kind !== 'levels') return [...new Set([...previous[kind], ...own])];
    if (kind === 'people' && own.length === 1 && kinds.includes('people'))
      return swapped(previous.people, own, lexicon);
    if (own.length > 0) return own;
    // A framework and a level say the same thing in two ways; so do a person and a post.
    if (kind === 'levels' && fresh.frameworks.length > 0) return [];
    if (kind === 'offices' && fresh.people.length > 0) return [];
    if (kind === 'people' && fresh.offices.length > 0 && !adds) return [];
    if (kind === 'frameworks' && (fresh.countries.length > 0 || fresh.members)) return [];
    if (kind === 'topics' && fresh.documents.length > 0) return [];
    return kinds.includes(kind) ? previous[kind] : [];
  };
  const picked = Object.fromEntries(KINDS.map((kind) => [kind, pick(kind)]));
  const carriesAll = kinds.length > 0;
  const hasOwnPeriod = fresh.period !== null || fresh.impossible.length > 0;
  return {
    ...fresh,
    // Every key of KINDS is present and each value comes from a question.
    ...(picked as Pick<Question, Kind>),
    intent: keepsIntent ? previous.intent : fresh.intent,
    manner: keepsIntent && fresh.manner === 'plain' ? carriedManner(previous) : fresh.manner,
    also: keepsIntent ? previous.also : fresh.also,
    period: hasOwnPeriod || !carriesAll ? fresh.period : previous.period,
    otherPeriod: hasOwnPeriod || !carriesAll ? fresh.otherPeriod : previous.otherPeriod,
    acts: fresh.acts.length > 0 ? fresh.acts : keepsIntent && carriesAll ? previous.acts : [],
    terms: fresh.terms !== '' ? fresh.terms : swapsTopic || !carriesAll ? '' : previous.terms,
    ...optional('order', fresh.order ?? (keepsIntent && carriesAll ? previous.order : undefined)),
    ...optional('limit', fresh.limit ?? (keepsIntent && carriesAll ? previous.limit : undefined)),
    ...optional(
      'members',
      fresh.members ?? (carriesAll && fresh.countries.length === 0 ? previous.members : undefined),
    ),
    ...optional('venueCountries', fresh.venueCountries ?? (carriesAll ? previous.venueCountries : undefined)),
    ...optional('peopleMatch', fresh.people.length > 0 ? fresh.peopleMatch : previous.peopleMatch),
    ...optional('by', fresh.by ?? (keepsIntent && carriesAll ? previous.by : undefined)),
    followsUp: true,
  };
}

/** "How about Ishiba?" after a question on Kishida and Biden puts Ishiba in Kishida's place: who is of the same country goes. */
function swapped(before: readonly string[], own: readonly string[], lexicon: Lexicon): readonly string[] {
  if (before.length < 2) return own;
  const countryOf = (id: string | undefined) => (id ? lexicon.knowledge.people.get(id)?.country : undefined);
  const kept = before.filter((id) => countryOf(id) !== countryOf(own[0]));
  return kept.length < before.length ? [...kept, ...own] : own;
}

function carriedManner(previous: Question): Question['manner'] {
  return previous.manner === 'source' ||
    previous.manner === 'coverage' ||
    previous.manner === 'next' ||
    previous.manner === 'previous'
    ? 'plain'
    : previous.manner;
}

function optional<Key extends string, Value>(key: Key, value: Value | undefined): Partial<Record<Key, Value>> {
  // The literal key makes this exactly the one-entry record promised.
  return value === undefined ? {} : ({ [key]: value } as Record<Key, Value>);
}

/** Lets go of carried constraints that no record meets together with the new ones: first people, then places, then time. */
function relax(merged: Question, fresh: Question, lexicon: Lexicon): Question {
  const onlyTimeIsNew = constraintCount(fresh) === 0;
  if (onlyTimeIsNew) return merged;
  let question = merged;
  const drop: readonly (Kind | 'period')[] = ['places', 'formats', 'people', 'frameworks', 'levels', 'period'];
  for (const kind of drop) {
    if (hasRecord(question, lexicon)) return question;
    if (kind === 'period') {
      // Another person had another time in office; another framework in the same month is a fair question.
      if (fresh.period === null && fresh.people.length > 0) question = { ...question, period: null, otherPeriod: null };
    } else if (fresh[kind].length === 0) question = { ...question, [kind]: [] };
  }
  return hasRecord(question, lexicon) ? question : merged;
}

function hasRecord(question: Question, lexicon: Lexicon): boolean {
  return lexicon.knowledge.consultations.some((one) => {
    const present = one.participants.map((other) => other.person);
    const level = lexicon.knowledge.frameworks.get(one.framework)?.level;
    const placed = one.place === undefined ? [] : [one.place.en];
    return (
      (question.period === null || overlaps(consultationSpan(one), question.period)) &&
      (question.frameworks.length === 0 || question.frameworks.includes(one.framework)) &&
      (question.people.length === 0 ||
        (question.peopleMatch === 'any'
          ? question.people.some((id) => present.includes(id))
          : question.people.every((id) => present.includes(id)))) &&
      (question.places.length === 0 || placed.some((place) => question.places.includes(place))) &&
      (question.formats.length === 0 || question.formats.some((format) => format === one.format)) &&
      (question.levels.length === 0 || (level !== undefined && question.levels.includes(level)))
    );
  });
}

/** Adds the line that says what was carried over. */
function tell(question: Question, previous: Question, lexicon: Lexicon, records: readonly string[]): Question {
  const parts: Bilingual[] = [];
  const only = records.length === 1 ? lexicon.knowledge.consultations.find((one) => one.id === records[0]) : undefined;
  if (only) parts.push(only.title);
  else if (records.length > 1)
    parts.push({ ja: `前の回答の${records.length}件`, en: `the ${records.length} records of the answer before` });
  else {
    if (question.period && question.period === previous.period) {
      parts.push({ ja: formatPeriod(question.period, 'ja'), en: formatPeriod(question.period, 'en') });
    }
    for (const entity of carriedEntities(question, previous)) parts.push(lexicon.label(entity));
  }
  if (parts.length === 0) return question;
  const shown = parts.slice(0, 4);
  const line = {
    ja: `前の質問から引き継いだ条件:${shown.map((part) => part.ja).join('、')}`,
    en: `Carried over: ${shown.map((part) => part.en).join('; ')}`,
  };
  return { ...question, understood: [...question.understood, line] };
}

function carriedEntities(question: Question, previous: Question): readonly Entity[] {
  const kinds = [
    ['people', 'person'],
    ['frameworks', 'framework'],
    ['topics', 'topic'],
    ['countries', 'country'],
    ['documents', 'document'],
    ['offices', 'office'],
  ] as const;
  return kinds.flatMap(([kind, entity]) =>
    question[kind].filter((id) => previous[kind].includes(id)).map((id): Entity => ({ kind: entity, id })),
  );
}
