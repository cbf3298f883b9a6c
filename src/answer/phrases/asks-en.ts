import type { Told } from '../told.ts';
import { plural } from './scope-en.ts';
import { on, the } from './words-en.ts';

/** Complete questions that an English reader may ask next. */
export const asksEn = {
  who: (told: Told) => `Who attended ${meeting(told)}?`,
  where: (told: Told) => `Where ${isPlural(told.name) ? 'were' : 'was'} ${meeting(told)} held?`,
  what: (told: Told) => `What was discussed at ${meeting(told)}?`,
  topic: (topic: string) => `What was agreed on ${topic}?`,
  topicIn: (topic: string, period: string) => `What was said about ${topic} in ${period}?`,
  latest: (framework: string) => `When ${isPlural(framework) ? 'were' : 'was'} the latest ${framework}?`,
  list: (framework: string, period: string) => `List every ${framework} in ${period}`,
  development: (topic: string) => `How did the discussion of ${topic} develop over time?`,
  /** Of a framework. */
  define: (name: string) => (isPlural(name) ? `What are ${the(name)}?` : `What is ${withArticle(name)}?`),
  /** Of a topic; `null` where its name makes no good question. */
  explain: (name: string) => (isLetters(name) ? `What is ${name}?` : null),
  /** Whether a topic came up at a meeting. */
  raised: (topic: string, told: Told) => `Did ${meeting(told)} discuss ${topic}?`,
  attended: (person: string) => `Which consultations did ${person} attend?`,
  howMany: (framework: string, period: string) => `How many ${plural(framework, 2)} were held in ${period}?`,
  compare: (topic: string, earlier: string, later: string) => `Compare ${earlier} and ${later} on ${topic}`,
  /** A question as it was typed, of the whole record: `scope.whole` of the tables. */
  ofWholeRecord: (question: string) => `${question} (whole record)`,
};

function isPlural(name: string): boolean {
  return /(?:talks|negotiations|discussions|consultations)$/.test(name);
}

/** DICAS, AMRAAM, PAC-3. */
function isLetters(name: string): boolean {
  return /^[A-Z][A-Z0-9-]+$/.test(name);
}

function meeting(told: Told): string {
  return `${withArticle(told.name)} ${on(told)}`;
}

function withArticle(name: string): string {
  return isLetters(name) ? name : the(name);
}
