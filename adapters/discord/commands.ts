import {
  type APIApplicationCommandOption,
  ApplicationCommandOptionType,
  ApplicationCommandType,
  ApplicationIntegrationType,
  InteractionContextType,
  PermissionFlagsBits,
  type RESTPostAPIApplicationCommandsJSONBody,
} from 'discord.js';
import { MOST_CHARACTERS } from '../../src/conversation/conversation.ts';

/** Names by which interactions come back: always the default ones, whatever the reader's language. */
export const COMMAND = {
  ask: 'alliance',
  timeline: 'alliance-timeline',
  digest: 'alliance-digest',
  settings: 'alliance-settings',
  find: 'Find consultations',
} as const;

/** A text in the default (English) and in Japanese. */
type Both = readonly [en: string, ja: string];

const everywhere = {
  integration_types: [ApplicationIntegrationType.GuildInstall, ApplicationIntegrationType.UserInstall],
  contexts: [InteractionContextType.Guild, InteractionContextType.BotDM, InteractionContextType.PrivateChannel],
};
/** A digest belongs to a channel of a server. */
const serversOnly = {
  integration_types: [ApplicationIntegrationType.GuildInstall],
  contexts: [InteractionContextType.Guild],
};

const filters: APIApplicationCommandOption[] = [
  searched(['framework', '枠組み'], ['Only this framework, such as 2+2', '「2+2」などの枠組みで絞る']),
  searched(['topic', '議題'], ['Only this topic', '議題で絞る']),
  searched(['person', '人物'], ['Only consultations with this person', '出席者で絞る']),
];

const which = searched(
  ['subscription', '購読'],
  ['Which subscription; may be left out when there is one', 'どの購読か（一つだけなら省略可）'],
);
const language: APIApplicationCommandOption = {
  type: ApplicationCommandOptionType.String,
  ...named(['language', '言語'], ['Language of the digest', '要約の言語']),
  choices: [choice(['Japanese', '日本語'], 'ja'), choice(['English', '英語'], 'en'), choice(['Both', '両方'], 'both')],
};

const channel: APIApplicationCommandOption = {
  type: ApplicationCommandOptionType.Channel,
  ...named(['channel', 'チャンネル'], ['Which channel; default this one', 'どのチャンネルか（初期値はここ）']),
  // Text, announcement and the three kinds of thread.
  channel_types: [0, 5, 10, 11, 12],
};

