import type { Definition, Person, Reference } from '../../knowledge/schema.ts';
import { blankQuestion } from '../../question/blank.ts';
import type { Question } from '../../question/question.ts';
import type { Evidence } from '../../retrieval/evidence.ts';
import type { Language } from '../../text/language.ts';
import { overlaps, periodOfEventDate } from '../../time/calendar.ts';
import { formatDate } from '../../time/format.ts';
import type { Composing, Draft, Line } from '../draft.ts';
import { countryName } from '../told.ts';
import { byDate, meetingLine, outcomeLine, wordsFor } from './lines.ts';

/** Outcomes shown under a topic's definition. */
const mostOutcomes = 3;
/** How far below the best a record may score and still speak of the topic as plainly. */
const nearlyAsGood = 0.1;

type Part = { readonly lines: readonly Line[]; readonly consultations: readonly string[] };

/** What a framework, topic, document or person is, from definitions and records; `undefined` where the record explains none of them. */
export function composeDefine(composing: Composing): Draft | undefined {
  const { question } = composing;
  const parts = [
    ...question.frameworks.map((id) => framework(id, composing)),
    ...question.documents.map((id) => document(id, composing)),
    ...question.topics.map((id) => topic(id, composing)),
    ...question.people.map((id) => person(id, composing)),
  ].filter((part) => part.lines.length > 0);
  const [headline, ...lines] = parts.flatMap((part) => part.lines);
  if (headline === undefined) return undefined;
  return {
    status: 'answered',
    headline,
    lines,
    notes: [],
    consultations: [...new Set(parts.flatMap((part) => part.consultations))],
  };
}

function framework(id: string, composing: Composing): Part {
  const { knowledge, language } = composing;
  const { say } = wordsFor(composing);
  const entry = knowledge.frameworks.get(id);
  if (entry === undefined) return nothing;
  const name = entry.names[language];
  const first = entry.definition[0]?.sources ?? [];
  return {
    lines: [
      ...definitionLines(name, entry.definition, composing),
      ...(entry.members === undefined
        ? []
        : [{ text: say.members(name, entry.members[language]), references: first, consultation: null }]),
      ...standing((entry.short ?? entry.names)[language], { frameworks: [id] }, composing),
    ],
    consultations: latestIds({ frameworks: [id] }, composing),
  };
}

function document(id: string, composing: Composing): Part {
  const { knowledge, language } = composing;
  const { say } = wordsFor(composing);
  const entry = knowledge.documents.get(id);
  if (entry === undefined) return nothing;
  const references = entry.definition[0]?.sources ?? [];
  const name = entry.names[language];
  return {
    lines: [
      ...definitionLines(name, entry.definition, composing),
      ...(entry.date === undefined || says(entry.definition, entry.date.slice(0, 4), language)
        ? []
        : [{ text: say.documentDated(name, formatDate(entry.date, language)), references, consultation: null }]),
    ],
    consultations: [],
  };
}

/** Whether an explanation gives the year already. */
function says(definitions: readonly Definition[], year: string, language: Language): boolean {
  return definitions.some((each) => each[language].includes(year));
}

function topic(id: string, composing: Composing): Part {
  const { knowledge, language } = composing;
  const { say, tell } = wordsFor(composing);
  const entry = knowledge.topics.get(id);
  if (entry === undefined) return nothing;
  const latest = [...byDate(mostAbout(find({ topics: [id] }, composing)))].reverse().slice(0, mostOutcomes);
  return {
    lines: [
      ...definitionLines(entry.labels[language], entry.definition, composing),
      ...latest.flatMap(({ consultation, outcomes }) =>
        outcomes
          .slice(0, 1)
          .map(({ outcome }) => outcomeLine(say.framed(tell(consultation), outcome[language]), outcome, consultation)),
      ),
    ],
    consultations: latest.map(({ consultation }) => consultation.id),
  };
}

/** Those that speak of the topic itself, by its name, rather than of something that falls under it. Best first, as found. */
function mostAbout(found: readonly Evidence[]): readonly Evidence[] {
  const best = found[0]?.score ?? 0;
  const about = found.filter(({ score }) => score >= best - nearlyAsGood);
  return about.length >= mostOutcomes ? about : found.slice(0, mostOutcomes);
}

