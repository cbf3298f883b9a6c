import { loadConfig } from '../../src/config.ts';
import { openStore } from '../../src/store/open.ts';
import { parseUsage, runCli } from '../cli.ts';
import { at, limitOf, table } from './report.ts';

const usage = `Usage: npm run feedback -- [--limit N] [--json]

  What people said of answers, newest first. "answer" is the id that the log names; text shows only where KYOGI_KEEP_TEXT was on.`;

await runCli(async (args) => {
  const { values } = parseUsage(
    { args, options: { limit: { type: 'string' }, json: { type: 'boolean', default: false } } },
    usage,
  );
  const limit = limitOf(values.limit, usage);
  const store = await openStore((await loadConfig()).databaseUrl, { process: 'beside' });
  const feedback = await store.listFeedback(limit).finally(() => store.close());
  const rows = feedback.map(({ actor: _actor, ...each }) => each);
  process.stdout.write(
    values.json
      ? `${JSON.stringify(rows)}\n`
      : table(
          ['when', 'platform', 'kind', 'answer', 'knowledge', 'text'],
          rows.map((each) => [
            at(each.at),
            each.platform,
            each.kind,
            each.ask,
            each.knowledgeVersion,
            each.text ?? '(not kept)',
          ]),
        ),
  );
  return 0;
});
