import type { FrameworkScope } from '../scope.ts';
import type { Told } from '../told.ts';
import type { Seniority } from './phrases.ts';
import { frameworkNoun, plural } from './scope-en.ts';
import { capital, ended, isSeveral, joined, levelWords, on, the, where } from './words-en.ts';

/** What is said of the frameworks themselves: who sits in them, how high, since when, what is above and below. */
export const bodiesEn = {
  countriesOf: (name: string, countries: readonly string[]) => `Countries in ${the(name)}: ${joined(countries)}.`,
  members: (name: string, members: string) => `Members of ${the(name)}: ${members}.`,
  /** Who sits for each side. */
  sides(name: string, sides: readonly { country: string; who: string }[]) {
    const each = sides.map(
      ({ country, who }) => `for ${country}, ${who.replace(/^(?:The|An?) /, (article) => article.toLowerCase())}`,
    );
    return ended(`${capital(the(name))} ${isSeveral(name) ? 'bring' : 'brings'} together, ${each.join('; ')}`);
  },
  /** Where the record stands on it: how many, and the latest. */
  onRecord: (name: string, count: number, latest: Told) =>
    ended(
      count === 1
        ? `The record holds one ${plural(name, 1)}, ${on(latest)}${where(latest)}`
        : `The record holds ${count} ${plural(name, count)}; the latest was ${on(latest)}${where(latest)}`,
    ),
  /** `names`: of all of them, where they are few. */
  frameworks: (about: FrameworkScope, count: number, names: readonly string[]) =>
    `The record holds ${count} ${frameworkNoun(about, count)}${names.length === 0 ? '' : `: ${joined(names)}`}.`,
  noFramework: (about: FrameworkScope) => `No ${frameworkNoun(about, 1)} is on record.`,
  frameworksOf: (level: Seniority, names: readonly string[]) => `${capital(levelWords[level])}: ${joined(names)}`,
  /** `family`: it is one of the meetings of the other; else it is set under it. */
  above: (name: string, over: string, family: boolean) =>
    `${capital(the(name))} ${family ? 'is one of the meetings of' : 'is set under'} ${the(over)}.`,
  below: (name: string, under: readonly string[]) => `Set under ${the(name)}: ${joined(under.map(the))}.`,
  noneAbove: (name: string) => `The record names nothing above ${the(name)}.`,
  noneBelow: (name: string) => `The record names nothing below ${the(name)}.`,
  /** At which level each of some bodies meets. */
  levelsOf: (levels: readonly (readonly [name: string, level: Seniority])[]) =>
    `They differ in level: ${levels.map(([name, level]) => `${the(name)} meets at the level of ${levelWords[level]}`).join('; ')}.`,
  /** That no source says how often a body meets. */
  noRhythm: (name: string) => `The record does not say how often ${the(name)} meets.`,
  levelOf: (name: string, level: Seniority) => `${capital(the(name))} meets at the level of ${levelWords[level]}.`,
  /** It meets at one level, and none of its meetings on record was at the other. */
  notAtLevel: (name: string, own: Seniority, asked: Seniority) =>
    `${capital(the(name))} meets at the level of ${levelWords[own]}; no meeting of it at the level of ${levelWords[asked]} is on record.`,
  /** Over meetings of other bodies with the same business at the level that was asked for. */
  alikeAtLevel: (level: Seniority) => `Other meetings on the same business at the level of ${levelWords[level]}`,
};