function person(id: string, composing: Composing): Part {
  const { knowledge, language } = composing;
  const { say, tell } = wordsFor(composing);
  const entry = knowledge.people.get(id);
  if (entry === undefined) return nothing;
  const { period } = composing.question;
  const met = byDate(find({ people: [id], period }, composing));
  const latest = met.at(-1);
  if (period !== null && officesIn(entry, composing.question).length === 0) return nothing;
  return {
    lines: [
      ...officesIn(entry, composing.question).flatMap((office) => termLines(entry, office, composing)),
      ...(latest === undefined
        ? []
        : [
            meetingLine(
              say.personMet(entry.names[language], met.length, tell(latest.consultation)),
              latest.consultation,
            ),
          ]),
    ],
    consultations: [...met].reverse().map(({ consultation }) => consultation.id),
  };
}

/** The present post first; asked when somebody took office, in order of time and the post asked about alone. */
function officesIn(person: Person, question: Question): Person['offices'] {
  const { period } = question;
  const offices = person.offices.filter(
    ({ from = null, to = null }) => period === null || overlaps(period, { from, to }),
  );
  if (question.intent !== 'when') return [...offices].reverse();
  const asked = offices.filter(({ post }) => question.offices.includes(post));
  return asked.length > 0 ? asked : offices;
}

/** The records of one term: who held a post twice appears in it twice, and not in between. */
export function recordsOf(entry: Person, office: Person['offices'][number], { knowledge }: Composing) {
  const term = { from: office.from ?? null, to: office.to ?? null };
  return knowledge.consultations.filter(({ date, participants }) => {
    const isHere = participants.some((each) => each.person === entry.id && each.office.en === office.en);
    return isHere && overlaps(term, periodOfEventDate(date));
  });
}

/** One person's term in one post. Without sources of its own it is what the records show, cited by the first and last of them. */
export function termLines(entry: Person, office: Person['offices'][number], composing: Composing): readonly Line[] {
  const { knowledge, language } = composing;
  const { say } = wordsFor(composing);
  const records = recordsOf(entry, office, composing);
  const ends = [records[0], records.at(-1)].filter((each) => each !== undefined);
  const references: readonly Reference[] =
    office.sources ?? ends.flatMap(({ sources }) => sources.slice(0, 1).map((source) => ({ source })));
  if (references.length === 0) return [];
  const [first, last] = [ends[0], ends.at(-1)].map((each) => each && periodOfEventDate(each.date));
  // A bound that is the day of the first or last record is not known to be the term's own.
  const bound = (date: string | undefined, shown: string | undefined) => {
    const isTerm = office.sources !== undefined && date !== undefined && date !== shown;
    const day = isTerm ? date : shown;
    return day === undefined ? null : { day: formatDate(day, language), isTerm };
  };
  return [
    {
      text: say.term({
        name: entry.names[language],
        country: countryName(entry.country, knowledge, language),
        office: office[language],
        from: bound(office.from, first?.from),
        to: bound(office.to, last?.to),
      }),
      references,
      consultation: ends.length === 1 ? (ends[0]?.id ?? null) : null,
    },
  ];
}

function definitionLines(name: string, definitions: readonly Definition[], composing: Composing): readonly Line[] {
  const { say } = wordsFor(composing);
  return definitions.map((each, index) => ({
    text: index === 0 ? say.defined(name, each[composing.language]) : say.outcome(each[composing.language]),
    references: each.sources,
    consultation: null,
  }));
}

/** How many meetings of a framework are on record, and the latest. */
function standing(name: string, wanted: Partial<Question>, composing: Composing): readonly Line[] {
  const { say, tell } = wordsFor(composing);
  const found = byDate(find(wanted, composing));
  const latest = found.at(-1)?.consultation;
  return latest === undefined ? [] : [meetingLine(say.onRecord(name, found.length, tell(latest)), latest)];
}

function latestIds(wanted: Partial<Question>, composing: Composing): readonly string[] {
  return [...byDate(find(wanted, composing))].reverse().map(({ consultation }) => consultation.id);
}

/** What is on record about one thing, free of everything else in the question. */
function find(wanted: Partial<Question>, { question, retrieve }: Composing): readonly Evidence[] {
  const { text, language } = question;
  return retrieve(blankQuestion({ text, language, ...wanted }));
}

const nothing: Part = { lines: [], consultations: [] };
