import type { Link } from '../lexicon/lexicon.ts';
import type { EntityKind } from '../lexicon/surface.ts';
import type { Language } from '../text/language.ts';
import { termsOf } from '../text/words.ts';
import type { TimeMention } from '../time/time-mention.ts';

/** Where an annotation stands. */
export type Place = {
  /** Places in the folded text, end exclusive. */
  readonly from: number;
  readonly to: number;
  /** As typed. */
  readonly text: string;
  /** Offsets into the text as typed, end exclusive. */
  readonly span: readonly [number, number];
};

/** A time expression. */
export type TimeAnnotation = Place & { readonly kind: 'time'; readonly mention: TimeMention };
/** Something that the record names; several entities: ambiguous. */
export type NameAnnotation = Place & { readonly kind: 'name' } & Pick<Link, 'entities' | 'partial' | 'titles' | 'part'>;
/** Words that tell what is asked or how things hang together, by their ids in the tables. */
export type CueAnnotation = Place & { readonly kind: 'cue'; readonly ids: readonly string[] };
/** A figure: an ordinal (第2回), a number of times, or neither. */
export type NumberAnnotation = Place & {
  readonly kind: 'number';
  readonly value: number;
  readonly unit: 'ordinal' | 'times' | 'count' | null;
};
/** What no table and no name accounts for, with the terms that a search would use. */
export type WordAnnotation = Place & {
  readonly kind: 'word';
  readonly terms: readonly string[];
  /** It stands in quotation marks: somebody is held to have said it so. */
  readonly isQuoted?: boolean;
};

export type Annotation = TimeAnnotation | NameAnnotation | CueAnnotation | NumberAnnotation | WordAnnotation;

/** A text annotated once, in order, nothing overlapping; nothing after this looks at the text. */
export type Annotated = {
  readonly text: string;
  readonly language: Language;
  readonly all: readonly Annotation[];
  /** What was read as something else on the way. */
  readonly repairs: readonly { readonly typed: string; readonly read: string }[];
};

/** Whether an annotation is a cue with one of these ids; `act.*` stands for every id that begins so. */
export function isCue(one: Annotation | undefined, ...ids: readonly string[]): boolean {
  if (one?.kind !== 'cue') return false;
  // Asked hundreds of times of every annotation: plain loops.
  for (const id of ids)
    if (id.charCodeAt(id.length - 1) === ANY ? beginsSo(one.ids, id.slice(0, -1)) : one.ids.includes(id)) return true;
  return false;
}

/** Whether a cue with one of these ids stands anywhere in a text. */
export const hasCue = ({ all }: Pick<Annotated, 'all'>, ...ids: readonly string[]) =>
  all.some((one) => isCue(one, ...ids));

const ANY = '*'.charCodeAt(0);

function beginsSo(ids: readonly string[], beginning: string): boolean {
  for (const id of ids) if (id.startsWith(beginning)) return true;
  return false;
}

/** What stands after a beginning in the ids of a cue: `discussed` of `act.discussed`. */
export const idsAfter = ({ ids }: CueAnnotation, beginning: string) =>
  ids.filter((id) => id.startsWith(beginning)).map((id) => id.slice(beginning.length));

/** Whether an annotation names something of one of these kinds. */
export function isName(one: Annotation | undefined, ...kinds: readonly EntityKind[]): one is NameAnnotation {
  if (one?.kind !== 'name') return false;
  for (const { kind } of one.entities) if (kinds.includes(kind)) return true;
  return false;
}

/** The ids of one kind that an annotation names. */
export function idsOf(one: Annotation | undefined, kind: EntityKind): readonly string[] {
  return one?.kind === 'name' ? one.entities.filter((each) => each.kind === kind).map(({ id }) => id) : [];
}

/** A name of these entities, and nothing more told of it. */
export const asName = ({ from, to, text, span }: Place, entities: NameAnnotation['entities']): NameAnnotation => {
  return { kind: 'name', from, to, text, span, entities, partial: false, titles: [], part: undefined };
};

/** A stretch as what no table and no name accounts for. */
export const asWord = ({ from, to, text, span }: Place): WordAnnotation => {
  return { kind: 'word', from, to, text, span, terms: termsOf(text) };
};

/** A stretch that is read, and asks for nothing. */
export const asNothing = (one: Annotation): CueAnnotation => ({ ...one, kind: 'cue', ids: [] });

export const figuresIn = (all: readonly Annotation[]) =>
  all.filter((one): one is NumberAnnotation => one.kind === 'number');
