import type { Lexicon } from '../lexicon/lexicon.ts';
import { holdersInTime, peopleCalled } from '../lexicon/offices.ts';
import { type Annotated, type Annotation, idsOf, isName } from './annotation.ts';
import { marksOf } from './marks.ts';
import type { Query } from './query.ts';

/** Who is held to have done or said it, by the words beside the name: "did Austin ask", 求めたのは米側ですか. Of a post everybody who held it; nobody
 * where those at the table are named by their rank (署名したのは首脳ですか). */
export function doerIn(annotated: Annotated, rest: readonly Annotation[], lexicon: Lexicon): Query['doer'] {
  const marked = (mark: string) => rest.filter((one) => marksOf(annotated, annotated.all.indexOf(one)).has(mark));
  const soles = marked('sole-doer');
  const named = soles.length > 0 ? soles : marked('doer');
  const { knowledge, posts } = lexicon;
  const ways: readonly ((one: Annotation) => readonly string[])[] = [
    (one) => (one.kind === 'name' ? peopleCalled(idsOf(one, 'person'), one.titles, knowledge) : []),
    (one) => idsOf(one, 'office').flatMap((id) => holdersInTime(posts.get(id))),
    (one) => idsOf(one, 'country'),
  ];
  const doers = ways.map((idsIn) => named.flatMap(idsIn)).find((ids) => ids.length > 0);
  if (doers !== undefined) return { doers, isSole: soles.length > 0 };
  return named.some((one) => isName(one, 'level')) ? { doers: [], isSole: false } : undefined;
}
