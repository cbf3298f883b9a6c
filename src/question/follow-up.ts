import type { Lexicon } from '../lexicon/lexicon.ts';
import { consultationSpan, shiftDays } from '../time/spans.ts';
import { KEPT_BESIDE, pointing } from './beside.ts';
import { carry, constraintCount, hasRecord, KINDS, relax, tell } from './carry-over.ts';
import type { Reading } from './interpret.ts';
import type { Question } from './question.ts';

/** Most records that "it" can mean. */
const MOST_ANSWERED = 20;

/** The question of an answer, as the next question in the conversation needs it: with what the answer rested on. */
export function asPrevious(answer: {
  readonly question: Question;
  readonly consultations: readonly string[];
}): Question {
  return { ...answer.question, answered: answer.consultations.slice(0, MOST_ANSWERED) };
}

/**
 * `fresh` completed from the question before where it leans on it ("and in 2024?", 場所は？, "only the ministers"); `fresh`
 * itself when it is a complete question. What was carried over is told in `understood`.
 */
export function mergeFollowUp(fresh: Question, reading: Reading, previous: Question, lexicon: Lexicon): Question {
  // "Newest first" alone puts the same answer in another order.
  if (fresh.sort && fresh.period === null && fresh.terms === '' && constraintCount(fresh) === 0 && !isHelp(previous))
    return {
      ...previous,
      text: fresh.text,
      language: fresh.language,
      sort: fresh.sort,
      understood: [],
      followsUp: true,
    };
  const moved = movedPeriod(fresh.text, previous);
  if (moved && fresh.period === null && constraintCount(fresh) === 0)
    return changed({ ...fresh, terms: '', period: moved }, reading, { ...previous, consultations: [] }, lexicon, false);
  const pointed = pointing(fresh, reading, previous, lexicon);
  if (pointed) return pointed;
  const how = leaning(fresh, reading, previous, lexicon);
  if (how === 'none') return fresh;
  const scoped = { ...fresh, manner: fresh.manner === 'out-of-scope' ? ('plain' as const) : fresh.manner };
  if (how === 'before' || how === 'after') return neighbour(scoped, reading, previous, lexicon, how);
  if (how === 'subject') return sameSubject(scoped, reading, previous, lexicon);
  return changed(scoped, reading, previous, lexicon, how === 'narrows');
}

const isHelp = ({ intent, manner }: Question): boolean => intent === 'help' || manner === 'out-of-scope';

/** 翌年は？, "and the year before?": the period of the question before, moved by one unit; `undefined` for anything else. */
function movedPeriod(text: string, { period }: Question): Question['period'] | undefined {
  const japanese =
    /^(?:では|じゃあ)?、?(?:その)?(翌|前の?|次の|一つ前の)(年|月|週|日)(?:は|について|の場合)?(?:どう(?:です)?か?)?[?？。\s]*$/.exec(
      text,
    );
  const english =
    /^\W*(?:and |what about |how about )*the (?:(year|month|week|day) (before|after)|(next|following|previous) (year|month|week|day))\W*$/i.exec(
      text,
    );
  if ((!japanese && !english) || !period?.from || !period.to) return undefined;
  const isBack = japanese ? /前/.test(japanese[1] ?? '') : /before|previous/i.test(english?.[2] ?? english?.[3] ?? '');
  const unit = japanese
    ? { 年: 'years', 月: 'months', 週: 'weeks', 日: 'days' }[japanese[2] ?? '']
    : `${(english?.[1] ?? english?.[4] ?? '').toLowerCase()}s`;
  if (unit === undefined) return undefined;
  const isMonths = unit === 'years' || unit === 'months';
  const move = (day: string) => Temporal.PlainDate.from(day).add({ [unit]: isBack ? -1 : 1 });
  const to = move(period.to);
  // The last day of a month stays the last day of a month.
  const isLast = isMonths && Temporal.PlainDate.from(period.to).add({ days: 1 }).day === 1;
  return { from: move(period.from).toString(), to: (isLast ? to.with({ day: to.daysInMonth }) : to).toString() };
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
  // "And the next summit?" is the one after the meeting just shown.
  if (cues.manner === 'next' && cues.leans === 'extends' && own === 1 && fresh.frameworks.length > 0) return 'after';
  // "When did the three leaders meet next?" is told by what was just shown; "when is the next summit?" by today.
  const hasMet =
    cues.manner === 'next' && /\bdid\b|次に(?:会|開)/.test(reading.masked) && previous.answered?.length === 1;
  if (hasMet && own === 1 && fresh.frameworks.length > 0) return 'after';
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
  if (refersToMeeting(fresh, reading, previous, lexicon) || asksOfStatement(reading, previous)) return 'subject';
  if (own === 1 && asksWhetherThere(fresh, reading, previous)) return 'subject';
  if (own === 1 && asks && !hasTime && fresh.terms === '' && tookPart(fresh.countries, previous, lexicon))
    return 'subject';
  const isFragment =
    cues.intent === null &&
    cues.manner === 'plain' &&
    own <= 1 &&
    fresh.terms === '' &&
    reading.text.length <= 24 &&
    /[?？]$|は[?？]?$/.test(reading.text);
  return isFragment ? 'extends' : 'none';
}

