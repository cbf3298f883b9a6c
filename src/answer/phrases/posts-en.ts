import type { Told } from '../told.ts';
import type { Holder, Term } from './phrases.ts';
import { inPeriod } from './scope-en.ts';
import { capital, joined, on, the } from './words-en.ts';

/** What is said of people and their posts. */
export const postsEn = {
  term({ name, country, office, from, to }: Term) {
    const who = `${name} (${country.replace(/^the /, '')})`;
    if (from?.isTerm && to?.isTerm) return `${who} was ${office} from ${from.day} to ${to.day}.`;
    if (from?.isTerm && to !== null)
      return `${who} became ${office} on ${from.day}; the latest record is of ${to.day}.`;
    if (from?.isTerm) return `${who} became ${office} on ${from.day}.`;
    if (from !== null && to?.isTerm) return `${who} was ${office} until ${to.day}; the first record is of ${from.day}.`;
    if (to?.isTerm) return `${who} was ${office} until ${to.day}.`;
    if (from !== null && from.day === to?.day) return `${who} is on record as ${office} ${inPeriod(from.day)}.`;
    if (from !== null && to !== null)
      return `${who} is on record as ${office} (first record ${from.day}, latest ${to.day}).`;
    return `${who} is on record as ${office}.`;
  },
  /** Nothing tells when somebody left a post; `last` is the day of the last record of it. */
  endUnknown: (name: string, office: string, last: string) =>
    `The record does not say when ${name} left office as ${office}; the last consultation on record in that post is of ${last}.`,
  /** How many people that the record names are meant, before the sentence that names them. */
  peopleNamed: (count: number, sentence: string) =>
    `The record names ${count} ${count === 1 ? 'person' : 'people'}. ${sentence}`,
  /** Several held one post, or who held each of several; in no period, who did last. */
  holders(posts: readonly { office: string; names: readonly string[] }[], period: string | null) {
    const [first, ...others] = posts;
    if (first !== undefined && others.length === 0 && period !== null)
      return `On record as ${first.office} ${inPeriod(period)}: ${joined(first.names)}.`;
    const each = posts.map(({ office, names }) => `${joined(names)} as ${office}`).join('; ');
    return period === null ? `Latest on record: ${each}.` : `On record ${inPeriod(period)}: ${each}.`;
  },
  /** One followed another in a post. */
  handedOver(office: string, before: Holder, after: Holder) {
    const [last, first] = [before.bound?.day ?? '', after.bound?.day ?? ''];
    if (before.bound?.isTerm && after.bound?.isTerm && last === first)
      return `${after.name} followed ${before.name} as ${office} on ${first}.`;
    const ended = before.bound?.isTerm
      ? `${before.name} was ${office} until ${last}`
      : `the last record of ${before.name} as ${office} is of ${last}`;
    const began = after.bound?.isTerm
      ? `${after.name} took office on ${first}`
      : `the first record of ${after.name} is of ${first}`;
    return `${capital(ended)}, and ${began}.`;
  },
  /** Whoever comes before or after somebody in a post, by the record. */
  neighbour: (which: 'before' | 'after', office: string, name: string, other: string) =>
    which === 'before'
      ? `On record, ${name} was ${office} before ${other}.`
      : `On record, ${name} followed ${other} as ${office}.`,
  noNeighbour: (which: 'before' | 'after', office: string, name: string) =>
    `The record shows nobody as ${office} ${which} ${name}.`,
  personMet: (name: string, count: number, latest: Told) =>
    count === 1
      ? `The record holds one consultation with ${name}: ${the(latest.name)} ${on(latest)}.`
      : `The record holds ${count} consultations with ${name}; the latest is ${the(latest.name)} ${on(latest)}.`,
};
