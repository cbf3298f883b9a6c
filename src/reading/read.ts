import type { Annotated, NameAnnotation } from './annotation.ts';
import { type AskOption, asksIn } from './asks.ts';
import type { Modifiers } from './modifiers.ts';
import { type Outline, outlineOf, type Reader } from './outline.ts';
import type { Constraint, Query } from './query.ts';
import { type Reading, readingOf, type Shared, sharedBy, type Weighed } from './readings.ts';
import { type RoleOption, roleOptions } from './roles.ts';
import { tidy } from './tidy.ts';

/** More combinations of parts than this are not worth looking at. */
const MOST_READINGS = 16;
const MOST_REPEATED = 2;
/** An ask this much lighter than the heaviest is no reading of its own. */
const ASK_MARGIN = 0.35;

/** The readings of an annotated text, likeliest first. At least one. */
export function read(annotated: Annotated, reader: Reader): readonly Reading[] {
  const outline = outlineOf(annotated, reader, read);
  const options = asksIn(outline.situation);
  const heaviest = options[0]?.weight ?? 0;
  const asks = options.filter(({ weight }) => weight >= heaviest - ASK_MARGIN).slice(0, 2);
  const combinations = combined(
    namedAnew(outline.names)
      .map((one) =>
        roleOptions(annotated, one, reader.lexicon).filter((each) => !isMiscounted(each, outline.modifiers)),
      )
      .filter((options) => options.length > 0),
  );
  const likeliest = asks
    .flatMap((option) => {
      const shared = sharedBy(annotated, outline, option.ask, reader.lexicon);
      return combinations.map((roles) => weighed(option, shared, roles, outline));
    })
    .sort((a, b) => b.prior - a.prior)
    .slice(0, MOST_READINGS);
  reader.budget?.read(annotated.all, likeliest.length);
  return likeliest.map((one) => readingOf(annotated, outline, one, reader));
}

/** "The last 3 summits": three meetings, and no summits of three countries. */
function isMiscounted({ constraints }: RoleOption, { order, threshold }: Modifiers): boolean {
  const counts = [order?.limit, threshold?.count];
  return constraints.some(({ role, anyOf }) => role === 'size' && counts.includes(Number(anyOf[0])));
}

/** A name said over and over says nothing more than it did twice. */
function namedAnew(names: readonly NameAnnotation[]): readonly NameAnnotation[] {
  const before = (at: number) => names.slice(0, at).filter(({ text }) => text === names[at]?.text).length;
  return names.filter((_, at) => before(at) < MOST_REPEATED);
}

/** Parts of all names, with how likely they are together. */
type Combination = { readonly roles: readonly RoleOption[]; readonly prior: number };

/** Every combination of the parts that names may play, likeliest first. */
function combined(slots: readonly (readonly RoleOption[])[]): readonly Combination[] {
  return slots.reduce<readonly Combination[]>(
    (beam, slot) =>
      beam
        .flatMap(({ roles, prior }) =>
          slot.map((option) => ({ roles: [...roles, option], prior: prior + option.prior })),
        )
        .sort((a, b) => b.prior - a.prior)
        .slice(0, MOST_READINGS),
    [{ roles: [], prior: 0 }],
  );
}

function weighed(option: AskOption, shared: Shared, { roles, prior }: Combination, { rest }: Outline): Weighed {
  const demanded = roles.flatMap(({ constraints }) => constraints);
  const named = tidy(demanded, rest);
  return { option, shared, roles, named, prior: option.weight + prior + tableBonus(named, option.ask) };
}

/** Two tables at once are alternatives only where something joins them. */
function tableBonus(constraints: readonly Constraint[], ask: Query['ask']): number {
  // Of one framework its purpose or rhythm is asked, and of no kind of meeting and no paper on it.
  const isNone = ({ role, anyOf }: Constraint) => role === 'kind' || anyOf.some((id) => id.startsWith('document:'));
  if (ask === 'structure' && constraints.some(isNone)) return -1.5;
  const tables = constraints.filter(({ role }) => role === 'framework' || role === 'kind').length;
  return tables > 1 ? -1 : 0;
}
