import type { Answer, Card, Timeline } from '../../src/answer/index.ts';
import { phrases } from '../../src/conversation/index.ts';
import type { Pages } from '../../src/record/index.ts';
import { type Action, LAST_LEAF, VERSION_CHARACTERS } from './actions.ts';
import { isSmallTalk } from './aside.ts';

/** Something to press: an action of ours, or a page to open. */
export type Control = {
  readonly label: string;
  /** What leads on from here stands out. Default false. */
  readonly primary?: boolean;
} & ({ readonly action: Action } | { readonly url: string });

/** One of several to choose, under a prompt. */
export type Menu = { readonly prompt: string; readonly options: readonly (Control & { readonly action: Action })[] };

/** What stands under a message, most wanted first. Nothing here repeats what the message shows. */
export type Controls = {
  /** The readings of a question that can be taken in several ways. */
  readonly choices: readonly Control[];
  readonly buttons: readonly Control[];
  readonly menus: readonly Menu[];
  /** Behind a ⋯. */
  readonly more: readonly Control[];
  /** Opens what is in `more`, on a platform without such a menu of its own; absent where `more` is empty. */
  readonly menu?: Action;
};

export const NO_CONTROLS: Controls = { choices: [], buttons: [], menus: [], more: [] };

/** Which leaf of how many; counts from 0. */
export type At = { readonly leaf: number; readonly leaves: number };

export type AnswerPlace = At & {
  /** Only the asker sees it, in a place where others could: it can be shared. */
  readonly shareable: boolean;
  readonly pages?: Pages | undefined;
};

/** Under an answer: what leads somewhere new, what to ask next, and the rest behind ⋯. */
export function answerControls(answer: Answer, place: AnswerPlace): Controls {
  const said = phrases(answer.language);
  const { id: ask, language, consultations, suggestions, choices, page } = answer;
  const menus = menuOf(
    said.tryAsking,
    suggestions.map((label, index) => ({ label, action: { kind: 'suggestion', ask, index, page: page.index } })),
  );
  if (isSmallTalk(answer)) return { ...NO_CONTROLS, menus };
  const version = answer.knowledgeVersion.slice(0, VERSION_CHARACTERS);
  const here = { ask, page: page.index, leaf: place.leaf };
  const [first] = consultations;
  const web = first === undefined ? undefined : place.pages?.consultation(language, first);
  const buttons: Control[] = [];
  if (first !== undefined) {
    buttons.push({ label: said.details, ...(web === undefined ? { action: { kind: 'details', ask } } : { url: web }) });
  }
  // A timeline of one meeting shows what the answer says.
  if (consultations.length > 1) buttons.push({ label: said.timeline, action: { kind: 'timeline', ask, leaf: 0 } });
  buttons.push(...pageButtons(answer, place, version));
  if (answer.scope !== undefined) buttons.push({ label: said.wholeRecord, action: { kind: 'whole', ask } });
  const other = language === 'ja' ? 'en' : 'ja';
  const more: Control[] = [{ label: said.otherLanguage, action: { kind: 'language', ask, language: other, version } }];
  if (place.shareable) more.push({ label: said.share, action: { kind: 'share', ...here } });
  more.push({ label: said.notRight, action: { kind: 'feedback', ask } });
  return {
    choices: choices.map(({ label }, index) => ({ label, primary: true, action: { kind: 'choice', ask, index } })),
    buttons,
    menus,
    more,
    menu: { kind: 'menu', ...here, version },
  };
}

/** What the ⋯ of an answer holds, as a message of its own. */
export function moreControls(answer: Answer, place: AnswerPlace): Controls {
  return { ...NO_CONTROLS, buttons: answerControls(answer, place).more };
}

/** Under a card: its other leaves, and the other consultations of the answer, each in its place. */
export function cardControls(
  card: Card,
  answer: Answer,
  at: At,
  titleOf: (id: string) => string | undefined,
): Controls {
  const said = phrases(answer.language);
  const action = (consultation: string, leaf: number): Action => ({ kind: 'card', ask: answer.id, consultation, leaf });
  const others = answer.consultations.filter((id) => id !== card.consultation);
  return {
    ...NO_CONTROLS,
    buttons: turns(answer.language, at, (leaf) => action(card.consultation, leaf)),
    menus: menuOf(
      said.chooseConsultation,
      others.map((id) => ({ label: titleOf(id) ?? id, action: action(id, 0) })),
    ),
  };
}

/** Under a timeline: its other leaves, the consultations it shows, and the same list in the reading room. */
export function timelineControls(
  timeline: Timeline,
  ask: string,
  at: At,
  shown: Timeline['items'],
  pages?: Pages,
): Controls {
  const said = phrases(timeline.language);
  const list = pages?.list(timeline.language, timeline.filters ?? {}, timeline);
  // The same meeting cannot be offered twice in one menu.
  const titles = new Map(shown.map((item) => [item.consultation, `${item.dateLabel} · ${item.label}`]));
  return {
    ...NO_CONTROLS,
    buttons: [
      ...turns(timeline.language, at, (leaf) => ({ kind: 'timeline', ask, leaf, turned: true })),
      ...(list === undefined ? [] : [{ label: said.openList, url: list }]),
    ],
    menus: menuOf(
      said.chooseConsultation,
      [...titles].map(([consultation, label]) => ({ label, action: { kind: 'details', ask, consultation } })),
    ),
  };
}

/** Back and More through the leaves of something else than an answer. */
export function turns(language: Answer['language'], { leaf, leaves }: At, action: (leaf: number) => Action): Control[] {
  const said = phrases(language);
  const buttons: Control[] = [];
  if (leaf > 0) buttons.push({ label: said.previous, action: action(leaf - 1) });
  if (leaf < leaves - 1) buttons.push({ label: said.next, primary: true, action: action(leaf + 1) });
  return buttons;
}

function pageButtons(answer: Answer, { leaf, leaves }: At, version: string): Control[] {
  const said = phrases(answer.language);
  const { index, count } = answer.page;
  const turn = (page: number, to: number): Action => ({ kind: 'page', ask: answer.id, page, leaf: to, version });
  const buttons: Control[] = [];
  if (leaf > 0) buttons.push({ label: said.previous, action: turn(index, leaf - 1) });
  else if (index > 1) buttons.push({ label: said.previous, action: turn(index - 1, LAST_LEAF) });
  if (leaf < leaves - 1) buttons.push({ label: said.next, primary: true, action: turn(index, leaf + 1) });
  else if (index < count) buttons.push({ label: said.next, primary: true, action: turn(index + 1, 0) });
  return buttons;
}

function menuOf(
  prompt: string,
  options: readonly { readonly label: string; readonly action: Action }[],
): readonly Menu[] {
  return options.length === 0 ? [] : [{ prompt, options }];
}
