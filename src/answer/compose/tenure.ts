import { answered } from '../draft.ts';
import type { Composer } from './lines.ts';
import { idsIn, peopleIn, recordIdsOf, termLines } from './terms.ts';

/** From when to when somebody held a post. Opens with the term in the post asked about, else with the latest; then the others. */
export const composeTenure: Composer = (given) => {
  const posts = idsIn(given, 'post');
  const terms = peopleIn(given).flatMap((person) => {
    const asked = person.offices.filter(({ post }) => posts.includes(post));
    return (asked.length > 0 ? asked : person.offices).map((office) => ({ person, office }));
  });
  const sorted = terms.sort((a, b) => ((a.office.from ?? '') < (b.office.from ?? '') ? 1 : -1));
  const [headline, ...lines] = termLines(sorted, given);
  return (
    headline &&
    answered(headline, lines, {
      consultations: recordIdsOf(sorted, given),
      focus: [...new Set(sorted.map(({ person }) => person.id))],
    })
  );
};
