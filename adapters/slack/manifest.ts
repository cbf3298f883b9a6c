import { OPTIONAL_SCOPES, SCOPES } from './scopes.ts';

const LONG_DESCRIPTION = [
  'Kyōgi answers questions about Japan–U.S. alliance consultations: who met, when, where, at what level, and what was agreed. Every statement carries a link to a public source, and where the record holds nothing it says so. Ask with /alliance, mention it in a channel, or write to it directly; subscribe a channel to a daily digest with /alliance-digest.',
  '協議（Kyōgi）は日米同盟の協議について、いつ、誰が、どこで会い、何に合意したかを、公開資料の出典つきで答えます。記録にないことは、ないと答えます。/alliance で質問するか、チャンネルでメンションするか、直接メッセージを送ってください。毎日の要約は /alliance-digest で登録できます。',
].join('\n\n');

/** The commands that people type; the code answers exactly these. */
const COMMANDS = [
  {
    command: '/alliance',
    description: 'Ask about alliance consultations / 日米同盟の協議について質問する',
    usage_hint: 'who met in March 2025 · 2025年3月の会談 · help · 使い方 · settings · 設定',
    should_escape: false,
  },
  {
    command: '/alliance-timeline',
    description: 'Timeline of consultations / 協議の年表',
    usage_hint: '2025 · 令和7年 · 2+2',
    should_escape: false,
  },
  {
    command: '/alliance-digest',
    description: 'Daily digest for a channel / チャンネルに届く毎日の要約',
    usage_hint: 'list · preview · pause · resume · unsubscribe · 一覧 · 試し · 停止 · 再開 · 解除',
    should_escape: false,
  },
];

const EVENTS = ['app_home_opened', 'app_mention', 'app_uninstalled', 'message.im', 'tokens_revoked'];

/**
 * The Slack app as a manifest. `url`: where Slack reaches this service, without a slash at its end; absent: Socket Mode, in which Slack needs
 * no address. `slack-manifest.json` is this without one.
 * @see https://docs.slack.dev/reference/app-manifest
 */
export function slackManifest(url?: string) {
  const requests = url === undefined ? undefined : `${url}/slack/events`;
  return {
    _metadata: { major_version: 2 },
    display_information: {
      name: 'Kyōgi 協議',
      description: 'Cited answers about Japan–U.S. alliance consultations. 日米同盟の協議を出典つきで答えます。',
      long_description: LONG_DESCRIPTION,
      background_color: '#1f3a5f',
    },
    features: {
      agent_view: {
        agent_description:
          'Answers about Japan–U.S. alliance consultations, each statement with its public source. 日米同盟の協議について、出典つきで答えます。',
      },
      app_home: { home_tab_enabled: true, messages_tab_enabled: true, messages_tab_read_only_enabled: false },
      bot_user: { display_name: 'kyogi', always_online: true },
      shortcuts: [
        {
          name: 'Find consultations 協議',
          type: 'message',
          callback_id: 'kyogi_find_consultations',
          description: 'Find consultations mentioned in this message / この文に関連する協議を調べる',
        },
      ],
      slash_commands: COMMANDS.map((each) => (requests === undefined ? each : { ...each, url: requests })),
    },
    oauth_config: {
      // For people who install the app to workspaces of their own.
      ...(url === undefined ? {} : { redirect_urls: [`${url}/slack/oauth_redirect`] }),
      scopes: { bot: SCOPES, bot_optional: OPTIONAL_SCOPES },
    },
    settings: {
      event_subscriptions: { ...(requests === undefined ? {} : { request_url: requests }), bot_events: EVENTS },
      interactivity: {
        is_enabled: true,
        ...(requests === undefined ? {} : { request_url: requests, message_menu_options_url: requests }),
      },
      org_deploy_enabled: true,
      socket_mode_enabled: url === undefined,
      token_rotation_enabled: false,
    },
  };
}

/** An address that opens Slack's form for a new app with the manifest filled in. */
export function newAppLink(manifest: ReturnType<typeof slackManifest>): string {
  return `https://api.slack.com/apps?new_app=1&manifest_json=${encodeURIComponent(JSON.stringify(manifest))}`;
}
