import type { Framework } from '../../knowledge/schema.ts';
import { assumed } from '../../reading/blank.ts';
import type { Constraint, Query } from '../../reading/query.ts';
import { formatDate } from '../../time/format.ts';
import { overlaps } from '../../time/spans.ts';
import { answered, type Draft, type Line } from '../draft.ts';
import { asking, type Given } from '../given.ts';
import { namesOf, partTyped } from '../names.ts';
import { countryName } from '../told.ts';
import { definitionLines, documentDate, type Entry, entriesIn } from './entries.ts';
import { byDate, type Composer, idsOf, leadLine, meetingLine, newestFirst, statementLine, toldOf } from './lines.ts';
import { bestFirst, meant, type Point, pointsOf } from './points.ts';
import { recordIdsOf, termLines } from './terms.ts';

/** A statement that says the words as typed. */
const SAID = 0.95;
/** Uses shown below a definition. */
const mostUses = 2;

type Part = { readonly lines: readonly Line[]; readonly consultations: readonly string[] };

/**
 * What something is. Opens with the definition, or with what its letters stand for; then since when, who sits on it, and the latest uses. What
 * has no definition is explained by the statement that says the most of it.
 */
export const composeDefine: Composer = (given) => {
  const { query } = given;
  const part = query.constraints.find((each) => each.part || partTyped(each, given.knowledge) !== undefined);
  if (part !== undefined) return ofPart(part, given);
  if (isSaid(given)) return byStatement(given);
  const parts = entriesIn(given).map((entry) => partOf(entry, given));
  const [headline, ...lines] = parts.flatMap((each) => each.lines);
  if (headline === undefined) return byStatement(given);
  return answered(headline, lines, { consultations: parts.flatMap((each) => each.consultations) });
};

/** Words that name nothing are explained by a statement that says them, before an entry that only comes near. */
function isSaid({ query, found }: Given): boolean {
  const words = query.constraints.filter(({ role, subject }) => role === 'word' && subject);
  const isWords = words.length > 0 && query.constraints.every(({ role }) => role === 'word');
  return isWords && pointsOf(found.findings).some(({ fit }) => fit >= SAID);
}

function partOf(entry: Entry, given: Given): Part {
  switch (entry.kind) {
    case 'framework':
      return framework(entry.id, given);
    case 'person':
      return person(entry.id, given);
    default:
      return thing(entry, given);
  }
}

function framework(id: string, given: Given): Part {
  const { knowledge, language, say } = given;
  const entry = knowledge.frameworks.get(id);
  if (entry === undefined) return nothing;
  const name = (entry.short ?? entry.names)[language];
  const held = byDate(about(given, 'framework', id));
  const latest = held.at(-1)?.consultation;
  return {
    lines: [
      ...definitionLines({ kind: 'framework', id }, given),
      ...sinceLine(entry, given),
      ...memberLines(entry, given),
      ...(latest === undefined ? [] : [meetingLine(say.onRecord(name, held.length, toldOf(given, latest)), latest)]),
    ],
    consultations: idsOf([...held].reverse()),
  };
}

/** Since when, where no sentence of the definition says it. */
export function sinceLine({ since, definition, names }: Framework, { say, language }: Given): readonly Line[] {
  const [first] = definition;
  if (
    since === undefined ||
    first === undefined ||
    definition.some((each) => each[language].includes(since.slice(0, 4)))
  )
    return [];
  return [
    {
      text: say.startedIn(names[language], formatDate(since, language)),
      references: first.sources,
      consultation: null,
    },
  ];
}

/** Who sits on it: for each side where that is known. */
export function memberLines(entry: Framework, { say, language, knowledge }: Given): readonly Line[] {
  const { sides, members, definition, names, short } = entry;
  const name = (short ?? names)[language];
  if (sides.length > 0) {
    const said = sides.map((each) => ({
      country: countryName(each.country, knowledge, language),
      who: each[language],
    }));
    return [{ text: say.sides(name, said), references: sides.flatMap(({ sources }) => sources), consultation: null }];
  }
  if (members === undefined) return [];
  return [{ text: say.members(name, members[language]), references: definition[0]?.sources ?? [], consultation: null }];
}

