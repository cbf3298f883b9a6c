import { at, runReport } from '../adapters/service/report.ts';

await runReport({
  usage: `Usage: npm run feedback -- [--limit N] [--json]

  What people said of answers, newest first. "answer" is the id that the log names; text shows only where KYOGI_KEEP_TEXT was on.`,
  list: (store, limit) => store.listFeedback(limit),
  heading: ['when', 'platform', 'kind', 'answer', 'knowledge', 'text'],
  cells: ({ text, ...each }) => [
    at(each.at),
    each.platform,
    each.kind,
    each.ask,
    each.knowledgeVersion,
    text ?? '(not kept)',
  ],
});
