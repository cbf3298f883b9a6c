import { ButtonStyle } from 'discord.js';
import type { Answer } from '../../src/answer/index.ts';
import type { Language } from '../../src/text/index.ts';
import { NO_CONTROLS } from '../chat/controls.ts';
import { type HelpLine, type HelpPlatform, helpPhrases, helpSections, welcomeLines } from '../chat/help.ts';
import { type CommandIds, commandMention } from './command-mentions.ts';
import { button, row, rowsOf } from './components.ts';
import type { Body } from './render.ts';

const PLATFORM: HelpPlatform = {
  privately: {
    en: 'With the option `private` only you see the answer.',
    ja: 'オプション「自分だけ」を付けると、回答はあなただけに表示されます。',
  },
  menu: {
    en: 'On any message, Apps → Find consultations looks up what it mentions, for you alone.',
    ja: 'メッセージのメニューの「アプリ」→「関連する協議」で、その内容に関わる協議を自分だけに表示します。',
  },
};
const COLOUR = 0x1f6f8b;

/** Help, as an answer of the desk opens it: what it does, every command, and its suggestions to try. */
export function renderHelp(answer: Answer, ids: CommandIds): Body {
  const { language } = answer;
  const said = helpPhrases(language);
  const sections = helpSections(PLATFORM, language).map(
    ({ heading, lines }) => `**${heading}**\n${lines.map((line) => `• ${written(line, ids, language)}`).join('\n')}`,
  );
  const options = answer.suggestions.map((label, index) => ({
    label,
    action: { kind: 'suggestion', ask: answer.id, index, page: 1 } as const,
  }));
  const examples = rowsOf({ ...NO_CONTROLS, menus: [{ prompt: said.tryAsking, options }] });
  const forget = row([button(said.forget, { kind: 'forget', sure: false })]);
  return {
    content: answer.headline.text,
    embeds: [{ color: COLOUR, description: sections.join('\n\n') }],
    components: [...examples, ...(forget === undefined ? [] : [forget])],
  };
}

/** The few lines of a first contact, with a button to the rest. */
export function renderWelcome(languages: readonly Language[], ids: CommandIds): Body {
  const said = languages.map((language) =>
    welcomeLines(language)
      .map((line) => written(line, ids, language))
      .join('\n'),
  );
  const label = languages.map((language) => helpPhrases(language).howTo).join(' / ');
  const help = row([button(label, { kind: 'help' }, ButtonStyle.Primary)]);
  return { content: said.join('\n\n'), embeds: [], components: help === undefined ? [] : [help] };
}

/** Asks whether to delete; `undefined` rows until then. */
export function renderForget(language: Language): Body {
  const said = helpPhrases(language);
  const yes = row([button(said.forgetYes, { kind: 'forget', sure: true }, ButtonStyle.Danger)]);
  return { content: said.forgetSure, embeds: [], components: yes === undefined ? [] : [yes] };
}

function written(line: HelpLine, ids: CommandIds, language: Language): string {
  return line.map((part) => (typeof part === 'string' ? part : commandMention(part.command, ids, language))).join('');
}
