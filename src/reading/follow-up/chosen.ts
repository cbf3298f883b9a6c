import type { Consultation } from '../../knowledge/schema.ts';
import { foldKey } from '../../text/fold.ts';
import { type Annotated, isCue } from '../annotation.ts';
import { listed } from '../patterns.ts';
import type { Constraint, Query } from '../query.ts';
import type { Reading } from '../readings.ts';
import { among } from './among.ts';
import { keeping, tableOf } from './scope.ts';
import { after, type Turn } from './turn.ts';

const chooses = listed('chooses');
const isOpening = listed('opens-choice');

/** 「人権のやつは誰が出た？」, "who came to the human rights one?": of what was just shown, that whose name holds the words before. */
export function chosen(turn: Turn): readonly Reading[] {
  const { annotated, previous, lexicon } = turn;
  const choice = choiceIn(annotated);
  if (choice === undefined) return [];
  const { frameworks, consultations } = lexicon.knowledge;
  const named = [...frameworks.values()].filter(({ names }) => holds(names, choice.called)).map(({ id }) => id);
  const isCalled = ({ framework, title }: Consultation) => named.includes(framework) || holds(title, choice.called);
  const isLeft = ({ span }: Constraint) => span === undefined || span[0] >= choice.to;
  const readings = turn.readings.map((one) => keeping(one, isLeft));
  if (previous.ask === 'structure') return ofTable(named, readings, turn);
  const shown = consultations.filter(({ id }) => previous.answered?.includes(id));
  const meant = shown.filter(isCalled).map(({ id }) => id);
  if (meant.length === 0 || meant.length === shown.length) return [];
  const of = after({ ...previous, answered: meant }, turn);
  return among({ ...of, readings }).map((one) => ({ ...one, prior: one.prior + 2, why: [...one.why, 'chosen'] }));
}

/** 「サイバーのやつの第3回は？」 after the bodies of three: of that body, whenever it met. */
function ofTable(named: readonly string[], readings: readonly Reading[], { scope, lexicon }: Turn): Reading[] {
  const { frameworks } = lexicon.knowledge;
  const seated = scope.constraints.flatMap(({ role, anyOf }) => {
    if (role === 'framework') return anyOf.flatMap((id) => frameworks.get(id)?.countries ?? []);
    return role === 'member' || role === 'members' ? anyOf.flatMap((id) => id.split('+')) : [];
  });
  const meant = named.filter((id) => seated.every((country) => frameworks.get(id)?.countries.includes(country)));
  const [table, ...others] = meant;
  if (table === undefined || others.length > 0) return [];
  return readings.map(({ query, prior, why }) => {
    const asked: Query = { ...query, frame: 'inherits', constraints: [tableOf(table), ...query.constraints] };
    return { query: asked, prior: prior + 4, why: [...why, 'chosen'] };
  });
}

const holds = (names: { readonly ja: string; readonly en: string }, called: readonly string[]) =>
  [names.ja, names.en].some((name) => called.every((part) => foldKey(name).includes(part)));

/** What the one that is meant is called, and where the turn goes on. */
function choiceIn({ all }: Annotated): { readonly called: readonly string[]; readonly to: number } | undefined {
  const at = all.findIndex(
    (one, place) =>
      chooses(one) || (one.text === 'の' && all[place + 1]?.text === 'は' && isCue(all[place + 2], 'ask.*')),
  );
  const article = all.findLastIndex((one, place) => place < at && isCue(one, 'prep.article'));
  const from = article < 0 ? all.findIndex((one) => !isOpening(one)) : article + 1;
  const mark = all[at];
  if (mark === undefined || from >= at || at - from > LONGEST) return undefined;
  const called = all.slice(from, at).filter(({ text }) => text !== 'の');
  const isName =
    called.map(({ text }) => text).join('').length >= SHORTEST && called.every(({ kind }) => kind !== 'time');
  return isName ? { called: called.map(({ text }) => foldKey(text)), to: mark.span[1] } : undefined;
}

/** Words at most that stand for a name, and characters at least. */
const LONGEST = 5;
const SHORTEST = 2;
