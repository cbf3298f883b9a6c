import type { Told } from '../told.ts';
import type { NextAsks } from './phrases.ts';
import { on, the } from './words-en.ts';

/** Questions an English reader may ask next. */
export const asks: NextAsks = {
  who: (told) => `Who attended ${meeting(told)}?`,
  where: (told) => `Where was ${meeting(told)} held?`,
  what: (told) => `What was discussed at ${meeting(told)}?`,
  topic: (topic) => `What was agreed on ${topic}?`,
  topicIn: (topic, period) => `What was said about ${topic} in ${period}?`,
  latest: (framework) => `When was the latest ${framework}?`,
  list: (framework, period) => `List every ${framework} in ${period}`,
  listIn: (period) => `List the consultations of ${period}`,
  development: (topic) => `How did the discussion of ${topic} develop over time?`,
  define: (name) => `What is ${name}?`,
};

function meeting(told: Told): string {
  return `${the(told.name)} ${on(told)}`;
}
