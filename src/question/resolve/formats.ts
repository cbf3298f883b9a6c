import type { Lexicon } from '../../lexicon/lexicon.ts';
import type { Period } from '../../time/period.ts';
import { consultationSpan, overlaps } from '../../time/spans.ts';
import type { Reading } from '../interpret.ts';
import type { Question } from '../question.ts';

/** "When did they first meet?" asks for the day they met, not for the call before it, where the record holds one. */
export function formatsMeant(
  reading: Reading,
  order: 'first' | 'latest' | null,
  people: readonly string[],
  { knowledge }: Lexicon,
): Question['formats'] {
  const isMeeting =
    /\bmeet\b|\bmet\b|会(?:っ|う|い|え)/.test(reading.masked) ||
    (reading.cues.skip > 0 && /\bmeetings?\b/.test(reading.masked));
  if (order !== 'first' || people.length < 2 || !isMeeting) return [];
  const met = knowledge.consultations.filter(({ participants }) =>
    people.every((id) => participants.some(({ person }) => person === id)),
  );
  const isCallFirst = met[0] !== undefined && met[0].format !== 'in-person';
  return isCallFirst && met.some(({ format }) => format === 'in-person') ? ['in-person'] : [];
}

/** "The October 2025 summit" is the one held in person, where there was one such and calls beside it. */
export function formatOfTheOne(
  { text, masked, links }: Reading,
  frameworks: Question['frameworks'],
  period: Period | null,
  { knowledge }: Lexicon,
): Question['formats'] {
  const link = links.find(({ entities }) => entities.some(({ kind }) => kind === 'framework'));
  const isOne =
    /\bthe X F\b|\bthe F (?:in|of|on|from) X/.test(masked) && !/s$/i.test(text.slice(link?.start, link?.end));
  if (!isOne || period === null || frameworks.length !== 1) return [];
  const held = knowledge.consultations.filter(
    (one) => frameworks.includes(one.framework) && overlaps(consultationSpan(one), period),
  );
  return held.length > 1 && held.filter(({ format }) => format === 'in-person').length === 1 ? ['in-person'] : [];
}
