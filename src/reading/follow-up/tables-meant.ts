import type { Consultation, Framework } from '../../knowledge/schema.ts';
import type { Lexicon } from '../../lexicon/lexicon.ts';
import { hasCue } from '../annotation.ts';
import { assumed } from '../blank.ts';
import { type Constraint, idsIn, type Role } from '../query.ts';
import { isFromMeeting, shownIn } from './counted.ts';
import { isInGroupOf, membersOf, tableOf } from './scope.ts';
import type { Turn } from './turn.ts';

/**
 * 「日米だけだと？」 after the meetings of three: those of the two in the same posts. 「外相は？」 after the defense ministers: a post alone stands for the
 * meeting of those who hold it; a rank alone for the table of that rank on the same matter. "And their foreign ministers?" after three leaders: those of the three.
 */
export function tablesMeant(own: readonly Constraint[], before: readonly Constraint[], { knowledge }: Lexicon) {
  const all = [...knowledge.frameworks.values()];
  const tableIn = ({ role, anyOf }: Constraint) =>
    role === 'framework' ? knowledge.frameworks.get(anyOf[0] ?? '') : undefined;
  const shown = before.map(tableIn).find((each) => each !== undefined);
  const seats = before.find(({ role }) => role === 'members')?.anyOf[0]?.split('+') ?? shown?.countries ?? [];
  const isAlone =
    before.some(({ role }) => isOfTable(role)) && !own.some(({ role }) => role === 'person' || role === 'members');
  const called = (one: Constraint): readonly (typeof all)[number][] => {
    if (one.role === 'level' && one.anyOf.includes('bilateral'))
      return all.filter(({ kind, countries }) => kind !== undefined && kind === shown?.kind && countries.length === 2);
    if (!isAlone) return [];
    const ofRank = one.role === 'level' && shown !== undefined ? all.filter((each) => isAtRank(each, shown, one)) : [];
    if (ofRank.length > 0) return ofRank;
    if (one.role === 'post' || one.role === 'level')
      return own.some((each) => tableIn(each)) ? [] : all.filter(({ pairs }) => pairs.includes(one.label));
    const table = tableIn(one);
    const isOfPosts = table?.countries.length === 2 && table.pairs.length > 0 && seats.length > 2;
    return isOfPosts ? all.filter(({ kind }) => kind === table.kind) : [];
  };
  return own.map((one): Constraint => {
    const tables = called(one);
    const seated = tables.filter(({ countries }) => countries.toSorted().join() === seats.toSorted().join());
    const isWider = one.role === 'framework' || (seated.length > 0 && seats.length > 2);
    const meant = isWider ? seated : tables;
    return meant.length === 0 ? one : { ...one, role: 'framework', anyOf: meant.map(({ id }) => id) };
  });
}

/** "And with Korea?", 韓国を入れた三か国のほうは？: where a turn names only who sits at the table, those of the same posts, if they met. */
export function samePosts(own: readonly Constraint[], before: readonly Constraint[], { knowledge }: Lexicon) {
  const tables = own.filter(({ role }) => isInGroupOf('framework', role));
  const isOfCountries = ({ role, anyOf }: Constraint) =>
    SEATS.has(role) || anyOf.every((id) => id === 'trilateral' || knowledge.frameworks.get(id)?.catchAll === true);
  const kinds = before.flatMap(({ role, anyOf }) =>
    role === 'framework'
      ? anyOf.flatMap((id) => knowledge.frameworks.get(id)?.kind ?? [])
      : role === 'kind'
        ? anyOf
        : [],
  );
  // "And South Korea?" after who came for Australia asks for another side of the same table.
  const isOfSide = before.some(({ role }) => role === 'side');
  const isMeant = tables.length > 0 && tables.every(isOfCountries) && kinds.length > 0 && !isOfSide;
  return isMeant ? [assumed('kind', kinds, { strength: 'soft' })] : [];
}

const SEATS: ReadonlySet<Role> = new Set(['member', 'members', 'size']);

/** Whether a table of two that the turn names stands for the one of more that was spoken of before. */
export function standsForTable(own: readonly Constraint[], before: readonly Constraint[], lexicon: Lexicon): boolean {
  const tables = (constraints: readonly Constraint[]) => idsIn({ constraints: [...constraints] }, 'framework').join();
  return tables(own) !== tables(tablesMeant(own, before, lexicon));
}

/** 「事務方のは？」 after the ministers' meeting on a matter: the table of officials of both countries on the same one. */
const isAtRank = (table: Framework, shown: Framework, { anyOf }: Constraint) =>
  anyOf.includes(table.level) &&
  table.level !== shown.level &&
  table.countries.join() === shown.countries.join() &&
  table.fields.join() === shown.fields.join();

const TABLES: readonly Role[] = ['framework', 'kind', 'level'];
const isOfTable = (role: Role) => TABLES.includes(role);

/** 「その後、首脳同士は」 after Camp David: of the meeting shown its table is kept, and those who sat there. */
export function tableShown(
  kept: readonly Constraint[],
  named: readonly Constraint[],
  turn: Turn,
): readonly Constraint[] {
  const { annotated, previous, counted, lexicon } = turn;
  // "What else happened that day?" is of any table.
  const isOfTable = isFromMeeting(counted) && !hasCue(annotated, 'shift.=day');
  const shown = isOfTable ? shownIn(previous, lexicon.knowledge.consultations) : [];
  const [at] = shown;
  if (at === undefined || shown.some(({ framework }) => framework !== at.framework)) return [];
  const isBare = named.length === 0 && kept.every(({ role }) => role === 'format');
  return isBare ? [tableOf(at.framework)] : sameMembers(at, named, lexicon);
}

/** "The next trilateral summit" is of the three who sat there. */
export function sameMembers(at: Consultation, own: readonly Constraint[], { knowledge }: Lexicon): Constraint[] {
  const countries = knowledge.frameworks.get(at.framework)?.countries ?? [];
  const tables = own.filter(({ role }) => isInGroupOf('framework', role));
  const isLoose = ({ role, anyOf }: Constraint) =>
    role === 'level' || role === 'kind' || role === 'size' || (role === 'framework' && anyOf.includes(at.framework));
  const isSame = countries.length > 2 && tables.length > 0 && tables.every(isLoose);
  return isSame ? [membersOf(countries)] : [];
}
