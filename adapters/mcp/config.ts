import type { Desk } from '../../src/desk.ts';
import type { Pages, View } from '../../src/record/index.ts';
import type { Language } from '../../src/text/index.ts';
import type { Clock } from '../../src/time/index.ts';

/** What the tools work with. */
export type McpConfig = {
  /** Read at every call, for the knowledge may be swapped while running. */
  readonly desk: () => Desk;
  readonly clock: () => Temporal.Instant;
  readonly zone: string;
  /** Of names and texts where a call does not say which. */
  readonly language: Language;
  /** Where the reading room is; absent: results name no pages. */
  readonly pages?: Pages | undefined;
  readonly metrics?: { onAsk(ask: { platform: string; intent: string; status: string; ms: number }): void } | undefined;
};

export function clockOf({ clock, zone }: McpConfig): Clock {
  return { now: clock(), zone };
}

export function viewIn(config: McpConfig, language: Language = config.language): View {
  return {
    knowledge: config.desk().knowledge(),
    language,
    pageOf: config.pages && ((id) => config.pages?.consultation(language, id) ?? ''),
  };
}
