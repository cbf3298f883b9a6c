import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { samples as fixtureSamples, type Samples } from './adapters-fixture.ts';

/** One message of the bot's as a person sees it, whatever the platform. */
export type Shown = {
  /** The platform's message id (Discord snowflake, Slack ts). */
  readonly id: string;
  /** Everything readable, joined by newlines: text, blocks, embeds, button labels left out; markup as sent. */
  readonly text: string;
  /** Every address a person can open. */
  readonly links: readonly string[];
  /** Labels of the buttons, in order, the ⋯ left out. */
  readonly buttons: readonly string[];
  /** Labels of what menus offer. */
  readonly options: readonly string[];
  /** Whether only the asker sees it. */
  readonly private: boolean;
  /** User, role, channel-wide mentions that would ping somebody. */
  readonly pings: readonly string[];
};

/** A platform with the adapter connected to a local server that speaks its real protocol. */
export type AdapterHarness = {
  /** Starts server, store and adapter. Asks are reckoned at `samples.now`. */
  start(): Promise<void>;
  /** Stops everything. */
  stop(): Promise<void>;
  /** Stops the adapter and starts a new one on the same store and server: a restart of the process. */
  restart(): Promise<void>;

  /** `/alliance text` by a person; resolves with the first answer. */
  command(text: string, options?: { private?: boolean; language?: 'ja' | 'en' }): Promise<Shown>;
  /** A message that mentions the bot, in a channel; `replyTo` continues the thread or reply chain of an earlier answer. */
  mention(text: string, options?: { replyTo?: Shown }): Promise<Shown>;
  /** A direct message. */
  direct(text: string): Promise<Shown>;
  /** Delivers one mention `times` times, as the platform's retries do, and resolves when the adapter is idle. */
  mentionRepeated(text: string, times: number): Promise<void>;
  /** Delivers a message written by the bot itself, and one by another bot, both mentioning it. */
  botMessages(text: string): Promise<void>;
  /** Presses or chooses what has that label, behind ⋯ too; resolves with the message it led to (new, or the same one edited). */
  press(shown: Shown, label: string): Promise<Shown>;
  /** Labels of what is behind the ⋯ of a message. */
  more(shown: Shown): Promise<readonly string[]>;
  /** Every message the bot has made since start, oldest first; edits replace. */
  posts(): readonly Shown[];
  /** Resolves when nothing more is under way. */
  idle(): Promise<void>;
  /** Makes every store method reject until the returned function is called. */
  breakStore(): () => void;
  /** Feedback stored so far. */
  feedbackCount(): Promise<number>;
};

/** Behaviour that people must find on every platform alike. `samples` are those of the desk that the harness asks. */
export function runAdapterContract(
  name: string,
  create: () => AdapterHarness,
  samples: Samples = fixtureSamples,
): void {
  describe(`${name} adapter contract`, () => {
    let harness: AdapterHarness;

    beforeEach(async () => {
      harness = create();
      await harness.start();
    });
    afterEach(() => harness.stop());

    it('answers a question with its statements, numbers and links', async () => {
      const shown = await harness.command(samples.who.en);
      expect(shown.text).toContain(samples.who.expect);
      expect(shown.text).toMatch(/\[1\]/);
      expect(shown.links).toContain(samples.who.link);
    });

    it('answers in Japanese when asked in Japanese', async () => {
      const shown = await harness.mention(samples.who.ja);
      expect(shown.text).toContain(samples.who.expectJa);
    });

    it('keeps the question before when a reply follows up', async () => {
      const first = await harness.mention(samples.who.en);
      const second = await harness.mention(samples.followUp.en, { replyTo: first });
      expect(second.text).toContain(samples.followUp.expect);
    });

    it('keeps the question before in a direct message', async () => {
      await harness.direct(samples.who.en);
      const second = await harness.direct(samples.followUp.en);
      expect(second.text).toContain(samples.followUp.expect);
    });

    it('pages a long answer forth and back without losing a citation', async () => {
      const first = await harness.command(samples.long.en);
      expect(first.buttons).toContain('More');
      const second = await harness.press(first, 'More');
      expect(second.text).not.toBe(first.text);
      expect(second.links.length).toBeGreaterThan(0);
      const back = await harness.press(second, 'Back');
      expect(back.text).toBe(first.text);
    });

    it('shows the answer in the other language', async () => {
      const first = await harness.command(samples.who.en);
      const other = await harness.press(first, '日本語');
      expect(other.text).toContain(samples.who.expectJa);
    });

    it('says so when the record holds nothing', async () => {
      const shown = await harness.command(samples.nothing.en);
      expect(shown.text).toContain(samples.nothing.expect);
    });

    it('answers an empty question with help', async () => {
      const shown = await harness.mention('');
      expect(shown.text).toContain(samples.help.expect);
    });

    it('gives a hint for a question of more than 500 characters', async () => {
      const shown = await harness.mention('a'.repeat(501));
      expect(shown.text).toContain('500');
    });

    it('lets hostile text neither ping nor link nor format', async () => {
      const shown = await harness.mention(samples.hostile.text);
      expect(shown.pings).toEqual([]);
      expect(shown.links.filter((link) => link.includes('evil'))).toEqual([]);
    });

    it('ignores its own messages and those of other bots', async () => {
      await harness.botMessages(samples.who.en);
      expect(harness.posts()).toEqual([]);
    });

    it('answers a message once however often it is delivered', async () => {
      await harness.mentionRepeated(samples.who.en, 4);
      expect(harness.posts()).toHaveLength(1);
    });

    it('answers buttons of before a restart', async () => {
      const first = await harness.command(samples.who.en);
      await harness.idle();
      await harness.restart();
      const other = await harness.press(first, '日本語');
      expect(other.text).toContain(samples.who.expectJa);
    });

    it('follows up after a restart', async () => {
      const first = await harness.mention(samples.who.en);
      await harness.idle();
      await harness.restart();
      const second = await harness.mention(samples.followUp.en, { replyTo: first });
      expect(second.text).toContain(samples.followUp.expect);
    });

    it('shows a private answer to the asker alone and shares it on request', async () => {
      const shown = await harness.command(samples.who.en, { private: true });
      expect(shown.private).toBe(true);
      expect(await harness.more(shown)).toContain('Share');
      const shared = await harness.press(shown, 'Share');
      expect(shared.private).toBe(false);
      expect(shared.text).toContain(samples.who.expect);
      expect(shared.pings).toEqual([]);
    });

    it('opens the card of a consultation to the presser alone', async () => {
      const first = await harness.mention(samples.who.en);
      const card = await harness.press(first, 'Details');
      expect(card.private).toBe(true);
      expect(card.text).toContain(samples.who.card);
    });

    it('asks what it offered to ask next', async () => {
      const first = await harness.mention(samples.who.en);
      const [offered = ''] = first.options;
      const second = await harness.press(first, offered);
      expect(second.id).not.toBe(first.id);
      expect(second.links.length).toBeGreaterThan(0);
    });

    it('offers nothing that repeats what is shown', async () => {
      const shown = await harness.mention(samples.who.en);
      const labels = [...shown.buttons, ...(await harness.more(shown))];
      expect(labels).not.toContain('Sources');
      // One meeting makes no timeline, and what all see need not be shared.
      expect(labels).not.toContain('Timeline');
      expect(labels).not.toContain('Share');
      expect(new Set(labels).size).toBe(labels.length);
    });

    it('answers although the store fails', async () => {
      const fix = harness.breakStore();
      const shown = await harness.mention(samples.who.en);
      fix();
      expect(shown.text).toContain(samples.who.expect);
    });
  });
}
