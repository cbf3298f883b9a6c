import type { Framework } from '../../knowledge/schema.ts';
import { ALLIES, isAlly } from '../../lexicon/countries.ts';
import type { Lexicon } from '../../lexicon/lexicon.ts';
import { foldKey } from '../../text/fold.ts';
import { namesAllies } from '../../text/shape.ts';
import { type Annotation, asName, idsOf, isCue, isName, type NameAnnotation } from '../annotation.ts';
import { countriesOf } from '../countries.ts';
import { isSize, listed } from '../patterns.ts';
import { type Rewrite, type Run, withRuns } from './rewrite.ts';

const isPart = listed('described');
const isLink = listed('described-link');
const isVague = listed('described-vague');
const isBody = listed('body');
const isBodyAlone = listed('body-alone');
const isBetweenSize = listed('between-size');

/**
 * "The US–Japan–Philippines talks on the sea", 北朝鮮のハッカー対策をめぐる日米韓の作業部会: who sits there, what it is about and what kind of body it is
 * name a framework as its title does, where one of exactly these countries has that subject.
 */
export const withDescribedTables: Rewrite = (given, { text, lexicon }) => {
  const all = withRuns(given, text, (at) => saidTwice(given, at, text, lexicon));
  if (!all.some(isBody)) return all;
  return withRuns(all, text, (at) => {
    const run = runFrom(all, at);
    const last = run.at(-1);
    const entities = frameworksOf(run, lexicon).map((id) => ({ kind: 'framework' as const, id }));
    return last && entities.length > 0 ? named(last, entities) : undefined;
  });
};

/** 五か国の防衛相会合, "the five-way defense ministerial": the one table of that rank at which so many countries sit. */
export const withSizedTables: Rewrite = (all, { text, lexicon: { knowledge } }) =>
  withRuns(all, text, (at) => {
    const size = all[at];
    if (!isSize(size)) return undefined;
    const last = all.slice(at + 1).find((one) => !isBetweenSize(one));
    const frameworks = [...knowledge.frameworks.values()];
    const kinds = idsOf(last, 'framework').flatMap((id) => frameworks.filter((one) => one.id === id && one.byRank));
    const isOf = ({ kind, countries }: Framework) =>
      countries.length === size.value && kinds.some((one) => one.kind === kind);
    const [only, ...more] = frameworks.filter(isOf);
    return last && only && more.length === 0 ? named(last, [{ kind: 'framework', id: only.id }]) : undefined;
  });

/** What brackets say of a body again, or who sits there: the two are one name. */
function saidTwice(all: readonly Annotation[], at: number, text: string, { surfaces }: Lexicon): Run | undefined {
  const opens = (place: number) => isOpened(text.slice(all[place - 1]?.span[1] ?? text.length, all[place]?.span[0]));
  const [before, one, beside] = [all[at - 1], all[at], all[at + 1]];
  if (one === undefined) return undefined;
  // 海洋協議（日米比）: the body of theirs that is called so.
  if (isName(beside, 'members') && opens(at + 1)) {
    const theirs = (surfaces.get(foldKey(`${beside.text}${one.text}`)) ?? []).map(({ entity }) => entity);
    return theirs.length === 0 ? undefined : named(beside, theirs);
  }
  // "The defense ministerial (Japan-US-ROK)": who sits there, and nothing that was spoken of.
  const table = one.kind === 'name' ? one.entities.filter(({ kind }) => kind === 'members') : [];
  if (table.length > 0 && isName(before, 'framework') && opens(at)) return named(one, table);
  return isName(one, 'framework', 'members', 'country') ? describedTwice(all, at, opens) : undefined;
}