/** Every command, with its texts in ja, en-US and en-GB. https://docs.discord.com/developers/interactions/application-commands */
export const COMMANDS: readonly RESTPostAPIApplicationCommandsJSONBody[] = [
  {
    type: ApplicationCommandType.ChatInput,
    ...named(
      [COMMAND.ask, '日米同盟'],
      [
        'Ask about Japan–U.S. alliance consultations: who met, when, where, what was agreed',
        '日米同盟の協議について聞く：だれが、いつ、どこで会い、何を決めたか',
      ],
    ),
    ...everywhere,
    options: [
      {
        type: ApplicationCommandOptionType.String,
        ...named(
          ['question', '質問'],
          ['Your question, in English or Japanese; "help" explains the bot', '日本語か英語の質問。「使い方」で説明'],
        ),
        required: true,
        autocomplete: true,
        max_length: MOST_CHARACTERS + 500,
      },
      onlyMe(),
    ],
  },
  {
    type: ApplicationCommandType.ChatInput,
    ...named(
      [COMMAND.timeline, '日米同盟-年表'],
      ['Consultations of a period, as a list and a picture', '期間の協議を一覧と図で見る'],
    ),
    ...everywhere,
    options: [
      searched(['period', '期間'], ['Such as 2025, last month, 令和7年', '2025年、先月、令和7年など']),
      ...filters,
      onlyMe(),
    ],
  },
  {
    type: ApplicationCommandType.ChatInput,
    ...named([COMMAND.digest, '日米同盟-要約'], ['The daily digest of a channel', 'チャンネルに届く毎日の要約']),
    ...serversOnly,
    default_member_permissions: PermissionFlagsBits.ManageGuild.toString(),
    options: [
      subcommand(
        ['subscribe', '購読'],
        ['Send a digest to a channel every day', '毎日の要約をチャンネルに届ける'],
        [
          {
            type: ApplicationCommandOptionType.String,
            ...named(['time', '時刻'], ['Local time, HH:MM; default 09:00', '現地時刻 HH:MM（初期値 09:00）']),
            max_length: 5,
          },
          channel,
          searched(['zone', 'タイムゾーン'], ['Time zone, such as Asia/Tokyo', 'Asia/Tokyo などの時間帯']),
          language,
          ...filters,
          searched(['country', '国'], ['Only consultations with this country', '参加国で絞る']),
          {
            type: ApplicationCommandOptionType.String,
            ...named(['quiet', '記録のない日'], ['What a day with nothing to say gets', '知らせることがない日']),
            choices: [choice(['Nothing', '送らない'], 'skip'), choice(['One line', '1行だけ送る'], 'say')],
          },
          {
            type: ApplicationCommandOptionType.Integer,
            ...named(
              ['backfill', 'さかのぼり'],
              ['Days of earlier records that the first digest counts as new', '最初の要約で新着とみなす過去の日数'],
            ),
            min_value: 0,
            max_value: 30,
          },
        ],
      ),
      subcommand(
        ['list', '一覧'],
        ['Subscriptions of this server, with their next digest', 'このサーバーの購読と次の配信'],
        [],
      ),
      subcommand(
        ['preview', '試し見'],
        ['The next digest, shown to you alone', '次の要約を自分だけに表示'],
        [which, channel, language],
      ),
      subcommand(['unsubscribe', '解約'], ['Stop a digest for good', '購読をやめる'], [which, channel]),
      subcommand(['pause', '休止'], ['Stop a digest for a while', '購読を休む'], [which, channel]),
      subcommand(['resume', '再開'], ['Go on with a paused digest', '休んだ購読を再開する'], [which, channel]),
    ],
  },
  {
    type: ApplicationCommandType.ChatInput,
    ...named(
      [COMMAND.settings, '日米同盟-設定'],
      [
        'Who sees answers in this channel, their language, its time zone',
        'このチャンネルの回答の公開範囲・言語・タイムゾーン',
      ],
    ),
    ...serversOnly,
    default_member_permissions: PermissionFlagsBits.ManageChannels.toString(),
    options: [
      {
        type: ApplicationCommandOptionType.String,
        ...named(['visibility', '公開範囲'], ['Who sees answers to commands', 'コマンドへの回答を誰に見せるか']),
        choices: [
          choice(['Default', '標準'], 'default'),
          choice(['Everyone', '全員'], 'public'),
          choice(['Only the person who asks', '質問した人だけ'], 'private'),
        ],
      },
      {
        type: ApplicationCommandOptionType.String,
        ...named(['language', '言語'], ['Language of answers', '回答の言語']),
        choices: [
          choice(['Same as the question', '質問の言語に合わせる'], 'default'),
          choice(['Japanese', '日本語'], 'ja'),
          choice(['English', '英語'], 'en'),
        ],
      },
      searched(['zone', 'タイムゾーン'], ['Time zone, such as Asia/Tokyo', 'Asia/Tokyo などのタイムゾーン']),
    ],
  },
  {
    type: ApplicationCommandType.Message,
    name: COMMAND.find,
    name_localizations: { ja: '関連する協議', 'en-US': COMMAND.find, 'en-GB': COMMAND.find },
    ...everywhere,
  },
];

function named([name, ja]: Both, [description, descriptionJa]: Both) {
  return {
    name,
    name_localizations: { ja, 'en-US': name, 'en-GB': name },
    description,
    description_localizations: { ja: descriptionJa, 'en-US': description, 'en-GB': description },
  };
}

function choice([name, ja]: Both, value: string) {
  return { name, name_localizations: { ja, 'en-US': name, 'en-GB': name }, value };
}

function searched(name: Both, description: Both): APIApplicationCommandOption {
  return {
    type: ApplicationCommandOptionType.String,
    ...named(name, description),
    autocomplete: true,
    max_length: 100,
  };
}

function onlyMe(): APIApplicationCommandOption {
  return {
    type: ApplicationCommandOptionType.Boolean,
    ...named(['private', '自分だけ'], ['Show the answer to me alone', '回答を自分だけに表示する']),
  };
}

function subcommand(
  name: Both,
  description: Both,
  options: APIApplicationCommandOption[],
): APIApplicationCommandOption {
  // A subcommand's options are never subcommands themselves; the type of Discord's JSON says so for each kind apart.
  return {
    type: ApplicationCommandOptionType.Subcommand,
    ...named(name, description),
    options,
  } as APIApplicationCommandOption;
}
