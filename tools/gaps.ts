import { table } from '../src/command-line/table.ts';
import { at, runReport } from './report.ts';

await runReport({
  script: 'gaps',
  description:
    'Lists questions that found nothing: where the record could grow. The text shows only where KYOGI_KEEP_TEXT was on.',
  list: (store, limit) => store.listGaps(limit),
  text: (rows) =>
    table([
      ['when (UTC)', 'platform', 'language', 'intent', 'reason', 'text'],
      ...rows.map((gap) => [at(gap.at), gap.platform, gap.language, gap.intent, gap.reason, gap.text ?? '(not kept)']),
    ]),
});
