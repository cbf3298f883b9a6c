import { contentTerms } from '../question/terms.ts';
import type { Bilingual, Language } from '../text/language.ts';
import type { Composing, Line } from './draft.ts';
import { phrases } from './phrases/phrases.ts';
import { tell } from './told.ts';

/** Of this many consultations on a page, the first: more notes would bury the answer. */
const mostNoted = 2;
/** Notes on the meeting itself matter whatever is said of it: its day, length, place, form, and how it is known. Read in English alone. */
const OF_THE_MEETING =
  /\b(?:dates?|dated|day|local|time|minutes|meetings?|place|format|names?|surnames|joined|visit|held|readout|release|statement issued|announced?|announcement|talks|January|February|March|April|May|June|July|August|September|October|November|December)\b/i;

/**
 * What a record says beside its outcomes: that its date is another day elsewhere, that two sources differ. A note on one subject is
 * shown with sentences on that subject alone.
 */
export function recordNotes(lines: readonly Line[], { knowledge, language }: Composing): readonly string[] {
  const ids = [...new Set(lines.map(({ consultation }) => consultation))].slice(0, mostNoted);
  return ids.flatMap((id) => {
    const consultation = knowledge.consultations.find((each) => each.id === id);
    const note = consultation?.note;
    if (consultation === undefined || note === undefined) return [];
    const said = lines.filter((line) => line.consultation === id).map(({ text }) => text);
    return concerns(note, said, language)
      ? [phrases(language).note(tell(consultation, knowledge, language), note[language])]
      : [];
  });
}

function concerns(note: Bilingual, said: readonly string[], language: Language): boolean {
  if (OF_THE_MEETING.test(note.en)) return true;
  const least = language === 'ja' ? 3 : 5;
  const subjects = contentTerms(note[language]).filter((term) => term.length >= least);
  return said.some((text) => subjects.some((term) => text.toLowerCase().includes(term)));
}
