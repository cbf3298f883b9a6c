import { at, runReport } from '../adapters/service/report.ts';

await runReport({
  usage: `Usage: npm run gaps -- [--limit N] [--json]

  What was asked and not found, newest first: where the record could grow. Text shows only where KYOGI_KEEP_TEXT was on.`,
  list: (store, limit) => store.listGaps(limit),
  heading: ['when', 'platform', 'language', 'intent', 'reason', 'text'],
  cells: (gap) => [at(gap.at), gap.platform, gap.language, gap.intent, gap.reason, gap.text ?? '(not kept)'],
});
