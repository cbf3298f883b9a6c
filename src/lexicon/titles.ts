import type { KnowledgeBase } from '../knowledge/knowledge-base.ts';
import { foldKey } from '../text/fold.ts';
import { wordsOf } from './words.ts';

/** A way to call the holder of a post. */
export type Title = {
  readonly ja: readonly string[];
  readonly en: readonly string[];
  /** False for 長官, Mr. and the like: they mark a name but name no post. */
  readonly post: boolean;
  /** The posts whose holders are called so; `null` for 氏 and Mr., which anybody is called. */
  readonly posts: ReadonlySet<string> | null;
};

/** Every title: those of one post, those that several posts share, and those that say nothing of a post. */
export function collectTitles(knowledge: KnowledgeBase): readonly Title[] {
  const posts = [...knowledge.posts.values()];
  const heading = wordsOf(knowledge, 'heading');
  return [
    ...posts.map(
      ({ id, names, aliases, heads = { ja: [], en: [] } }): Title => ({
        ja: [
          names.ja,
          ...aliases.ja,
          ...heading.flatMap(({ ja }) => heads.ja.flatMap((body) => ja.map((word) => body + word))),
        ],
        en: [
          names.en,
          ...aliases.en,
          ...heading.flatMap(({ en }) => heads.en.flatMap((body) => en.map((word) => `${word} ${body}`))),
        ],
        post: true,
        posts: new Set([id]),
      }),
    ),
    ...[...knowledge.titles.values()].map(
      ({ id, namesPost, aliases }): Title => ({
        ...aliases,
        post: namesPost === true,
        posts: new Set(posts.filter(({ titles }) => titles.includes(id)).map((post) => post.id)),
      }),
    ),
    ...wordsOf(knowledge, 'honorific').map(({ ja, en }): Title => ({ ja, en, post: false, posts: null })),
  ];
}

/** The posts whose holders are called so, by each folded form of their shared titles, one and several; in the order of the record. */
export function collectCalled(knowledge: KnowledgeBase): ReadonlyMap<string, readonly string[]> {
  const called = new Map<string, string[]>();
  for (const post of knowledge.posts.values()) {
    const aliases = post.titles.flatMap((id) => knowledge.titles.get(id)?.aliases ?? []);
    const forms = aliases.flatMap(({ ja, en }) => [...ja, ...en].map(foldKey));
    for (const form of new Set(forms.flatMap((one) => [one, `${one}s`])))
      called.set(form, [...(called.get(form) ?? []), post.id]);
  }
  return called;
}

/** Whether somebody who holds one of `posts` is called by `title`. */
export function fits(title: Title, posts: readonly string[]): boolean {
  return title.posts === null || posts.some((post) => title.posts?.has(post));
}
