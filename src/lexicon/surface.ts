import type { Bilingual } from '../text/language.ts';

export type EntityKind =
  | 'person'
  | 'framework'
  | 'topic'
  | 'country'
  | 'members' // a combination of countries: id is their codes joined by "+"
  | 'document'
  | 'administration'
  | 'office'
  | 'place'
  | 'format'
  | 'level'
  | 'visit' // 訪米: id is the country visited
  | 'outsider' // a power that sits at no table and was no venue: id is its code in countries.yaml
  | 'group' // countries spoken of as one: G7
  | 'occasion'; // a larger event on whose margins meetings are held: the G7 summit

/** Something a text can name. `id` is the record's id; for a place, the key of the lexicon's place table. */
export type Entity = { readonly kind: EntityKind; readonly id: string };

/**
 * One way to write an entity. `rule` guards short or common forms: `cased` needs a capital in the text ("US", "Brown"),
 * `name` is a one-kanji family name that needs a title or a break beside it, `no-figure` stands after no number (3 pm), `venue` is
 * a place only where something is held in it.
 */
export type Surface = {
  readonly text: string;
  readonly entity: Entity;
  readonly rule: 'plain' | 'cased' | 'name' | 'no-figure' | 'venue';
  /** A family name or another part of a name, which several people may share. */
  readonly partial: boolean;
  /** Which of the topic's parts this names; `undefined` for the topic itself and all else. */
  readonly part?: number;
};

/** An entity with its display name; what completion offers. */
export type Named = { readonly entity: Entity; readonly label: Bilingual; readonly weight: number };

/** Makes a surface; by default plain and whole. */
export function surface(
  text: string,
  entity: Entity,
  options: Partial<Pick<Surface, 'rule' | 'partial' | 'part'>> = {},
): Surface {
  return { text, entity, rule: 'plain', partial: false, ...options };
}
