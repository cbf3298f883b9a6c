import type { Config } from '../../src/config.ts';
import type { Subscription } from '../../src/digest/index.ts';
import { type Finding, fail, ok, warn } from './finding.ts';
import { type Fetch, type Reply, request } from './http.ts';

type Ask = { readonly fetch: Fetch; readonly nowMs: () => number };

/** Discord refuses an interaction, and Slack a signature, that is minutes off: beyond this the clock needs fixing. */
const MOST_SKEW_MS = 60_000;
/** Signed requests older or newer than this are refused. */
const MOST_SIGNED_MS = 5 * 60_000;

/** Token, intents and install of the Discord application, and whether each subscribed channel can be seen. */
export async function checkDiscord(
  config: NonNullable<Config['discord']>,
  subscriptions: readonly Subscription[],
  ask: Ask,
): Promise<Finding[]> {
  const base = `${config.apiUrl.replace(/\/$/, '')}/v10`;
  const headers = { authorization: `Bot ${config.token}` };
  const get = (path: string) => request(ask.fetch, `${base}${path}`, { headers }, ask.nowMs);

  const application = await get('/applications/@me');
  if (application.status === 401) {
    return [
      fail(
        'discord token',
        'Discord refuses DISCORD_TOKEN',
        'reset the bot token in the developer portal (Bot → Reset Token) and set DISCORD_TOKEN',
      ),
    ];
  }
  if (application.status !== 200) {
    return [
      fail(
        'discord token',
        `Discord answered ${application.status}`,
        'try again in a few minutes; see https://discordstatus.com',
      ),
    ];
  }
  const findings = [
    ok('discord token', `application ${String(application.body.name ?? '')} (${String(application.body.id ?? '')})`),
  ];
  findings.push(...skew('discord clock', application));
  findings.push(ok('discord intents', 'no privileged intent is needed'));
  for (const { channel } of subscriptions) {
    const { status } = await get(`/channels/${encodeURIComponent(channel)}`);
    if (status !== 200) {
      findings.push(
        fail(
          'discord channel',
          `subscribed channel ${channel} answers ${status}`,
          'let the bot view the channel and send messages there, or unsubscribe',
        ),
      );
    }
  }
  return findings;
}

/** Bot token, scopes, app token and subscribed channels of the Slack app. */
export async function checkSlack(
  config: NonNullable<Config['slack']>,
  neededScopes: readonly string[],
  subscriptions: readonly Subscription[],
  ask: Ask,
): Promise<Finding[]> {
  const call = (method: string, token: string, form: Record<string, string> = {}) =>
    request(
      ask.fetch,
      new URL(method, config.apiUrl.endsWith('/') ? config.apiUrl : `${config.apiUrl}/`).href,
      { method: 'POST', headers: { authorization: `Bearer ${token}` }, body: new URLSearchParams(form) },
      ask.nowMs,
    );
  const findings: Finding[] = [];

  if (config.botToken !== undefined) {
    const auth = await call('auth.test', config.botToken);
    if (auth.body.ok !== true) {
      findings.push(
        fail(
          'slack token',
          `Slack refuses SLACK_BOT_TOKEN (${String(auth.body.error ?? auth.status)})`,
          'reinstall the app to the workspace and copy the bot token',
        ),
      );
    } else {
      findings.push(
        ok('slack token', `workspace ${String(auth.body.team ?? '')}, bot ${String(auth.body.user ?? '')}`),
        ...skew('slack clock', auth, config.signingSecret !== undefined),
      );
      findings.push(scopes(auth, neededScopes));
      for (const { channel } of subscriptions) {
        const info = await call('conversations.info', config.botToken, { channel });
        if (info.body.ok !== true && info.body.error !== 'missing_scope') {
          findings.push(
            fail(
              'slack channel',
              `subscribed channel ${channel}: ${String(info.body.error)}`,
              'invite the app to the channel, or unsubscribe',
            ),
          );
        }
      }
    }
  }
  if (config.appToken !== undefined) {
    const open = await call('apps.connections.open', config.appToken);
    findings.push(
      open.body.ok === true
        ? ok('slack app token', 'Socket Mode can connect')
        : fail(
            'slack app token',
            `Slack refuses SLACK_APP_TOKEN (${String(open.body.error ?? open.status)})`,
            'make an app-level token with connections:write and switch Socket Mode on',
          ),
    );
  }
  if (config.signingSecret !== undefined) {
    findings.push(ok('slack transport', 'HTTP: Slack must reach /slack/events on PORT over https'));
  }
  return findings;
}

function scopes(auth: Reply, needed: readonly string[]): Finding {
  const granted = new Set((auth.headers.get('x-oauth-scopes') ?? '').split(',').map((scope) => scope.trim()));
  const missing = needed.filter((scope) => !granted.has(scope));
  return missing.length === 0
    ? ok('slack scopes', needed.join(', '))
    : fail(
        'slack scopes',
        `missing: ${missing.join(', ')}`,
        'update the app from slack-manifest.json and reinstall it',
      );
}

function skew(check: string, reply: Reply, overHttp = false): Finding[] {
  if (reply.skewMs === undefined) return [];
  const seconds = Math.round(Math.abs(reply.skewMs) / 1000);
  if (Math.abs(reply.skewMs) <= MOST_SKEW_MS) return [ok(check, `within ${Math.max(1, seconds)} s`)];
  const off = `this machine's clock is ${seconds} s ${reply.skewMs < 0 ? 'ahead of' : 'behind'} the platform's`;
  const fix = 'switch time synchronisation on (timedatectl set-ntp true)';
  return [
    overHttp && Math.abs(reply.skewMs) > MOST_SIGNED_MS
      ? fail(check, `${off}: every request of Slack's is refused as too old, and digests go out at the wrong time`, fix)
      : warn(check, `${off}: digests go out at the wrong time`, fix),
  ];
}
