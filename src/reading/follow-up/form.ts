import type { Language } from '../../text/language.ts';
import { type Annotated, hasCue, isName } from '../annotation.ts';
import { amongNote } from '../notes.ts';
import type { Query } from '../query.ts';
import type { Reading } from '../readings.ts';
import { asksBeside } from './counted.ts';
import { asksElse, bare, carried, consultations } from './scope.ts';
import type { Turn } from './turn.ts';

/** The same question in another form: in the other language, the next page, in full. */
export function form({ annotated, previous, lean }: Turn): Reading | undefined {
  if (!isPlain(annotated) || lean.hasTime || previous.answered === undefined) return undefined;
  const language = formIn(annotated);
  const of = (why: string, query: Query): Reading => ({ query, prior: 9, why: [why] });
  if (language !== undefined && !lean.hasWh) return of('form', { ...previous, language, frame: 'form' });
  if (hasCue(annotated, 'detail') && lean.names === 0) return of('detail', inFull(previous));
  if (!isMore(annotated, lean) || asksElse(annotated, previous)) return undefined;
  return of('more', { ...previous, frame: 'more', page: (previous.page ?? 1) + 1 });
}

/** Nothing is named that the same answer in another form would have to heed; "three more" gives a figure. */
function isPlain(annotated: Annotated): boolean {
  const hasMore = hasCue(annotated, 'more');
  return annotated.all.every(
    (one) => one.kind === 'cue' || isName(one, 'country') || (one.kind === 'number' && hasMore),
  );
}

/** "More", "what else"; "who else" and "more of those" ask for something. */
function isMore(annotated: Annotated, { names, hasWh }: Turn['lean']): boolean {
  const isOfThem = hasCue(annotated, 'deixis', 'pronoun', 'noun.person', 'shift.*', 'meet.attend', 'by.*');
  const isOfOther = isOfThem || asksBeside(annotated) || names > 0;
  return hasCue(annotated, 'more') && !isOfOther && (!hasWh || hasCue(annotated, 'ask.what'));
}

/** The language that an answer is asked for in. */
export function formIn(annotated: Annotated): Language | undefined {
  if (hasCue(annotated, 'form.ja')) return 'ja';
  return hasCue(annotated, 'form.en') ? 'en' : undefined;
}

/** Everything on record of the meeting just told of, or of the subject in the few just told of. */
function inFull(previous: Query): Query {
  const ids = (previous.answered ?? []).slice(0, 3);
  const subject = previous.constraints.filter((one) => one.subject && ids.length > 1);
  return {
    ...bare(previous),
    ask: 'what',
    frame: 'form',
    constraints: [consultations(ids), ...subject.map(carried)],
    notes: [amongNote(ids.length, false)],
    answered: previous.answered,
  };
}
