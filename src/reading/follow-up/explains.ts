import { hasCue } from '../annotation.ts';
import { listed } from '../patterns.ts';
import { type Constraint, Explains, type Query } from '../query.ts';
import type { Reading } from '../readings.ts';
import { bare, carried } from './scope.ts';
import type { Turn } from './turn.ts';

const asksWhatItIs = listed('what-it-is');

/** "What is that?", "how is it different from the 2+2?": the thing just asked about is explained. */
export function explains(turn: Turn): readonly Reading[] {
  const query = difference(turn) ?? definition(turn);
  return query === undefined ? [] : [{ query: { ...query, frame: 'inherits' }, prior: 6, why: ['explains'] }];
}

/** 「それって何？」 */
function definition({ annotated, previous }: Turn): Query | undefined {
  const { all } = annotated;
  const isAsked = hasCue(annotated, 'deixis') && hasCue(annotated, 'ask.thing', 'ask.define');
  const things = subjectOf(previous);
  if (!isAsked || things.length === 0 || !all.every(asksWhatItIs)) return undefined;
  return { ...bare(previous), ask: 'define', constraints: things.map(carried) };
}

/** 「2+2とはどう違うの？」 after what the SSC is. */
function difference({ annotated, readings, previous, lean }: Turn): Query | undefined {
  const before = frameworkOf(previous);
  const isAsked = Explains.has(previous.ask) && !lean.hasTime && hasCue(annotated, 'ask.compare', 'ask.relation');
  const named = readings.flatMap(({ query }) => query.constraints).find(({ role }) => role === 'framework');
  if (before === undefined || named === undefined || !isAsked || lean.names > 1) return undefined;
  const both = { ...named, anyOf: [...new Set([...before.anyOf, ...named.anyOf])] };
  return { ...bare(previous), ask: 'structure', aspect: 'difference', constraints: [both] };
}

/** What was asked about: its subject, else its one framework. */
function subjectOf(previous: Query): readonly Constraint[] {
  const subject = previous.constraints.filter(({ subject, negated }) => subject && !negated);
  const framework = frameworkOf(previous);
  return subject.length > 0 || framework === undefined ? subject : [framework];
}

function frameworkOf({ constraints }: Query): Constraint | undefined {
  const [framework, ...others] = constraints.filter(({ role, negated }) => role === 'framework' && !negated);
  return others.length === 0 && framework?.anyOf.length === 1 ? framework : undefined;
}
