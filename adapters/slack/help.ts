import type { types } from '@slack/bolt';
import type { Answer } from '../../src/answer/index.ts';
import type { Language } from '../../src/text/index.ts';
import {
  type CommandName,
  type HelpLine,
  type HelpPlatform,
  helpPhrases,
  helpSections,
  welcomeLines,
} from '../chat/help.ts';
import { ACTIONS } from './buttons.ts';
import { LIMITS } from './limits.ts';
import {
  type Block,
  bullets,
  button,
  plainText,
  type RichTextElement,
  richText,
  type SlackMessage,
  section,
  words,
} from './render-blocks.ts';
import { escapeText } from './text.ts';

export const FORGET = 'kyogi.forget';

const PLATFORM: HelpPlatform = {
  privately: {
    en: 'Only you see the answer; Share shows it to the channel.',
    ja: '回答はあなただけに表示され、「共有」でチャンネルに表示できます。',
  },
  menu: {
    en: 'On any message, More actions → Find consultations looks up what it mentions, for you alone.',
    ja: 'メッセージの「その他」→「Find consultations 協議」で、その内容に関わる協議を自分だけに表示します。',
  },
};

const COMMANDS: Readonly<Record<CommandName, Readonly<Record<Language, string>>>> = {
  ask: { en: '/alliance', ja: '/alliance' },
  timeline: { en: '/alliance-timeline', ja: '/alliance-timeline' },
  digest: { en: '/alliance-digest', ja: '/alliance-digest' },
  settings: { en: '/alliance settings', ja: '/alliance 設定' },
};

/** Help, as an answer of the desk opens it: what it does, every command, and its suggestions to try. */
export function renderHelp(answer: Answer): SlackMessage {
  const { language } = answer;
  const text = escapeText(answer.headline.text);
  const sections = helpSections(PLATFORM, language);
  const plain = sections.flatMap(({ heading, lines }) => [
    '',
    heading,
    ...lines.map((line) => `• ${escapeText(line.map((part) => wordOf(part, language)).join(''))}`),
  ]);
  return {
    text,
    blocks: [
      richText(section(...words(answer.headline.text, { bold: true }))),
      ...sections.map(({ heading, lines }) =>
        richText(
          section(...words(heading, { bold: true })),
          bullets(lines.map((line) => line.flatMap((part) => elementsOf(part, language)))),
        ),
      ),
      ...exampleButtons(answer.suggestions, 'next'),
      { type: 'actions', elements: [forgetButton(language)] },
    ],
    plain: () => [[text, ...plain].join('\n')],
  };
}

/** What the bot says of itself to somebody who opens it for the first time. */
export function welcomeBlock(language: Language): Block {
  const lines = welcomeLines(language).map((line) => line.flatMap((part) => elementsOf(part, language)));
  return richText(section(...lines.flatMap((line, at) => (at === 0 ? line : [...words('\n'), ...line]))));
}

/** Questions to ask with a press; those too long for a button are left out. */
export function exampleButtons(questions: readonly string[], group: string): Block[] {
  const elements = questions
    .filter((question) => question.length <= LIMITS.buttonValue)
    .map((question, index) => button(`${ACTIONS.ask}.${group}.${index}`, question, question));
  return elements.length === 0 ? [] : [{ type: 'actions', elements }];
}

/** Deletes what is kept about whoever presses it, after asking. */
export function forgetButton(language: Language): types.Button {
  const said = helpPhrases(language);
  return {
    ...button(FORGET, said.forget, 'me'),
    confirm: {
      title: plainText(said.forget),
      text: plainText(said.forgetSure, LIMITS.confirm),
      confirm: plainText(said.forgetYes),
      deny: plainText(said.cancel),
      style: 'danger',
    },
  };
}

function wordOf(part: HelpLine[number], language: Language): string {
  return typeof part === 'string' ? part : COMMANDS[part.command][language];
}

function elementsOf(part: HelpLine[number], language: Language): RichTextElement[] {
  const text = wordOf(part, language);
  return typeof part === 'string' ? words(text) : [{ type: 'text', text, style: { code: true } }];
}
