import type { PendingFault } from '../parse-records.ts';
import type { Consultation } from '../schema.ts';
import { unwritten } from '../unwritten.ts';
import type { Rule } from './index.ts';

/** What is published is finished: no drafts, no left-over evidence, nothing that the drafter left to be written. */
export const checkPublication: Rule = ({ consultations }) => {
  const faults: PendingFault[] = [];
  for (const { value, file } of consultations) {
    if (value.status === 'draft') {
      faults.push({
        file,
        path: ['status'],
        message: 'is still a draft, and is never answered from',
        fix: 'put each evidence into our own words in both languages, then set status: published',
        severity: 'note',
      });
      continue;
    }
    faults.push(...leftToWrite(value).map((fault) => ({ file, ...fault })));
    for (const [at, outcome] of value.outcomes.entries()) {
      if (outcome.evidence !== undefined) {
        faults.push({
          file,
          path: ['outcomes', at, 'evidence'],
          message: "still holds the source's own words",
          fix: 'put them into our own words and take evidence out',
          severity: 'error',
        });
      }
    }
  }
  return faults;
};

/** The drafter's placeholders, and the title as it takes it from the framework: "Japan–U.S. defense ministerial". */
function leftToWrite({
  title,
  outcomes,
  note,
}: Consultation): Pick<PendingFault, 'path' | 'message' | 'fix' | 'severity'>[] {
  const texts = [
    { path: ['title'], text: title },
    ...(note === undefined ? [] : [{ path: ['note'], text: note }]),
    ...outcomes.map((outcome, at) => ({ path: ['outcomes', at], text: outcome })),
  ];
  const faults = texts.flatMap(({ path, text }) =>
    (['ja', 'en'] as const)
      .filter((language) => text[language].includes(unwritten[language]))
      .map((language) => ({
        path: [...path, language],
        message: "still holds the drafter's placeholder",
        fix: 'write it in our own words',
        severity: 'error' as const,
      })),
  );
  const [countries = '', next = ''] = title.en.split(' ');
  const isLower = /^\p{Ll}/u.test(countries) || (countries.includes('–') && /^\p{Ll}/u.test(next));
  if (!isLower) return faults;
  const message = `title is in lower case: "${countries} ${next} …"`;
  return [...faults, { path: ['title', 'en'], message, fix: 'write its words with capitals', severity: 'untidy' }];
}
