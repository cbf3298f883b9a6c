import type { Ask, Constraint, Role } from '../reading/query.ts';
import type { CarriedScope, Disclosure } from './answer.ts';
import type { Line } from './draft.ts';
import type { Given } from './given.ts';
import { namesOf } from './names.ts';
import { scopeOf } from './scope.ts';

/** What is told first, each kind in this order. */
const ORDER: readonly Disclosure['kind'][] = ['dropped', 'assumed', 'repaired', 'carried'];

/** With more the question would be refused as too long, in UTF-16 units. */
const mostAsked = 450;

/** These rest on no search. */
const UNSEARCHED: ReadonlySet<Ask> = new Set([
  'help',
  'thanks',
  'greeting',
  'farewell',
  'coverage',
  'structure',
  'refuse',
]);

/** How the question was taken: what was given up and is not `held` after all, assumed, repaired, carried over. */
export function disclosuresOf(given: Given, held: readonly Constraint[] = []): readonly Disclosure[] {
  const { query, language } = given;
  const told = query.notes.flatMap(({ kind, text }): Disclosure[] =>
    kind === 'form' ? [] : [{ kind, text: text[language] }],
  );
  const all = [...droppedOf(given, held), ...told, ...leftOf(given)];
  return ORDER.flatMap((kind) => all.filter((each) => each.kind === kind));
}

/** That what the turn before leaves holds nothing, so that the whole record was asked. */
function leftOf(given: Given): readonly Disclosure[] {
  const { query, say } = given;
  if (query.left === undefined) return [];
  const shown = query.left.constraints.find(({ role }) => role === 'consultation')?.anyOf;
  const text =
    shown === undefined ? say.noneLeft(scopeOf({ ...query, ...query.left }, given)) : say.noneShown(shown.length);
  return [{ kind: 'carried', text }];
}

/** What the first line opens with: what was carried over, unless it is the one meeting that the line is of. */
export function openingOf(disclosures: readonly Disclosure[], headline: Line, { query }: Given): string {
  const told = disclosures.filter(({ kind }) => kind === 'carried').map(({ text }) => text);
  const shown = query.constraints.find(({ role, origin }) => role === 'consultation' && origin === 'carried')?.anyOf;
  const isTold = query.frame === 'among' && shown?.length === 1 && shown[0] === headline.consultation;
  return isTold ? '' : told.join(' ');
}

/** How to be asked without what was carried over. */
export function carriedScope(opening: string, { query, say }: Given): CarriedScope | undefined {
  const asked = query.wholeRecord;
  if (asked === undefined || asked.length > mostAsked) return undefined;
  return { text: opening, wholeRecord: say.ask.ofWholeRecord(asked) };
}

/** Lines on the form of the answer: another language, another page. */
export function formNotes({ query, language }: Given): readonly string[] {
  return query.notes.filter(({ kind }) => kind === 'form').map(({ text }) => text[language]);
}

/** Soft words and parts of the subject that nothing held. Asked what was agreed, the reader is told that what is shown is no agreement. */
function droppedOf(given: Given, held: readonly Constraint[]): readonly Disclosure[] {
  const { found, say, query } = given;
  if (found.chosen.length === 0 || UNSEARCHED.has(query.ask)) return [];
  const dropped = [...found.dropped, ...found.unheld].filter((each) => !held.includes(each));
  const of = (...roles: readonly Role[]) => dropped.filter(({ role }) => roles.includes(role));
  const acts = of('act');
  const isCompletion = of('verb').some(({ anyOf }) => anyOf.includes('completed'));
  const speakers = query.whose === 'side' ? [] : of('side').flatMap((each) => namesOf(each, given));
  const others = dropped.filter((each) => !['act', 'side', 'verb'].includes(each.role));
  const names = others.flatMap((each) => namesOf(each, given));
  const lines = [
    ...(others.length > 0 ? [say.dropped([...new Set(names)])] : []),
    ...(speakers.length > 0 ? [say.noSpeaker(speakers)] : []),
    ...(isCompletion ? [say.notCompleted] : []),
    ...acts.flatMap(({ anyOf }) => anyOf.slice(0, 1).map((act) => say.noAct(act))),
  ];
  return lines.map((text) => ({ kind: 'dropped', text }));
}
