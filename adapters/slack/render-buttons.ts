import type { types } from '@slack/bolt';
import type { Answer } from '../../src/answer/answer.ts';
import { phrases } from '../../src/conversation/phrases.ts';
import { isSmallTalk } from '../chat/aside.ts';
import { ACTIONS, type ButtonState, encodeState } from './buttons.ts';
import { LIMITS } from './limits.ts';
import type { AnswerView } from './render.ts';
import { type Block, button, linkButton, plainText } from './render-blocks.ts';

const MOST_SUGGESTIONS = 5;
const MOST_CONSULTATIONS = 25;

/**
 * The rows under an answer: readings to choose from, Previous/Next, Sources · Details · Timeline · language · Share, a menu of
 * its consultations, what to ask next, and whether it helped.
 */
export function answerButtons(answer: Answer, view: AnswerView, where: { part: number; partCount: number }): Block[] {
  if (view.buttons === 'none') return [];
  if (isSmallTalk(answer)) return exampleRows(answer);
  const said = phrases(answer.language);
  const state = (change: Partial<ButtonState> = {}) =>
    encodeState({
      ask: answer.id,
      page: answer.page.index,
      part: where.part,
      version: answer.knowledgeVersion.slice(0, 12),
      ...change,
    });
  const [first] = answer.consultations;
  const other = answer.language === 'ja' ? 'en' : 'ja';
  const back = previous(answer, where);
  const on = next(answer, where);
  const row: types.Button[] = [
    ...(back === undefined ? [] : [button(ACTIONS.pageBack, said.previous, state(back))]),
    ...(on === undefined ? [] : [button(ACTIONS.page, said.next, state(on), 'primary')]),
    ...(answer.citations.length === 0 ? [] : [button(ACTIONS.sources, said.sources, state())]),
    ...(first === undefined
      ? []
      : [
          linkButton(ACTIONS.web, said.details, view.pages?.consultation(answer.language, first)) ??
            button(ACTIONS.details, said.details, state()),
          button(ACTIONS.timeline, said.timeline, state()),
        ]),
    button(ACTIONS.language, said.otherLanguage, state({ extra: other, page: 1, part: 1 })),
    ...(view.buttons === 'share' ? [button(ACTIONS.share, said.share, state())] : []),
  ];
  return [
    ...asks(
      answer.choices.map(({ label, question }) => ({ label, question })),
      'choice',
      'primary',
    ),
    { type: 'actions', elements: row },
    ...consultationMenu(answer, view),
    ...exampleRows(answer),
    feedback(answer, state),
  ];
}

function exampleRows({ suggestions }: Answer): Block[] {
  return asks(
    suggestions.map((question) => ({ label: question, question })),
    'next',
  );
}

/** Buttons that ask a whole question; a question too long for a button's value is left out. */
function asks(
  list: readonly { readonly label: string; readonly question: string }[],
  group: string,
  style?: 'primary',
): Block[] {
  const elements = list
    .filter(({ question }) => question !== '' && question.length <= LIMITS.buttonValue)
    .slice(0, MOST_SUGGESTIONS)
    .map(({ label, question }, index) => button(`${ACTIONS.ask}.${group}.${index}`, label, question, style));
  return elements.length === 0 ? [] : [{ type: 'actions', elements }];
}

function consultationMenu(answer: Answer, view: AnswerView): Block[] {
  if (view.titleOf === undefined || answer.consultations.length < 2) return [];
  const options = answer.consultations.slice(0, MOST_CONSULTATIONS).flatMap((id) => {
    const value = `${answer.id}|${id}`;
    const title = view.titleOf?.(id);
    if (title === undefined || value.length > LIMITS.optionText) return [];
    return [{ text: plainText(title, LIMITS.optionText), value }];
  });
  if (options.length === 0) return [];
  return [
    {
      type: 'actions',
      elements: [
        {
          type: 'static_select',
          action_id: ACTIONS.card,
          placeholder: plainText(phrases(answer.language).chooseConsultation, LIMITS.placeholder),
          options,
        },
      ],
    },
  ];
}

function feedback(answer: Answer, state: (change: Partial<ButtonState>) => string): Block {
  const said = phrases(answer.language);
  return {
    type: 'context_actions',
    elements: [
      {
        type: 'feedback_buttons',
        action_id: ACTIONS.feedback,
        positive_button: { text: plainText(said.helpful), value: state({ extra: 'helpful' }) },
        negative_button: { text: plainText(said.notRight), value: state({ extra: 'wrong' }) },
      },
    ],
  };
}

function next(answer: Answer, where: { part: number; partCount: number }): Partial<ButtonState> | undefined {
  if (where.part < where.partCount) return { part: where.part + 1 };
  return answer.page.index < answer.page.count ? { page: answer.page.index + 1, part: 1 } : undefined;
}

function previous(answer: Answer, where: { part: number; partCount: number }): Partial<ButtonState> | undefined {
  if (where.part > 1) return { part: where.part - 1 };
  return answer.page.index > 1 ? { page: answer.page.index - 1, part: 1 } : undefined;
}
