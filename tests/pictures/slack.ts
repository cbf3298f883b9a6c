import type { Language } from '../../src/text/language.ts';
import { sendDigest } from '../digest/send-digest.ts';
import { startAdapter } from '../slack/harness.ts';
import * as slack from '../slack/server/payloads.ts';
import { startSlackServer, TEAM } from '../slack/server/slack-server.ts';
import type { Envelope } from '../slack/server/socket-side.ts';
import { openRecords, subscriptionTo } from './records.ts';
import { messageHtml, SLACK_STYLE, viewHtml } from './slack-html.ts';
import { type Act, escapeHtml, type Stage, type Theme, type View } from './stage.ts';

/** Slack: its blocks by slack-blocks-to-jsx. */
export async function openSlack(): Promise<Stage> {
  const { desk, store, clock, digests } = await openRecords();
  const server = await startSlackServer();
  const running = await startAdapter(server, 'socket', { desk: () => desk, store, clock, digests, draw: undefined });
  let made = 0;

  async function play(act: Act, language: Language, theme: Theme): Promise<View | undefined> {
    // Each scene has its own asker, so that no scene is a follow-up of another.
    const asker = `${slack.ASKER}${++made}`;
    server.people.set(asker, { locale: language === 'ja' ? 'ja-JP' : 'en-US', tz: 'Asia/Tokyo' });
    const before = { posts: server.posts.length, views: server.views.length, homes: server.homes.length };
    if ('digestOf' in act) {
      const place = { platform: 'slack', workspace: TEAM, channel: slack.CHANNEL, subscriber: asker } as const;
      const digest = desk.digest({ date: act.digestOf, from: act.from, language, since: act.since });
      const sender = running.adapter.digests;
      await sendDigest(sender, subscriptionTo(place, language), [digest], `picture-${made}`);
    } else {
      const [changes, files] = [server.changes(), server.files.size];
      await running.delivery.deliver(envelopeOf(act, asker));
      await settled(act, { ...before, changes, files });
    }
    const shown = [
      ...server.posts.slice(before.posts).map(({ body, seenBy }) => messageHtml(body, server.files, seenBy, theme)),
      ...[...server.views.slice(before.views), ...server.homes.slice(before.homes)].map(({ view }) =>
        viewHtml(view, server.files, theme),
      ),
    ];
    return shown.length === 0 ? undefined : { html: `<p class="asked">${escapeHtml(typed(act))}</p>${shown.join('')}` };
  }

  /** Waits for the message or form, and with a timeline for its picture, which may come after it. */
  async function settled(act: Act, before: { changes: number; views: number; files: number }): Promise<void> {
    const shown = () => server.changes() > before.changes || server.views.length > before.views || 'home' in act;
    const drawn = () => !('timeline' in act) || server.files.size > before.files;
    await server.waitFor(() => shown() && drawn(), 6_000).catch(() => undefined);
    await server.quiet(300);
  }

  function envelopeOf(act: Exclude<Act, { digestOf: string }>, asker: string): Envelope {
    if ('home' in act) return slack.anyEvent('app-home-opened', { user: asker });
    const command = 'timeline' in act ? '/alliance-timeline' : '/alliance';
    return slack.command(server, words(act), { command, user_id: asker });
  }

  return {
    name: 'slack',
    head: SLACK_STYLE,
    theme: 'light',
    measured: '.said',
    play,
    async stop() {
      await running.adapter.stop();
      await server.close();
      await store.close();
    },
  };
}

function words(act: Act): string {
  if ('ask' in act) return act.ask;
  if ('timeline' in act) return Object.values(act.timeline).join(' ');
  return 'settings' in act ? 'settings' : '';
}

function typed(act: Act): string {
  if ('digestOf' in act || 'home' in act) return '';
  return `/alliance${'timeline' in act ? '-timeline' : ''} ${words(act)}`;
}