/** "The Japan–U.S.–Australia strategic dialogue (TSD)", 日米豪戦略対話（TSD）: a description with the name of the body in brackets is that body. */
function describedTwice(all: readonly Annotation[], at: number, opens: (place: number) => boolean): Run | undefined {
  const next = all.slice(at + 1, at + LONGEST);
  const end = next.findIndex((_, place) => opens(at + 1 + place));
  const isOne = next
    .slice(0, Math.max(0, end))
    .every((one) => isPart(one) || isLink(one) || isBody(one) || isName(one, 'level'));
  const last = next[end];
  return isOne && isName(last, 'framework') ? named(last, last.entities) : undefined;
}

const named = (last: Annotation, entities: NameAnnotation['entities']): Run => {
  return { last, made: (place) => asName(place, entities) };
};

const isOpened = (between: string) => between.includes('(') || between.includes('（');

/** What may stand in the description of a body from `at` on, without the links at either end. */
function runFrom(all: readonly Annotation[], at: number): readonly Annotation[] {
  const isWithin = (one: Annotation) => isPart(one) || isAllied(one) || isName(one, 'members');
  if (isLink(all[at])) return [];
  const next = all.slice(at, at + LONGEST);
  const end = next.findIndex((one) => !isWithin(one) && !isLink(one));
  const run = next.slice(0, end < 0 ? undefined : end);
  return run.slice(0, run.findLastIndex((one) => !isLink(one)) + 1);
}

/** What may stand in a description at most: no body is described by more. */
const LONGEST = 24;

const isAllied = (one: Annotation) => isCue(one, 'noise') && namesAllies(one.text);

/** The frameworks of exactly the countries named that are about all that is named beside them; of several those whose title has that word for a body. */
function frameworksOf(run: readonly Annotation[], lexicon: Lexicon): readonly string[] {
  const body = run.find(isBody);
  const subjects = run.filter(
    (one) => one !== body && (one.kind === 'word' || (isName(one, 'topic') && !isName(one, 'members'))),
  );
  const isOfThem = tableOf(run, body, lexicon);
  if (body === undefined || isOfThem === undefined) return [];
  const fitting = [...lexicon.knowledge.frameworks.values()].filter(
    (one) => one.subject !== undefined && isOfThem(one) && isAbout(subjects, one.subject),
  );
  const kind = body.text.toLowerCase();
  const titled = fitting.filter(({ names }) => `${names.ja} ${names.en}`.toLowerCase().includes(kind));
  return (titled.length > 0 ? titled : fitting).map(({ id }) => id);
}

/** Whether just those sit at a framework whom a description names; `undefined` where it names no table. */
function tableOf(run: readonly Annotation[], body: Annotation | undefined, lexicon: Lexicon) {
  const countries = run.flatMap((one) => (isAllied(one) ? ALLIES : countriesOf(one, lexicon)));
  const isOfAllies = countries.every(isAlly);
  // "The trilateral working group on North Korean cyber threats": of three countries, whichever.
  if (isOfAllies && run.some((one) => idsOf(one, 'level').includes('trilateral')))
    return (one: Framework) => one.countries.length === 3;
  // "The nuclear umbrella dialogue": of the two allies, where nothing else stands beside its subject.
  const isAlone = run.length === 2 && run[1] === body && isBodyAlone(body);
  if (isOfAllies && new Set(countries).size < 2 && !isAlone) return undefined;
  const members = [...new Set([...ALLIES, ...countries])].sort().join();
  return (one: Framework) => [...one.countries].sort().join() === members;
}

type Subject = { readonly topics: readonly string[]; readonly ja: readonly string[]; readonly en: readonly string[] };

/** Whether everything that is named belongs to a subject, its first topic or a word of its own among it. */
function isAbout(named: readonly Annotation[], { topics, ja, en }: Subject): boolean {
  const told = named.filter((one) => !isVague(one));
  const isOwn = (one: Annotation) => [...ja, ...en].includes(one.text.toLowerCase());
  const isOf = (one: Annotation) => isOwn(one) || idsOf(one, 'topic').some((id) => topics.includes(id));
  return told.every(isOf) && told.some((one) => isOwn(one) || idsOf(one, 'topic').includes(topics[0] ?? ''));
}
