import type { Consultation } from '../knowledge/schema.ts';
import type { Ask } from '../reading/query.ts';
import type { Line } from './draft.ts';
import type { Given } from './given.ts';
import { tell } from './told.ts';

/** Of this many consultations on a page, the first: more notes would bury the answer. */
const mostNoted = 2;

type Matter = 'day' | 'length' | 'people' | 'form' | 'place' | 'source';

/** What a note is about, read in its English text; the first that fits decides. */
const MATTERS: readonly (readonly [Matter, RegExp])[] = [
  ['length', /\b(?:minutes|length|duration)\b/i],
  ['form', /\b(?:not a (?:(?:formal|separate) )?meeting|without a meeting)\b/i],
  ['form', /\b(?:working lunch|short (?:talk|meeting))\b/i],
  ['place', /\bplace (?:is|nor)\b|\bname the place\b/i],
  ['source', /\b(?:rests? on|based on|no (?:government )?(?:release|readout)|seen in)\b/i],
  ['day', /\b(?:dates?|dated|local time|Eastern time|late on|Japan time)\b/i],
  ['people', /\b(?:attended|joined|names?|surnames|participant|took part|met|invited)\b/i],
];

/** Which of them a reader of an answer needs. How a thing is known matters to every claim; the rest to those who asked for it. */
const NEEDED: Readonly<Partial<Record<Ask, readonly Matter[]>>> = {
  when: ['day', 'form'],
  since: ['day', 'form'],
  between: ['day', 'form'],
  list: ['day', 'form'],
  who: ['people', 'day', 'form'],
  where: ['place', 'day', 'form'],
  duration: ['length', 'day', 'form'],
  rank: ['length'],
  what: ['form'],
  'yes-no': ['form'],
};

/**
 * What a record says beside its outcomes, where it bears on what was asked: that its date is another day elsewhere, that sources differ. A note
 * on one subject is shown with sentences on that subject alone.
 */
export function recordNotes(lines: readonly Line[], given: Given): readonly string[] {
  const { query, knowledge, language, say } = given;
  const needed = [query.ask, ...query.also].flatMap((ask) => NEEDED[ask] ?? []);
  const ids = [...new Set(lines.map(({ consultation }) => consultation))].slice(0, mostNoted);
  return ids.flatMap((id) => {
    const consultation = knowledge.consultations.find((each) => each.id === id);
    const note = consultation?.note;
    if (consultation === undefined || note === undefined) return [];
    const matter = MATTERS.find(([, words]) => words.test(note.en))?.[0];
    const said = lines.filter((line) => line.consultation === id).map(({ text }) => text);
    const bears =
      matter === undefined
        ? subjectsIn(note[language]).some((subject) => said.some((text) => text.includes(subject)))
        : matter === 'source' || needed.includes(matter);
    const left = sentencesIn(note[language]).filter((each) => !said.some((text) => text.endsWith(say.explained(each))));
    return bears && left.length > 0
      ? [say.note(tell(consultation, given), left.join(language === 'ja' ? '' : ' '))]
      : [];
  });
}

const sentencesIn = (note: string) => note.split(/(?<=。)|(?<=[a-z]\.) /);

/** What a record says beside its outcomes: the first sentence of its note with one of these words. */
export function notedOn({ note }: Consultation, words: RegExp, { language }: Given): string | undefined {
  return note && sentencesIn(note[language]).find((each) => words.test(each));
}

/** Proper names of several words, and runs of kanji or katakana: what a note on one subject is about. */
function subjectsIn(note: string): readonly string[] {
  return [/(?<![\w.-])\p{Lu}[\w.-]*(?: \p{Lu}[\w.-]*)+/gu, /[\p{Script=Han}\p{Script=Katakana}ー]{4,}/gu].flatMap(
    (subject) => note.match(subject) ?? [],
  );
}
