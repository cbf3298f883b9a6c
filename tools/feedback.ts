import { at, runReport } from './report.ts';

await runReport({
  script: 'feedback',
  description:
    'Lists what people said about answers. "answer" is the id in the log; the text shows only where KYOGI_KEEP_TEXT was on.',
  list: (store, limit) => store.listFeedback(limit),
  heading: ['when (UTC)', 'platform', 'kind', 'answer', 'knowledge', 'text'],
  cells: ({ text, ...each }) => [
    at(each.at),
    each.platform,
    each.kind,
    each.ask,
    each.knowledgeVersion,
    text ?? '(not kept)',
  ],
});
