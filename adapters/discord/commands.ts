import {
  type APIApplicationCommandOption,
  ApplicationCommandOptionType,
  ApplicationCommandType,
  ApplicationIntegrationType,
  InteractionContextType,
  PermissionFlagsBits,
  type RESTPostAPIApplicationCommandsJSONBody,
} from 'discord.js';
import { MOST_CHARACTERS } from '../../src/conversation/index.ts';
import type { Language } from '../../src/text/index.ts';
import { DIGEST_FIELDS, type DigestFieldName } from '../chat/digest-fields.ts';
import type { DigestCommandName } from '../chat/digest-texts.ts';
import { DIGEST_VERB_NAMES, type DigestVerb } from '../chat/digest-verbs.ts';

/** Names by which interactions come back: always the default ones, whatever the reader's language. */
export const COMMAND = {
  ask: 'alliance',
  timeline: 'alliance-timeline',
  digest: 'alliance-digest',
  settings: 'alliance-settings',
  find: 'Find consultations',
} as const;

const DIGEST_NAME_JA = '日米同盟-要約';

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
  ['subscription', '要約'],
  ['Which digest; may be left out when there is one', 'どの要約か（1件だけなら省略可）'],
);
const language = chosen(['language', '言語'], ['Language of the digest', '要約の言語'], 'language');
/** What can be set when a digest is made, and changed later. */
const settings: APIApplicationCommandOption[] = [
  chosen(['rhythm', '頻度'], ['How often a digest comes', '要約を届ける頻度'], 'rhythm'),
  {
    type: ApplicationCommandOptionType.String,
    ...named(['time', '時刻'], ['Local time, such as 09:00', '現地時刻（例：09:00）']),
    max_length: 5,
  },
  searched(['zone', 'タイムゾーン'], ['Time zone, such as Asia/Tokyo', 'Asia/Tokyo などのタイムゾーン']),
  language,
  ...filters,
  searched(['country', '国'], ['Only consultations with this country', '参加国で絞る']),
  chosen(['quiet', '新しい内容がないとき'], ['When there is nothing new', '新しい内容がないとき'], 'quietDays'),
];

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
    ...named(
      [COMMAND.digest, DIGEST_NAME_JA],
      [
        'A digest for a channel: what is new, and what happened on this day',
        'チャンネルに届く要約：新しい記録と過去の同じ日の協議',
      ],
    ),
    ...serversOnly,
    default_member_permissions: PermissionFlagsBits.ManageGuild.toString(),
    options: [
      subcommand(
        'subscribe',
        ['Send a digest to a channel', 'チャンネルに要約を届ける'],
        [
          ...settings.slice(0, 1),
          channel,
          ...settings.slice(1),
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
        'list',
        ['Digests of this server, and when the next one comes', 'このサーバーの要約と次の配信日時'],
        [],
      ),
      subcommand(
        'preview',
        ['The next digest, shown to you alone', '次の要約を自分だけに表示'],
        [which, channel, language],
      ),
      subcommand(
        'change',
        ['Change how often, when or about what a digest comes', '頻度・時刻・絞り込みなどを変える'],
        [which, channel, ...settings],
      ),
      subcommand('unsubscribe', ['Stop a digest for good', '要約の登録を解除する'], [which, channel]),
      subcommand('pause', ['Stop a digest for a while', '要約を休止する'], [which, channel]),
      subcommand('resume', ['Resume a paused digest', '休止した要約を再開する'], [which, channel]),
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

/** A digest command as a text shows it: clickable where its id is known, else as people of the language find it in the list of commands. */
export function digestCommandName(language: Language, id?: string): DigestCommandName {
  const name = language === 'ja' ? DIGEST_NAME_JA : COMMAND.digest;
  return (verb) =>
    id === undefined
      ? `\`/${name} ${DIGEST_VERB_NAMES[verb][language]}\``
      : `</${COMMAND.digest} ${DIGEST_VERB_NAMES[verb].en}:${id}>`;
}

function named([name, ja]: Both, [description, descriptionJa]: Both) {
  return {
    name,
    name_localizations: { ja, 'en-US': name, 'en-GB': name },
    description,
    description_localizations: { ja: descriptionJa, 'en-US': description, 'en-GB': description },
  };
}

/** One of a digest's fields, as choices. */
function chosen(name: Both, description: Both, field: DigestFieldName): APIApplicationCommandOption {
  return {
    type: ApplicationCommandOptionType.String,
    ...named(name, description),
    choices: DIGEST_FIELDS[field].choices.map(({ value, label }) => choice([label.en, label.ja], value)),
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
  verb: DigestVerb,
  description: Both,
  options: APIApplicationCommandOption[],
): APIApplicationCommandOption {
  const { en, ja } = DIGEST_VERB_NAMES[verb];
  // A subcommand's options are never subcommands themselves; the type of Discord's JSON says so for each kind apart.
  return {
    type: ApplicationCommandOptionType.Subcommand,
    ...named([en, ja], description),
    options,
  } as APIApplicationCommandOption;
}
