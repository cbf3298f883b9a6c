import { StdioServerTransport } from '@modelcontextprotocol/sdk/server/stdio.js';
import { parseUsage, runCli } from '../../src/command-line.ts';
import { loadConfig } from '../../src/config.ts';
import { openDesk } from '../../src/open-desk.ts';
import { pagesAt } from '../../src/record/pages.ts';
import { createMcpServer } from './index.ts';

const usage = `Usage: npm run --silent mcp

  Serves the record to an assistant over stdin and stdout (Model Context Protocol), until stdin ends.`;

await runCli(async (args) => {
  const { values } = parseUsage({ args, options: { help: { type: 'boolean', default: false } } }, usage);
  if (values.help) {
    process.stdout.write(`${usage}\n`);
    return 0;
  }
  const { knowledgeDir, zone, language, publicUrl } = await loadConfig();
  const desk = await openDesk(knowledgeDir);
  const server = createMcpServer({
    desk: () => desk,
    clock: () => Temporal.Now.instant(),
    zone,
    language,
    pages: publicUrl === undefined ? undefined : pagesAt(publicUrl),
  });
  // The transport does not tell when its input ends.
  const ended = new Promise<void>((resolve) => process.stdin.once('end', resolve));
  await server.connect(new StdioServerTransport());
  desk.warm?.();
  await ended;
  await server.close();
  return 0;
});
