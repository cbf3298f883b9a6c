import { readFileSync } from 'node:fs';
import { McpServer } from '@modelcontextprotocol/sdk/server/mcp.js';
import type { McpConfig } from './config.ts';
import { registerPrompts } from './prompts.ts';
import { registerResources } from './resources.ts';
import { registerTools } from './tools.ts';

export type { McpConfig } from './config.ts';

const { version } = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8')) as {
  version: string;
};

/** A server for one connection: tools, resources and prompts over the record. */
export function createMcpServer(config: McpConfig): McpServer {
  const server = new McpServer(
    { name: 'kyogi', title: 'Kyōgi: Japan–U.S. alliance consultations', version },
    {
      instructions:
        'The record of Japan–U.S. alliance consultations since 2021, in Japanese and English, every statement with its public source. Start with "ask"; use "search_consultations" and "timeline" to list, "get_consultation" to read. Cite the source addresses that come with the statements. What is not on record may still have happened.',
    },
  );
  registerTools(server, config);
  registerResources(server, config);
  registerPrompts(server, config);
  return server;
}
