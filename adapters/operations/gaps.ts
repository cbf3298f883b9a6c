import { loadConfig } from '../../src/config.ts';
import { openStore } from '../../src/store/open.ts';
import { parseUsage, runCli } from '../cli.ts';
import { at, limitOf, table } from './report.ts';

const usage = `Usage: npm run gaps -- [--limit N] [--json]

  What was asked and not found, newest first: where the record could grow. Text shows only where KYOGI_KEEP_TEXT was on.`;

await runCli(async (args) => {
  const { values } = parseUsage(
    { args, options: { limit: { type: 'string' }, json: { type: 'boolean', default: false } } },
    usage,
  );
  const limit = limitOf(values.limit, usage);
  const store = await openStore((await loadConfig()).databaseUrl, { process: 'beside' });
  const gaps = await store.listGaps(limit).finally(() => store.close());
  // Who asked is of no use to a curator.
  const rows = gaps.map(({ actor: _actor, ...gap }) => gap);
  process.stdout.write(
    values.json
      ? `${JSON.stringify(rows)}\n`
      : table(
          ['when', 'platform', 'language', 'intent', 'reason', 'text'],
          rows.map((gap) => [at(gap.at), gap.platform, gap.language, gap.intent, gap.reason, gap.text ?? '(not kept)']),
        ),
  );
  return 0;
});
