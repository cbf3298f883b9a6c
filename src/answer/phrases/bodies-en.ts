import type { Phrases } from './phrases.ts';
import { inPeriod, plural } from './scope-en.ts';
import { capital, ended, isSeveral, joined, levelWords, on, the, where } from './words-en.ts';

/** What is said of the frameworks themselves: who sits in them, how high, since when, what is above and below. */
export const bodiesEn = {
  startedIn: (name, date) => `${capital(the(name))} has been held since ${date}.`,
  countriesOf: (name, countries) => `Countries in ${the(name)}: ${joined(countries)}.`,
  members: (name, members) => `Members of ${the(name)}: ${members}.`,
  sides(name, sides) {
    const each = sides.map(
      ({ country, who }) => `for ${country}, ${who.replace(/^(?:The|An?) /, (article) => article.toLowerCase())}`,
    );
    return ended(`${capital(the(name))} ${isSeveral(name) ? 'bring' : 'brings'} together, ${each.join('; ')}`);
  },
  onRecord: (name, count, latest) =>
    ended(
      count === 1
        ? `The record holds one ${plural(name, 1)}, ${on(latest)}${where(latest)}`
        : `The record holds ${count} ${plural(name, count)}; the latest was ${on(latest)}${where(latest)}`,
    ),
  frameworks: (count, names) =>
    `The record holds ${count} ${count === 1 ? 'framework' : 'frameworks'}${names.length === 0 ? '' : `: ${joined(names)}`}.`,
  frameworksBegun: (period, names) =>
    names.length === 0
      ? `No framework on record began ${inPeriod(period)}.`
      : `Frameworks on record that began ${inPeriod(period)}: ${joined(names)}.`,
  noFrameworkWith: (countries) => `No framework on record includes ${joined(countries)}.`,
  frameworksOf: (level, names) => `${capital(levelWords[level])}: ${joined(names)}`,
  above: (name, over, family) =>
    `${capital(the(name))} ${family ? 'is one of the meetings of' : 'is set under'} ${the(over)}.`,
  below: (name, under) => `Set under ${the(name)}: ${joined(under.map(the))}.`,
  noneAbove: (name) => `The record names nothing above ${the(name)}.`,
  noneBelow: (name) => `The record names nothing below ${the(name)}.`,
  levelsOf: (levels) =>
    `They differ in level: ${levels.map(([name, level]) => `${the(name)} meets at the level of ${levelWords[level]}`).join('; ')}.`,
  noRhythm: (name) => `The record does not say how often ${the(name)} meets.`,
  levelOf: (name, level) => `${capital(the(name))} meets at the level of ${levelWords[level]}.`,
  notAtLevel: (name, own, asked) =>
    `${capital(the(name))} meets at the level of ${levelWords[own]}; no meeting of it at the level of ${levelWords[asked]} is on record.`,
  alikeAtLevel: (level) => `Other meetings on the same business at the level of ${levelWords[level]}`,
} satisfies Partial<Phrases>;
