import { createRequire } from 'node:module';
import { build, type Rolldown } from 'vite';
import type { Language } from '../../src/text/language.ts';
import { sendDigest } from '../digest/send-digest.ts';
import { createDiscordHarness } from '../discord/harness.ts';
import { ids, type Payload, payload, snowflake } from '../discord/server/payloads.ts';
import type { Callback } from '../discord/server/server.ts';
import { messageHtml, modalHtml } from './discord-html.ts';
import { openRecords, subscriptionTo } from './records.ts';
import type { Act, Stage, Theme, View } from './stage.ts';

const STYLE = `<style>
  body { margin: 0; background: #313338; font-family: "gg sans", Arial, sans-serif; }
  body:has([light-theme]) { background: #fff; }
  body { overflow-x: hidden; }
  discord-messages { border: 0; }
  @media (max-width: 500px) { discord-message { padding-right: 16px !important; } }
  .list { margin: 0; padding-left: 1.4em; }
  .attached { display: block; max-width: 100%; height: auto; border-radius: 8px; margin: 4px 0; }
  .modal { margin: 16px; padding: 16px; max-width: 440px; border-radius: 8px; background: #393a41; color: #efeff0; }
  .modal label { display: block; margin: 12px 0; font-weight: 600; }
  .modal small { display: block; font-weight: 400; opacity: 0.7; }
  .modal .field { display: block; margin-top: 6px; padding: 10px; border-radius: 6px; background: #2c2d32; font-weight: 400; white-space: pre-wrap; }
</style>`;

/** Where the components differ from Discord: an embed's footer narrows its text, long labels widen a phone's screen. */
const CORRECTIONS = `<script type="module">
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(\`slot[name=footer]::slotted(*) { grid-column: 1 / 1 !important; }
    button, a { max-width: 100%; overflow: hidden; font-family: 'gg sans', Arial, sans-serif; }\`);
  for (const each of document.querySelectorAll('discord-embed, discord-button')) {
    await each.updateComplete;
    each.shadowRoot.adoptedStyleSheets = [...each.shadowRoot.adoptedStyleSheets, sheet];
  }
</script>`;

/** Discord: its messages by the web components of @skyra/discord-components-core. */
export async function openDiscord(): Promise<Stage> {
  const { desk, store, digests } = await openRecords();
  const harness = createDiscordHarness({ adapter: { desk: () => desk, store, digests } });
  await harness.start();
  // A slow machine is no reason for a missing picture.
  harness.server().voidAfterMs = 60_000;
  let made = 0;

  async function call(name: string, options: Payload[], language: Language): Promise<Callback | undefined> {
    const interaction = {
      ...payload('interaction-slash'),
      id: snowflake(),
      token: `token-${snowflake()}`,
      ...somebodyNew(),
      locale: language === 'ja' ? 'ja' : 'en-US',
      data: { id: '1600000000000000002', name, type: 1, options },
    };
    const callback = await harness
      .server()
      .interact(interaction, 60_000)
      .catch(() => undefined);
    await harness.idle();
    return callback;
  }

  async function play(act: Act, language: Language, theme: Theme): Promise<View | undefined> {
    const before = harness.server().posts.length;
    const said = commandOf(act);
    if (said === undefined) {
      if (!('digestOf' in act)) return undefined;
      const place = { platform: 'discord', workspace: ids.guild, channel: ids.channel, subscriber: ids.asker } as const;
      const digest = desk.digest({ date: act.digestOf, from: act.from, language, since: act.since });
      await sendDigest(harness.adapter().digests, subscriptionTo(place, language), [digest], `picture-${made++}`);
    }
    const callback = said && (await call(said.name, said.options, language));
    const typed = said === undefined ? '' : [said.name, ...said.options.map(({ value }) => value)].join(' ');
    if (callback?.type === 9) return { html: modalHtml(callback.data) };
    const posts = harness.server().posts.slice(before);
    if (posts.length === 0) return undefined;
    const messages = posts.map((post) => messageHtml(post, typed === '' ? '' : `/${typed}`, language));
    const light = theme === 'light' ? ' light-theme' : '';
    return { html: `<discord-messages no-background="false"${light}>${messages.join('')}</discord-messages>` };
  }

  return {
    name: 'discord',
    head: `${STYLE}<script type="module">${await componentsScript()}</script>${CORRECTIONS}`,
    theme: 'dark',
    measured: 'discord-message, .modal',
    play,
    async stop() {
      await harness.stop();
      await store.close();
    },
  };
}

function commandOf(act: Act): { name: string; options: Payload[] } | undefined {
  if ('ask' in act) return { name: 'alliance', options: [option('question', act.ask)] };
  if ('timeline' in act) {
    return {
      name: 'alliance-timeline',
      options: Object.entries(act.timeline).map(([name, value]) => option(name, value)),
    };
  }
  if ('settings' in act) return { name: 'alliance-settings', options: [] };
  return undefined;
}

function option(name: string, value: string): Payload {
  return { name, type: 3, value };
}

/** Each scene has its own asker, so that no scene is a follow-up of another. */
function somebodyNew(): Payload {
  const { member } = payload('interaction-slash');
  const { user, ...rest } = member as Payload;
  return { member: { ...rest, user: { ...(user as Payload), id: snowflake() } } };
}

/** The components as one script, so that a page loads nothing. */
async function componentsScript(): Promise<string> {
  const entry = createRequire(import.meta.url).resolve('@skyra/discord-components-core');
  const built = (await build({
    configFile: false,
    logLevel: 'warn',
    build: { write: false, lib: { entry, formats: ['es'], fileName: 'components' } },
  })) as Rolldown.RolldownOutput[];
  return (built[0]?.output[0].code ?? '').replaceAll('</script', '<\\/script');
}
