import type { KnowledgeBase } from '../knowledge/knowledge-base.ts';
import type { Person } from '../knowledge/schema.ts';
import { rememberedOf } from '../memo.ts';
import type { Bilingual } from '../text/language.ts';
import { level } from '../text/level.ts';
import { termsOf } from '../text/words.ts';
import type { Period } from '../time/period.ts';
import { type Surface, surface } from './surface.ts';
import { collectTitles, fits, type Title } from './titles.ts';

/** One term in a post. Open ends are unknown or still running. */
type Tenure = { readonly person: string; readonly from: string | null; readonly to: string | null };

type Office = Person['offices'][number];

/** A post, its country and who held it. */
export type Post = {
  readonly id: string;
  readonly country: string;
  readonly names: readonly Bilingual[];
  readonly tenures: readonly Tenure[];
};

/** Every post of every person on record, by id. */
export function collectPosts(knowledge: KnowledgeBase): ReadonlyMap<string, Post> {
  const posts = new Map<string, { id: string; country: string; names: Bilingual[]; tenures: Tenure[] }>();
  const postOf = (id: string, country: string) => {
    const known = posts.get(id);
    if (known) return known;
    const entry = knowledge.posts.get(id);
    const post = { id, country: entry?.country ?? country, names: entry ? [entry.names] : [], tenures: [] };
    posts.set(id, post);
    return post;
  };
  for (const { id, country } of knowledge.posts.values()) postOf(id, country);
  for (const person of knowledge.people.values()) {
    for (const office of person.offices) {
      const post = postOf(office.post, person.country);
      if (!post.names.some((name) => name.ja === office.ja && name.en === office.en)) {
        post.names.push({ ja: office.ja, en: office.en });
      }
      const tenure = { person: person.id, from: office.from ?? null, to: office.to ?? null };
      for (const id of postsOf(office)) postOf(id, person.country).tenures.push(tenure);
    }
  }
  return posts;
}

/** Who held a post, in the order in which they took it up; those of whom no day is known stand first. */
export function holdersInTime(post: Post | undefined): readonly string[] {
  const terms = [...(post?.tenures ?? [])].sort((a, b) => (a.from ?? '').localeCompare(b.from ?? ''));
  return terms.map(({ person }) => person);
}

/** The posts that an office is: its own and those held with it. */
function postsOf({ post, also }: Office): readonly string[] {
  return [post, ...also];
}

/** Surfaces of every post: its own names, and the common ways to call it. A form shared by several countries names them all. */
export function officeSurfaces(posts: ReadonlyMap<string, Post>, titles: readonly Title[]): readonly Surface[] {
  const surfaces: Surface[] = [];
  for (const post of posts.values()) {
    const forms = new Set<string>();
    for (const name of post.names) {
      for (const text of [name.ja, name.en, name.ja.replace(/[(\uFF08].*/su, ''), name.en.replace(/\(.*/s, '')]) {
        if (text.trim() !== '') forms.add(text.trim());
      }
    }
    for (const title of titles) {
      if (title.post && fits(title, [post.id])) for (const text of [...title.ja, ...title.en]) forms.add(text);
    }
    for (const text of forms) {
      surfaces.push(
        surface(text, { kind: 'office', id: post.id }, { rule: /^[a-z]{2}$/i.test(text) ? 'no-figure' : 'plain' }),
      );
    }
  }
  return surfaces;
}

/** Whether somebody in this person's posts, or named so at a meeting, could be called by `title`. */
export function titleFits(knowledge: KnowledgeBase, person: string, title: Title): boolean {
  const offices = knowledge.people.get(person)?.offices ?? [];
  const held = (name: Bilingual) => offices.filter(({ ja, en }) => ja === name.ja && en === name.en).flatMap(postsOf);
  return (
    offices.some((office) => fits(title, postsOf(office))) ||
    knowledge.consultations.some(({ participants }) =>
      participants.some((one) => one.person === person && fits(title, held(one.office))),
    )
  );
}

/** Those of several people whom one of the titles fits; all of them where it fits none. */
export function peopleCalled(people: readonly string[], titles: readonly Title[], knowledge: KnowledgeBase) {
  const fitting = people.filter((id) => titles.some((title) => titleFits(knowledge, id, title)));
  return fitting.length > 0 ? fitting : people;
}

/** Ids of the posts by which a text calls these people (木原防衛大臣); none where each held one post alone, and is told by the name. */
export function postsCalled(text: string, people: readonly string[], knowledge: KnowledgeBase): readonly string[] {
  const offices = people.map((id) => knowledge.people.get(id)?.offices ?? []);
  if (offices.every((own) => new Set(own.map(({ post }) => post)).size < 2)) return [];
  const typed = level(text);
  const said = collectTitles(knowledge).filter(
    ({ post, ja, en }) => post && [...ja, ...en].some((form) => typed.includes(level(form))),
  );
  const called = offices.flat().filter((office) => said.some((title) => fits(title, postsOf(office))));
  return [...new Set(called.map(({ post }) => post))];
}

const termsOfName = rememberedOf((name: Bilingual) => new Set([...termsOf(name.ja), ...termsOf(name.en)]));

/** Posts whose names hold all of some words: "economy minister" is a Minister of Economy, Trade and Industry. */
export function postsInWords(terms: readonly string[], posts: ReadonlyMap<string, Post>): readonly string[] {
  const holds = (name: Bilingual) => terms.every((term) => termsOfName(name).has(term));
  return [...posts.values()].filter(({ names }) => names.some(holds)).map(({ id }) => id);
}

/** From the first to the last day of a person in office, by the governments that bear the name, else by the offices. */
export function termOf(id: string, knowledge: KnowledgeBase): Period | undefined {
  const person = knowledge.people.get(id);
  if (person === undefined) return undefined;
  const bears = (name: string) => name.split(' ').includes(person.family.en);
  const own = [...knowledge.administrations.values()]
    .filter(({ names }) => bears(names.en))
    .filter((one) => person.offices.some(({ from = '', to = '9' }) => from <= (one.to ?? '9') && to >= one.from));
  const dated = person.offices
    .flatMap(({ from, to = null }) => (from === undefined ? [] : [{ from, to }]))
    .sort((a, b) => (a.from < b.from ? -1 : 1));
  const [first, last] = own.length > 0 ? [own.at(-1), own.at(-1)] : [dated[0], dated.at(-1)];
  return first && { from: first.from, to: last?.to ?? null };
}
