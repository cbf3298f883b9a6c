import type { KnowledgeBase } from '../knowledge/knowledge-base.ts';
import type { Person } from '../knowledge/schema.ts';
import type { Bilingual } from '../text/language.ts';
import { level } from '../text/level.ts';
import type { Period } from '../time/period.ts';
import { consultationSpan, overlaps } from '../time/spans.ts';
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

/** True when someone in this person's posts could be called by `title`. */
export function titleFits(knowledge: KnowledgeBase, person: string, title: Title, period: Period | null): boolean {
  const offices = knowledge.people.get(person)?.offices ?? [];
  const timely = offices.filter(
    (office) => !period || overlaps({ from: office.from ?? null, to: office.to ?? null }, period),
  );
  if (timely.some((office) => fits(title, postsOf(office)))) return true;
  const held = (name: Bilingual) => offices.filter(({ ja, en }) => ja === name.ja && en === name.en).flatMap(postsOf);
  return knowledge.consultations.some(
    (consultation) =>
      (!period || overlaps(consultationSpan(consultation), period)) &&
      consultation.participants.some((one) => one.person === person && fits(title, held(one.office))),
  );
}

/** Ids of a person's posts that a text calls by their title: 木原防衛大臣, "Defense Minister Kihara". */
export function postsCalled(text: string, person: string, knowledge: KnowledgeBase): readonly string[] {
  const typed = level(text);
  const said = collectTitles(knowledge).filter(
    ({ post, ja, en }) => post && [...ja, ...en].some((form) => typed.includes(level(form))),
  );
  const offices = knowledge.people.get(person)?.offices ?? [];
  return [
    ...new Set(offices.filter((office) => said.some((title) => fits(title, postsOf(office)))).map(({ post }) => post)),
  ];
}
