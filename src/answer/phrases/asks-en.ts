import type { Told } from '../told.ts';
import type { NextAsks } from './phrases.ts';
import { plural } from './scope-en.ts';
import { on, the } from './words-en.ts';

/** Questions an English reader may ask next. */
export const asks: NextAsks = {
  who: (told) => `Who attended ${meeting(told)}?`,
  where: (told) => `Where ${isPlural(told.name) ? 'were' : 'was'} ${meeting(told)} held?`,
  what: (told) => `What was discussed at ${meeting(told)}?`,
  topic: (topic) => `What was agreed on ${topic}?`,
  topicIn: (topic, period) => `What was said about ${topic} in ${period}?`,
  latest: (framework) => `When ${isPlural(framework) ? 'were' : 'was'} the latest ${framework}?`,
  list: (framework, period) => `List every ${framework} in ${period}`,
  development: (topic) => `How did the discussion of ${topic} develop over time?`,
  define: (name) => (isPlural(name) ? `What are ${the(name)}?` : `What is ${withArticle(name)}?`),
  explain: (name) => (isLetters(name) ? `What is ${name}?` : null),
  raised: (topic, told) => `Did ${meeting(told)} discuss ${topic}?`,
  attended: (person) => `Which consultations did ${person} attend?`,
  howMany: (framework, period) => `How many ${plural(framework, 2)} were held in ${period}?`,
  compare: (topic, earlier, later) => `Compare ${earlier} and ${later} on ${topic}`,
  ofWholeRecord: (question) => `${question} (whole record)`,
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
