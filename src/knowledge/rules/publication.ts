import type { PendingFault } from '../parse-records.ts';
import type { Outcome } from '../schema.ts';
import type { Rule } from './index.ts';

/** What is published is finished: no drafts, no left-over evidence, and "agreed" only where the words say so. */
export const checkPublication: Rule = ({ consultations }) => {
  const faults: PendingFault[] = [];
  for (const { value, file } of consultations) {
    if (value.status === 'draft') {
      faults.push({
        file,
        path: ['status'],
        message: 'is still a draft, and is never answered from',
        fix: 'put each evidence into our own words in both languages, then set status: published',
        severity: 'untidy',
      });
      continue;
    }
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
      if (!saysAgreed(outcome)) {
        faults.push({
          file,
          path: ['outcomes', at, 'act'],
          message: 'act is agreed, but the sentences speak of no agreement',
          fix: 'use the act that the source reports, or say in the sentences that they agreed',
          severity: 'error',
        });
      }
    }
  }
  return faults;
};

const saysAgreed = ({ act, ja, en }: Outcome): boolean =>
  act !== 'agreed' ||
  (/一致|合意|申し合わせ|取り決め|同意/u.test(ja) && /agree|concur|shared the view|same view|one in /i.test(en));
