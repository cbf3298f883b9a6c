import { completable } from '@modelcontextprotocol/sdk/server/completable.js';
import type { McpServer } from '@modelcontextprotocol/sdk/server/mcp.js';
import { z } from 'zod';
import { detailOf } from '../../src/record/index.ts';
import { type McpConfig, viewIn } from './config.ts';
import { consultationMarkdown } from './markdown.ts';

const MOST_COMPLETIONS = 100;
const RULES =
  'State only what the tools return. Put the address of its source behind every statement. Keep "agreed", "confirmed" and "stated" apart as the record does. Where a tool answers "not-found", say that it is not on record, and do not fill the gap from elsewhere.';

/** Ready requests that a person picks in a client. */
export function registerPrompts(server: McpServer, config: McpConfig): void {
  server.registerPrompt(
    'brief_me',
    {
      title: 'Brief me on …',
      description: 'A cited brief on a framework, topic, person or period of the Japan–U.S. alliance.',
      argsSchema: {
        subject: completable(z.string().min(1).max(200).describe('A framework, topic, person or period.'), (typed) =>
          config
            .desk()
            .suggest({ kind: 'topic', typed, language: config.language, limit: 20 })
            .map(({ value }) => value),
        ),
        period: z.string().max(100).optional().describe('For example "2025" or "since the last summit".'),
      },
    },
    ({ subject, period }) => ({
      messages: [
        user(
          [
            `Brief me on the following subject of the Japan–U.S. alliance: ${subject}${period === undefined ? '' : ` (${period})`}.`,
            'Use the tools of this server: "ask" for what it is and for its latest state, "timeline" or "search_consultations" for what took place, "get_consultation" for the wording that matters.',
            'Give: one paragraph on what it is and where it stands; the main steps in order of time, each with its date; what is open; the sources.',
            RULES,
          ].join('\n'),
        ),
      ],
    }),
  );
  server.registerPrompt(
    'meeting_note',
    {
      title: 'Note on one consultation',
      description: 'A one-page note on a consultation, from its record.',
      argsSchema: {
        id: completable(z.string().describe('Id of the consultation, such as 2024-07-28-scc.'), (typed) =>
          viewIn(config)
            .knowledge.consultations.map(({ id }) => id)
            .filter((id) => id.startsWith(typed))
            .reverse()
            .slice(0, MOST_COMPLETIONS),
        ),
      },
    },
    ({ id }) => {
      const found = detailOf(id, viewIn(config));
      if (found === undefined) throw new Error(`No consultation "${id.slice(0, 100)}" is on record.`);
      return {
        messages: [
          user(
            `Write a one-page note on this consultation: who met and why it mattered, what was settled, what was only discussed, what each side said alone. ${RULES}`,
          ),
          {
            role: 'user' as const,
            content: {
              type: 'resource' as const,
              resource: {
                uri: `kyogi://${config.language}/consultations/${id}`,
                mimeType: 'text/markdown',
                text: consultationMarkdown(found, config.language),
              },
            },
          },
        ],
      };
    },
  );
}

function user(text: string) {
  return { role: 'user' as const, content: { type: 'text' as const, text } };
}