/** A topic or a document. */
function thing(entry: Entry, given: Given): Part {
  const uses = entry.kind === 'topic' ? latestUses(about(given, 'topic', entry.id), given) : [];
  return {
    lines: [
      ...definitionLines(entry, given),
      ...(entry.kind === 'document' && !saysYear(entry.id, given) ? documentDate(entry.id, given) : []),
      ...uses.map((each) => statementLine(each, given)),
    ],
    consultations: idsOf(uses),
  };
}

function saysYear(id: string, { knowledge, language }: Given): boolean {
  const entry = knowledge.documents.get(id);
  return entry?.definition.some((each) => each[language].includes(entry.date?.slice(0, 4) ?? '')) ?? false;
}

/** The newest of those that speak of the thing itself rather than of something that falls under it. */
function latestUses(found: Given['found']['findings'], given: Given): readonly Point[] {
  return newestFirst(meant(found, given.query))
    .slice(0, mostUses)
    .flatMap((each) => bestFirst(pointsOf([each]), given).slice(0, 1));
}

function person(id: string, given: Given): Part {
  const { knowledge, language, say, query } = given;
  const entry = knowledge.people.get(id);
  if (entry === undefined) return nothing;
  // "What office did Nakatani hold in 2023": none that he held at another time.
  const held = entry.offices.filter(
    ({ from = null, to = null }) => query.period === null || overlaps({ from, to }, query.period),
  );
  if (query.period !== null && held.length === 0) return nothing;
  const terms = [...held].reverse().map((office) => ({ person: entry, office }));
  const met = byDate(about(given, 'person', id));
  const latest = met.at(-1)?.consultation;
  return {
    lines: [
      ...termLines(terms, given),
      ...(latest === undefined
        ? []
        : [meetingLine(say.personMet(entry.names[language], met.length, toldOf(given, latest)), latest)]),
    ],
    consultations: latest === undefined ? recordIdsOf(terms, given) : idsOf([...met].reverse()),
  };
}

/** A part of a topic that has a name of its own: its definition, else what was said of it; then what the whole is. */
function ofPart(part: Constraint, given: Given): Draft | undefined {
  const { say, language, knowledge } = given;
  const [name = ''] = namesOf(part, given);
  const own = (partTyped(part, knowledge)?.definition ?? []).map(
    (each): Line => ({ text: say.defined(name, each[language]), references: each.sources, consultation: null }),
  );
  const said = byStatement(given);
  const whole = entriesIn(given).flatMap((entry) => partOf(entry, given).lines.slice(0, 1));
  const uses = said === undefined ? [] : [said.headline, ...said.lines].slice(0, mostUses + 1);
  const [headline, ...lines] = own.length > 0 ? [...own, ...uses] : [...uses.slice(0, 1), ...whole, ...uses.slice(1)];
  return headline && answered(headline, lines, { consultations: said?.consultations ?? [] });
}

/** No entry explains it: the statement that says the most of it does. */
function byStatement(given: Given): Draft | undefined {
  const [lead, ...rest] = bestFirst(pointsOf(given.found.findings), given);
  return (
    lead &&
    answered(
      leadLine(lead, given),
      rest.map((each) => statementLine(each, given)),
      { consultations: idsOf([lead, ...rest]) },
    )
  );
}

/** What is on record about one thing, free of everything else in the question but its time. */
function about(given: Given, role: 'framework' | 'topic' | 'person', id: string): Given['found']['findings'] {
  const about = assumed(role, [id], { subject: role === 'topic', label: id });
  const query: Query = { ...given.query, ask: 'list', order: undefined, nths: undefined, constraints: [about] };
  return asking(given, query).found.findings;
}

const nothing: Part = { lines: [], consultations: [] };