/** 「共同声明では中国について何と」: the statement of the meeting just shown. */
function asksOfStatement({ text, mentions }: Reading, { answered = [] }: Question): boolean {
  return (
    answered.length > 0 &&
    mentions.length === 0 &&
    /^\W*(?:(?:in|what does|what did|does|did|and) )*the (?:joint )?(?:statement|communiqu[eé]|readout|fact sheet)\b|^(?:共同声明|共同発表|声明|共同文書|ファクトシート)(?:で|に|の中で)/i.test(
      text,
    )
  );
}

/** "Was AMRAAM mentioned?" after an answer that rests on one meeting or two. */
function asksWhetherThere(fresh: Question, { masked }: Reading, { answered = [] }: Question): boolean {
  return (
    fresh.manner === 'yes-no' &&
    fresh.topics.length > 0 &&
    fresh.period === null &&
    fresh.order === undefined &&
    answered.length > 0 &&
    answered.length <= 2 &&
    !/\bever\b|\bbefore\b|これまで|今まで|一度でも|かつて|過去/.test(masked)
  );
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

/** 「豪州の出席者は？」 after an answer that rests on meetings where Australia was. */
function tookPart(countries: readonly string[], { answered = [] }: Question, lexicon: Lexicon): boolean {
  if (countries.length !== 1 || answered.length === 0 || answered.length > 3) return false;
  return answered.every((id) =>
    lexicon.knowledge.consultations
      .find((one) => one.id === id)
      ?.participants.some(({ country }) => country === countries[0]),
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
  // 「ミサイル防衛」, then 「2023年は？」: not what it is, but what there was on it.
  if (isDefinition && constraintCount(fresh) === 0) {
    const intent = previous.topics.length + previous.documents.length > 0 ? ('what' as const) : ('list' as const);
    return tell(
      carry({ ...fresh, intent }, reading, { ...previous, intent }, KINDS, adds, lexicon),
      previous,
      lexicon,
      [],
    );
  }
  const carried = carry(fresh, reading, previous, isDefinition ? [] : KINDS, adds, lexicon);
  // "Who attended?", then アムラームは？: a subject where none was asks what was said of it.
  const bringsSubject =
    reading.cues.intent === null &&
    previous.topics.length === 0 &&
    fresh.topics.length > 0 &&
    constraintCount(fresh) === 1;
  const merged =
    bringsSubject && ['who', 'when', 'where'].includes(previous.intent)
      ? { ...carried, intent: 'what' as const, also: [] }
      : carried;
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
  const isMeeting = /\bmeet\b|\bmet\b|\bthey\b|会っ|会談し|彼ら|両者|(?:前|次)の(?:会談|会合|協議|F)/.test(
    reading.masked,
  );
  const people = merged.people.length === 0 && isMeeting ? both : merged.people;
  // "The next trilateral summit" is of the same partners.
  const isSameKind = fresh.frameworks.length > 1 && fresh.frameworks.includes(record.framework);
  const frameworks =
    isSameKind || (merged.frameworks.length === 0 && people.length === 0) ? [record.framework] : merged.frameworks;
  const next: Question = {
    ...merged,
    people,
    frameworks: merged.people.length === 0 && people.length > 0 ? [] : frameworks,
    // The meeting before or after was most likely held elsewhere.
    places: fresh.places,
    topics: (isMeeting || fresh.frameworks.length > 0) && fresh.topics.length === 0 ? [] : merged.topics,
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
