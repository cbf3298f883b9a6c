import { byDate, idsOf } from '../../knowledge/in-time.ts';
import { assumed } from '../../reading/blank.ts';
import type { Constraint, Query } from '../../reading/query.ts';
import type { Finding } from '../../search/found.ts';
import { overlaps } from '../../time/spans.ts';
import { citing, type Draft, draftOf, type Line } from '../draft.ts';
import { asking, type Given } from '../given.ts';
import { frameworkName, namesOf, partTyped, personName } from '../names.ts';
import type { Told } from '../told.ts';
import { definitionLines, type Entry, entriesIn } from './entries.ts';
import { memberLines, sinceLines } from './framework-lines.ts';
import { type Composer, meetingLine, statementLines, statementsDraft } from './lines.ts';
import { bestOf, latestUses, meant } from './points.ts';
import { recordIdsOf, termLines } from './terms.ts';

/** Statements on a part of a topic. */
const mostOfPart = 3;

type Part = { readonly lines: readonly Line[]; readonly consultations: readonly string[] };

/**
 * What something is. Opens with the definition, or with what its letters stand for; then since when, who sits on it, and the latest uses. What
 * has no definition is explained by the statement that says the most of it.
 */
export const composeDefine: Composer = (given) => {
  const { query, knowledge } = given;
  const part = query.constraints.find((each) => each.part || partTyped(each, knowledge) !== undefined);
  if (part !== undefined) return ofPart(part, given);
  const parts = entriesIn(given).map((entry) => partOf(entry, given));
  const consultations = parts.flatMap((each) => each.consultations);
  const lines = parts.flatMap((each) => each.lines);
  return draftOf(lines, { consultations }) ?? byStatement(given);
};

function partOf(entry: Entry, given: Given): Part {
  const { kind, id } = entry;
  if (kind === 'framework') return framework(entry, given);
  if (kind === 'person') return person(id, given);
  const uses = kind === 'topic' ? latestUses(meant(about(given, kind, id), given.query)) : [];
  return { lines: [...definitionLines(entry, given), ...statementLines(uses, given)], consultations: idsOf(uses) };
}

function framework({ kind, id }: Entry, given: Given): Part {
  const entry = given.knowledge.frameworks.get(id);
  if (entry === undefined) return nothing;
  const held = about(given, 'framework', id);
  const told = (latest: Told) => given.say.onRecord(frameworkName(id, given), held.length, latest);
  return {
    lines: [
      ...definitionLines({ kind, id }, given),
      ...sinceLines(entry, given),
      ...memberLines(entry, given),
      ...latestLine(held, told, given),
    ],
    consultations: idsOf(held.toReversed()),
  };
}

/** One line on the latest of some meetings, which are in order of time. */
function latestLine(held: readonly Finding[], text: (latest: Told) => string, given: Given): readonly Line[] {
  const latest = held.at(-1)?.consultation;
  return latest === undefined ? [] : [meetingLine(latest, given, text)];
}

function person(id: string, given: Given): Part {
  const { knowledge, say, query } = given;
  const entry = knowledge.people.get(id);
  if (entry === undefined) return nothing;
  // "What office did Nakatani hold in 2023": none that he held at another time.
  const times = [query.period, query.otherPeriod].filter((period) => period !== null);
  const held = entry.offices.filter(
    ({ from = null, to = null }) => times.length === 0 || times.some((period) => overlaps({ from, to }, period)),
  );
  if (times.length > 0 && held.length === 0) return nothing;
  const terms = held.toReversed().map((office) => ({ person: entry, office }));
  const met = about({ ...given, query: { ...query, period: null, otherPeriod: null } }, 'person', id);
  const metLine = latestLine(met, (latest) => say.personMet(personName(id, given), met.length, latest), given);
  return {
    lines: [...termLines(terms, given), ...metLine],
    consultations: met.length === 0 ? recordIdsOf(terms, given) : idsOf(met.toReversed()),
  };
}

/** A part of a topic that has a name of its own: its definition, else what was said of it; then what the whole is. */
function ofPart(part: Constraint, given: Given): Draft | undefined {
  const { say, language, knowledge } = given;
  const [name = ''] = namesOf(part, given);
  const definition = partTyped(part, knowledge)?.definition ?? [];
  const own = definition.map((each) => citing(say.defined(name, each[language]), each.sources));
  const said = byStatement(given);
  const whole = entriesIn(given).flatMap((entry) => partOf(entry, given).lines.slice(0, 1));
  const uses = said === undefined ? [] : [said.headline, ...said.lines].slice(0, mostOfPart);
  const lines = own.length > 0 ? [...own, ...uses] : [...uses.slice(0, 1), ...whole, ...uses.slice(1)];
  return draftOf(lines, { consultations: said?.consultations ?? [] });
}

/** No entry explains it: the statement that says the most of it does. */
function byStatement(given: Given): Draft | undefined {
  return statementsDraft(bestOf(given.found.findings), given);
}

/** What is on record about one thing, free of everything else in the question but its time, by date. */
function about(given: Given, role: 'framework' | 'topic' | 'person', id: string): readonly Finding[] {
  const about = assumed(role, [id], { subject: role === 'topic', label: id });
  const query: Query = { ...given.query, ask: 'list', order: undefined, nths: undefined, constraints: [about] };
  return byDate(asking(given, query).found.findings);
}

const nothing: Part = { lines: [], consultations: [] };
