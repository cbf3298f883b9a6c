import { StdioServerTransport } from '@modelcontextprotocol/sdk/server/stdio.js';
import { command, run } from '../../src/command-line/command.ts';
import { loadConfig } from '../../src/config.ts';
import { openDesk } from '../../src/open-desk.ts';
import { pagesAt } from '../../src/record/index.ts';
import { createMcpServer } from './index.ts';

const mcp = command(
  'mcp',
  'Serves the record to an assistant over standard input and output (Model Context Protocol), until the input ends.',
  { isPiped: true },
).action(async () => {
  const { knowledgeDir, zone, language, publicUrl } = loadConfig();
  const desk = openDesk(knowledgeDir);
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
  desk.warm?.().forEach(() => {});
  await ended;
  await server.close();
});

await run(mcp);
