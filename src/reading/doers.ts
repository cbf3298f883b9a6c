import type { Lexicon } from '../lexicon/lexicon.ts';
import { holdersInTime, peopleCalled } from '../lexicon/offices.ts';
import { type Annotated, type Annotation, idsOf, isCue, isName } from './annotation.ts';
import { marksOf } from './marks.ts';
import type { Query } from './query.ts';

/** Who is held to have done or said it, by the words beside the name: "did Austin ask", 求めたのは米側ですか. Of a post everybody who held it; nobody
 * where those at the table are named by their rank (署名したのは首脳ですか). */
export function doerIn(annotated: Annotated, rest: readonly Annotation[], lexicon: Lexicon): Query['doer'] {
  if (asksWhetherMet(rest, annotated.language)) return undefined;
  const marked = (mark: string) => rest.filter((one) => marksOf(annotated, one).has(mark));
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

/** Whether two met is told by who was there, whoever spoke: 式典に出たあと会いましたか. */
function asksWhetherMet(rest: readonly Annotation[], language: Annotated['language']): boolean {
  const deeds = rest.filter((one) => isCue(one, 'act.*', 'verb.*', 'say', 'meet.*'));
  const telling = language === 'ja' ? deeds.slice(-1) : deeds;
  return telling.length > 0 && telling.every((one) => isCue(one, 'meet.meet', 'meet.face', 'meet.visit'));
}
