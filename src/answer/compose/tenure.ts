import { idsIn } from '../../reading/query.ts';
import { periodOfEventDate } from '../../time/calendar.ts';
import { formatDate } from '../../time/format.ts';
import { meetingReference } from '../cite.ts';
import { citing, type Line } from '../draft.ts';
import type { Given } from '../given.ts';
import type { Composer } from './lines.ts';
import { peopleIn, recordsOf, type Term, termsDraft, termsOf } from './terms.ts';

/** From when to when somebody held a post. Opens with the term in the post asked about, else with the latest; then the others. */
export const composeTenure: Composer = (given) => {
  const posts = idsIn(given.query, 'post');
  const terms = peopleIn(given).flatMap((person) => {
    const asked = termsOf(person).filter(({ office }) => posts.includes(office.post));
    return asked.length > 0 ? asked : termsOf(person);
  });
  const sorted = terms.sort((a, b) => ((a.office.from ?? '') < (b.office.from ?? '') ? 1 : -1));
  const draft = termsDraft(sorted, given);
  const headline = given.query.aspect === 'until' ? endUnknown(sorted[0], given) : undefined;
  return draft && headline ? { ...draft, headline } : draft;
};

/** Asked until when somebody held a post whose end no source gives: that, and the last record of it. */
function endUnknown(term: Term | undefined, given: Given): Line | undefined {
  const last = term && recordsOf(term, given).at(-1);
  if (term === undefined || last === undefined) return undefined;
  const { person, office } = term;
  const { to } = periodOfEventDate(last.date);
  if (office.sources !== undefined && office.to !== undefined && office.to !== to) return undefined;
  const { language, say } = given;
  const text = say.endUnknown(person.names[language], office[language], formatDate(last.date, language));
  return citing(text, meetingReference(last));
}
