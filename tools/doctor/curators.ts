import type { Config } from '../../src/config.ts';
import type { CuratorChannel } from '../../src/curators/index.ts';
import { type Finding, fail, ok, warn } from './finding.ts';
import { type Fetch, type Reply, request } from './http.ts';

type Ask = { readonly fetch: Fetch; readonly nowMs: () => number };

const CHECK = 'curator channel';

/** Whether the bot may post where CURATOR_CHANNEL says. */
export async function checkCurators(
  { curators, discord, slack }: Pick<Config, 'curators' | 'discord' | 'slack'>,
  ask: Ask,
): Promise<Finding[]> {
  if (curators === undefined) return [];
  if (curators.platform === 'discord' && discord !== undefined) return await onDiscord(curators, discord, ask);
  if (curators.platform === 'slack' && slack !== undefined) return [await onSlack(curators, slack, ask)];
  return [];
}

const threads = new Set([10, 11, 12]);

async function onDiscord(
  { channel: id }: CuratorChannel,
  { apiUrl, token }: NonNullable<Config['discord']>,
  ask: Ask,
): Promise<Finding[]> {
  const base = `${apiUrl.replace(/\/+$/, '')}/v10`;
  const get = (path: string) =>
    request(ask.fetch, `${base}${path}`, { headers: { authorization: `Bot ${token}` } }, ask.nowMs);

  const channel = await get(`/channels/${id}`);
  if (channel.status !== 200) {
    const detail = `CURATOR_CHANNEL ${id} answers ${channel.status}`;
    return [fail(CHECK, detail, 'check the id, and let the bot view the channel')];
  }
  const guild = channel.body.guild_id;
  if (typeof guild !== 'string')
    return [fail(CHECK, `CURATOR_CHANNEL ${id} is not in a server`, 'name a channel of a server')];
  const isThread = threads.has(Number(channel.body.type));
  const [me, server, where] = await Promise.all([
    get('/users/@me'),
    get(`/guilds/${guild}`),
    isThread ? get(`/channels/${String(channel.body.parent_id)}`) : channel,
  ]);
  const member = await get(`/guilds/${guild}/members/${String(me.body.id)}`);
  const { PermissionFlagsBits } = await import('discord.js');
  const may = permissionsIn(
    { guild, me: String(me.body.id), server, member, where },
    PermissionFlagsBits.Administrator,
  );
  const needed: readonly (readonly [name: string, flag: bigint])[] = [
    ['View Channel', PermissionFlagsBits.ViewChannel],
    isThread
      ? ['Send Messages in Threads', PermissionFlagsBits.SendMessagesInThreads]
      : ['Send Messages', PermissionFlagsBits.SendMessages],
    ['Embed Links', PermissionFlagsBits.EmbedLinks],
  ];
  const missing = needed.filter(([, flag]) => (may & flag) !== flag).map(([name]) => name);
  if (missing.length > 0) {
    const fix = 'allow this to the bot in the channel’s settings (Permissions)';
    return [fail(CHECK, `in #${String(channel.body.name)} the bot lacks ${missing.join(', ')}`, fix)];
  }
  const posting = ok(CHECK, `the bot may post in #${String(channel.body.name)}`);
  if ((may & PermissionFlagsBits.ReadMessageHistory) === PermissionFlagsBits.ReadMessageHistory) return [posting];
  const detail = 'without Read Message History a report whose posting a crash interrupted may be left out';
  return [posting, warn(CHECK, detail, 'allow Read Message History to the bot in the channel')];
}

type Overwrite = { readonly id: string; readonly type: number; readonly allow: string; readonly deny: string };

/**
 * What the bot may do in a channel, as Discord reckons it: the roles together, then the channel's overwrites for everyone, for the roles and for
 * the bot. Administrators may do everything.
 * @see https://docs.discord.com/developers/topics/permissions#permission-overwrites
 */
function permissionsIn(
  { guild, me, server, member, where }: Record<'guild' | 'me', string> & Record<'server' | 'member' | 'where', Reply>,
  administrator: bigint,
): bigint {
  // The documented bodies of these routes; a refusal has none of the fields.
  const roles = (server.body.roles ?? []) as { id: string; permissions: string }[];
  const own = new Set([guild, ...((member.body.roles ?? []) as string[])]);
  const overwrites = (where.body.permission_overwrites ?? []) as Overwrite[];
  const base = roles.filter(({ id }) => own.has(id)).reduce((sum, { permissions }) => sum | BigInt(permissions), 0n);
  if (server.body.owner_id === me || (base & administrator) === administrator) return ~0n;
  const ofRoles = ({ id, type }: Overwrite) => type === 0 && id !== guild && own.has(id);
  return [
    (each: Overwrite) => each.id === guild,
    ofRoles,
    (each: Overwrite) => each.type === 1 && each.id === me,
  ].reduce((may, applies) => {
    const those = overwrites.filter(applies);
    const deny = those.reduce((sum, each) => sum | BigInt(each.deny), 0n);
    const allow = those.reduce((sum, each) => sum | BigInt(each.allow), 0n);
    return (may & ~deny) | allow;
  }, base);
}

async function onSlack(
  { workspace, channel }: CuratorChannel,
  { apiUrl, botToken }: NonNullable<Config['slack']>,
  ask: Ask,
): Promise<Finding> {
  if (botToken === undefined) {
    const detail = 'with tokens of many workspaces it is not checked here';
    return warn(CHECK, detail, `install the app in ${workspace} and type /invite @kyogi in the channel`);
  }
  const call = (method: string, form: Record<string, string> = {}) =>
    request(
      ask.fetch,
      `${apiUrl.replace(/\/+$/, '')}/${method}`,
      { method: 'POST', headers: { authorization: `Bearer ${botToken}` }, body: new URLSearchParams(form) },
      ask.nowMs,
    );
  const { body: auth } = await call('auth.test');
  if (auth.ok === true && auth.team_id !== workspace && auth.enterprise_id !== workspace) {
    const detail = `CURATOR_CHANNEL is in ${workspace}, and SLACK_BOT_TOKEN is of ${String(auth.team_id)}`;
    return fail(CHECK, detail, 'name a channel of that workspace');
  }
  const invite = 'type /invite @kyogi in the channel';
  const { body } = await call('conversations.info', { channel });
  if (body.error === 'missing_scope') {
    const detail = 'without channels:read (groups:read for a private channel) it is not known whether the app is in it';
    return warn(CHECK, detail, `${invite}, or allow the optional scopes and reinstall the app`);
  }
  if (body.ok !== true)
    return fail(CHECK, `CURATOR_CHANNEL ${channel}: ${String(body.error)}`, `check the id, and ${invite}`);
  // The documented body of conversations.info.
  const info = (body.channel ?? {}) as { name?: string; is_member?: boolean; is_archived?: boolean };
  const name = `#${info.name ?? channel}`;
  if (info.is_archived) return fail(CHECK, `${name} is archived`, 'unarchive it, or name another channel');
  if (info.is_member !== true) return fail(CHECK, `the app is not in ${name}`, invite);
  return ok(CHECK, `the app is in ${name}`);
}
