import { type Annotated, hasCue } from '../annotation.ts';
import { carriedNotes } from '../notes.ts';
import { listed } from '../patterns.ts';
import { type Constraint, Explains, type Query } from '../query.ts';
import type { Reading } from '../readings.ts';
import { asksBeside } from './counted.ts';
import { carried, isOfPaperAlone } from './scope.ts';
import { namesIn } from './turn.ts';

/** A turn with the name of what the turn before explained put in front; offsets below `until` are of that name. */
export type SaidAgain = { readonly text: string; readonly until: number; readonly isAlone: boolean };

/**
 * 「いつ発効した？」 after 日米地位協定, "and the secretariat?" after a paper: what is asked of a body or a paper is understood as if it were named
 * again. `undefined` where the turn before was not on one such thing, or this one names something itself.
 */
export function saidAgain(annotated: Annotated, previous: Query): SaidAgain | undefined {
  const thing = thingIn(annotated, previous);
  const isOfOther = namesIn(annotated).length > 0 || annotated.all.some(({ kind }) => kind === 'time');
  const isOfShown = asksBeside(annotated) || hasCue(annotated, 'deixis.held', 'deixis.time');
  if (thing === undefined || isOfOther || isOfShown) return undefined;
  const isAlone = isDefined(thing, previous) || countsBelow(annotated);
  // "Did they meet again?"
  if (isAlone && hasCue(annotated, 'deixis.loose', 'meet.meet')) return undefined;
  const name = annotated.language === 'ja' ? `${thing.label}は` : `${thing.label} - `;
  return { text: name + annotated.text, until: name.length, isAlone };
}

const isBodyBelow = listed('body-below');

const countsBelow = (annotated: Annotated) =>
  hasCue(annotated, 'ask.count', 'ask.howmany') && annotated.all.some(isBodyBelow);

const isThing = (id: string) => id.startsWith('document:') || id.startsWith('framework:');

const isDefined = ({ subject }: Constraint, { ask }: Query) => subject && ask === 'define';

/** The one body, paper or topic that the turn before explained, or the body that the turn asks after; of a body and a paper that it rests on, the body. */
function thingIn(annotated: Annotated, previous: Query): Constraint | undefined {
  const things = previous.constraints.filter(
    (one) =>
      !one.negated &&
      one.label !== '' &&
      (one.role === 'framework' || (one.role === 'mention' && one.anyOf.every(isThing)) || isDefined(one, previous)),
  );
  // After the papers of a meeting its body is no thing that was spoken of.
  const bodies = things.filter(({ role }) => role === 'framework' && previous.ask !== 'documents');
  const [thing, ...others] = bodies.length > 0 ? bodies : things;
  // What was said of a paper is asked of the paper, too.
  const isOfThing = Explains.has(previous.ask) || previous.ask === 'documents' || isOfPaperAlone(previous);
  // "How often does it meet?", "how many working groups does it have?" after its latest meeting.
  const asksOfBody = hasCue(annotated, 'aspect.rhythm', 'ask.frequency') || countsBelow(annotated);
  const isMeant = isOfThing || (bodies.length > 0 && asksOfBody);
  return isMeant && others.length === 0 ? thing : undefined;
}

/** Whether a reading of the turn may stand beside those of the thing: it explains something else, or keeps what was asked before of a body or a paper. */
export function staysBeside({ query }: Reading, { isAlone }: SaidAgain): boolean {
  if (isAlone) return Explains.has(query.ask) && query.frame !== 'alone';
  return Explains.has(query.ask) || query.constraints.some(({ origin }) => origin === 'carried');
}

/** What stands in the name put in front is carried over, and told of. */
export function asCarried({ query, ...reading }: Reading, { until }: SaidAgain): Reading {
  const constraints = query.constraints.map((one) =>
    one.span !== undefined && one.span[0] < until ? carried(one) : one,
  );
  const notes = [...query.notes, ...carriedNotes({ ...query, constraints }, null)];
  return { ...reading, why: [...reading.why, 'again'], query: { ...query, constraints, notes, frame: 'inherits' } };
}
