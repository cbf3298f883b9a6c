import type { ChannelSettings } from '../../src/store/index.ts';
import type { Language } from '../../src/text/index.ts';
import { isZone } from './zones.ts';

/** What can be set for a channel, in the order in which it is shown. */
export const SETTINGS = ['visibility', 'language', 'zone'] as const;
export type Setting = (typeof SETTINGS)[number];

/** Stands for "as if it had never been set". */
export const DEFAULT = 'default';

/** One setting as a form shows it. */
export type SettingField = {
  readonly setting: Setting;
  readonly label: string;
  /** The default first; of time zones only the present one and the usual ones. */
  readonly options: readonly { readonly value: string; readonly text: string }[];
  /** The value of the option in force. */
  readonly value: string;
  /** The option in force, in words. */
  readonly shown: string;
};

/** What the form needs to know of the platform and the service. */
export type SettingsPlace = {
  /** Who sees answers where nothing is set, in words: it differs by platform. */
  readonly visibleByDefault: Readonly<Record<Language, string>>;
  /** What the time zone is where none is set, in words; see `settingsPhrases`. */
  readonly zoneByDefault: Readonly<Record<Language, string>>;
  /** IANA zones to choose from. */
  readonly zones: readonly string[];
};

/** The settings of a channel as fields with their choices. */
export function settingFields(
  settings: ChannelSettings,
  place: SettingsPlace,
  language: Language,
): readonly SettingField[] {
  const said = settingsPhrases(language);
  const options = {
    visibility: [
      { value: DEFAULT, text: place.visibleByDefault[language] },
      { value: 'public', text: said.public },
      { value: 'private', text: said.private },
    ],
    language: [
      { value: DEFAULT, text: said.asAsked },
      { value: 'ja', text: '日本語' },
      { value: 'en', text: 'English' },
    ],
    zone: [
      { value: DEFAULT, text: place.zoneByDefault[language] },
      ...[...new Set([...(settings.zone === undefined ? [] : [settings.zone]), ...place.zones])].map((zone) => ({
        value: zone,
        text: zone,
      })),
    ],
  } as const;
  return SETTINGS.map((setting) => {
    const value = settings[setting] ?? DEFAULT;
    const shown = options[setting].find((option) => option.value === value) ?? options[setting][0];
    return { setting, label: said[setting], options: options[setting], value: shown.value, shown: shown.text };
  });
}

/** The settings with one of them changed; `undefined` for a value that it cannot have. */
export function withSetting(settings: ChannelSettings, setting: Setting, value: string): ChannelSettings | undefined {
  const { [setting]: _before, ...rest } = settings;
  if (value === DEFAULT) return rest;
  if (setting === 'visibility' && (value === 'public' || value === 'private')) return { ...rest, visibility: value };
  if (setting === 'language' && (value === 'ja' || value === 'en')) return { ...rest, language: value };
  if (setting === 'zone' && isZone(value)) return { ...rest, zone: value };
  return undefined;
}

/** What a form or command of settings says. */
export type SettingsPhrases = Readonly<Record<Setting | 'public' | 'private' | 'asAsked', string>> & {
  /** A setting and the choice in force, as a line. */
  line(label: string, shown: string): string;
  /** `channel` is in the platform's own form. */
  title(channel: string): string;
  readonly saved: string;
  /** Under the settings, to those who may change them. */
  readonly atOnce: string;
  readonly zoneUnknown: string;
  readonly failed: string;
  readonly onlyInServers: string;
  readonly notAllowed: string;
  /** Where a mention cannot be answered to one person alone. */
  readonly mentionsArePublic: string;
  /** The service's own zone. */
  serviceZone(zone: string): string;
};

export function settingsPhrases(language: Language): SettingsPhrases {
  return language === 'ja' ? ja : en;
}

/** The zone where none is set, in both languages. */
export function serviceZone(zone: string): Readonly<Record<Language, string>> {
  return { ja: ja.serviceZone(zone), en: en.serviceZone(zone) };
}

const ja: SettingsPhrases = {
  line: (label, shown) => `${label}：${shown}`,
  title: (channel) => `${channel} の設定`,
  visibility: '回答の公開範囲',
  public: '全員に表示',
  private: '質問した人だけに表示',
  language: '回答の言語',
  asAsked: '質問の言語に合わせる',
  zone: 'タイムゾーン',
  serviceZone: (zone) => `標準（${zone}）`,
  saved: 'このチャンネルの設定を保存しました。',
  atOnce: '変更はすぐに反映されます。タイムゾーンは「今日」「先月」などの基準になります。',
  zoneUnknown: 'タイムゾーンは、Asia/Tokyo のように候補から選んでください。',
  failed: '設定を保存できませんでした。少し時間をおいて、もう一度お試しください。',
  onlyInServers: '設定できるのは、サーバーのチャンネルだけです。',
  notAllowed: 'この操作には「チャンネルの管理」か「サーバー管理」の権限が必要です。',
  mentionsArePublic: '公開範囲はコマンドへの回答に適用されます。メンションへの返信は、チャンネルの全員に見えます。',
};

const en: SettingsPhrases = {
  line: (label, shown) => `${label}: ${shown}`,
  title: (channel) => `Settings for ${channel}`,
  visibility: 'Who sees answers',
  public: 'Everyone',
  private: 'Only the person who asks',
  language: 'Language of answers',
  asAsked: 'Same as the question',
  zone: 'Time zone',
  serviceZone: (zone) => `Default (${zone})`,
  saved: "This channel's settings have been saved.",
  atOnce: 'Changes apply at once. The time zone decides what “today” and “last month” mean.',
  zoneUnknown: 'Please choose a time zone from the list, such as Asia/Tokyo.',
  failed: 'The settings could not be saved. Please try again in a moment.',
  onlyInServers: 'Settings are for the channels of a server.',
  notAllowed: 'This needs the Manage Channels or the Manage Server permission.',
  mentionsArePublic: 'Who sees answers applies to commands. Everyone in the channel sees the reply to a mention.',
};
