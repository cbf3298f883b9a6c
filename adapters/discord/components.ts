import {
  type APIActionRowComponent,
  type APIButtonComponentWithCustomId,
  type APIButtonComponentWithURL,
  type APIStringSelectComponent,
  ButtonStyle,
  ComponentType,
} from 'discord.js';
import type { Answer } from '../../src/answer/answer.ts';
import { phrases } from '../../src/conversation/phrases.ts';
import type { Pages } from '../../src/record/pages.ts';
import { isSmallTalk } from '../chat/aside.ts';
import { type Action, encodeAction, LAST_LEAF } from './custom-id.ts';
import { clip, LIMITS } from './limits.ts';

type Button = APIButtonComponentWithCustomId | APIButtonComponentWithURL;
export type Row = APIActionRowComponent<Button | APIStringSelectComponent>;

/** Characters of a knowledge version that a button carries to notice a change. */
export const VERSION_CHARACTERS = 8;

type Place = {
  readonly leaf: number;
  readonly leaves: number;
  readonly private: boolean;
  /** What the select menu calls a consultation. */
  readonly titleOf: (consultation: string) => string | undefined;
  /** Where the reading room is: Details opens the consultation there. */
  readonly pages?: Pages | undefined;
};

/** The rows under an answer; a button that could show nothing is left out. At most five rows. */
export function answerRows(answer: Answer, place: Place): readonly Row[] {
  if (isSmallTalk(answer)) return [suggestionRow(answer)].filter((each) => each !== undefined);
  const said = phrases(answer.language);
  const ask = answer.id;
  const version = answer.knowledgeVersion.slice(0, VERSION_CHARACTERS);
  const tools: Button[] = [];
  if (answer.citations.length > 0) tools.push(button(said.sources, { kind: 'sources', ask, leaf: 0 }));
  const [first] = answer.consultations;
  if (first !== undefined) {
    tools.push(
      linkButton(said.details, place.pages?.consultation(answer.language, first)) ??
        button(said.details, { kind: 'details', ask }),
      button(said.timeline, { kind: 'timeline', ask, leaf: 0 }),
    );
  }
  const language = answer.language === 'ja' ? 'en' : 'ja';
  tools.push(button(said.otherLanguage, { kind: 'language', ask, language, version }));
  tools.push(button(said.notRight, { kind: 'feedback', ask }));

  const moves = pageButtons(answer, place, version);
  if (place.private) {
    moves.push(
      button(said.share, { kind: 'share', ask, page: answer.page.index, leaf: place.leaf }, ButtonStyle.Success),
    );
  }
  return [row(tools), row(moves), choiceRow(answer), openRow(answer, place), suggestionRow(answer)].filter(
    (each) => each !== undefined,
  );
}

/** A button with its label within Discord's limit. Default style: secondary. */
export function button(
  label: string,
  action: Action,
  style: APIButtonComponentWithCustomId['style'] = ButtonStyle.Secondary,
): APIButtonComponentWithCustomId {
  return { type: ComponentType.Button, style, label: clip(label, LIMITS.buttonLabel), custom_id: encodeAction(action) };
}

/** A button that opens a page; `undefined` for none, or for an address longer than Discord takes. */
export function linkButton(label: string, url: string | undefined): APIButtonComponentWithURL | undefined {
  if (url === undefined || url.length > LIMITS.buttonUrl) return undefined;
  return { type: ComponentType.Button, style: ButtonStyle.Link, label: clip(label, LIMITS.buttonLabel), url };
}

/** `undefined` for no components: Discord refuses an empty row. */
export function row(components: (Button | APIStringSelectComponent)[]): Row | undefined {
  return components.length === 0 ? undefined : { type: ComponentType.ActionRow, components };
}

/** Previous and Next through the leaves of something else than an answer. */
export function leafRow(
  language: Answer['language'],
  leaf: number,
  leaves: number,
  action: (leaf: number) => Action,
): Row | undefined {
  const said = phrases(language);
  const buttons: APIButtonComponentWithCustomId[] = [];
  if (leaf > 0) buttons.push(button(said.previous, action(leaf - 1)));
  if (leaf < leaves - 1) buttons.push(button(said.next, action(leaf + 1), ButtonStyle.Primary));
  return row(buttons);
}

function pageButtons(answer: Answer, place: Place, version: string): APIButtonComponentWithCustomId[] {
  const said = phrases(answer.language);
  const { index, count } = answer.page;
  const turn = (page: number, leaf: number): Action => ({ kind: 'page', ask: answer.id, page, leaf, version });
  const buttons: APIButtonComponentWithCustomId[] = [];
  if (place.leaf > 0) buttons.push(button(said.previous, turn(index, place.leaf - 1)));
  else if (index > 1) buttons.push(button(said.previous, turn(index - 1, LAST_LEAF)));
  if (place.leaf < place.leaves - 1) buttons.push(button(said.next, turn(index, place.leaf + 1), ButtonStyle.Primary));
  else if (index < count) buttons.push(button(said.next, turn(index + 1, 0), ButtonStyle.Primary));
  return buttons;
}

function choiceRow(answer: Answer): Row | undefined {
  const buttons = answer.choices
    .slice(0, LIMITS.buttonsInRow)
    .map((choice, index) => button(choice.label, { kind: 'choice', ask: answer.id, index }, ButtonStyle.Primary));
  return row(buttons);
}

function openRow(answer: Answer, place: Place): Row | undefined {
  // With one consultation the Details button already opens it.
  if (answer.consultations.length < 2) return undefined;
  const shown = answer.statements.map((each) => each.consultation).filter((id) => id !== null);
  // What this page shows comes first, for the menu holds 25 at most.
  const ids = [...new Set([...shown, ...answer.consultations])].filter((id) => id.length <= LIMITS.selectValue);
  return consultationRow(
    answer.id,
    answer.language,
    ids.map((id) => ({ label: place.titleOf(id) ?? id, value: id })),
  );
}

/** The menu that opens one consultation's card; the first 25 are offered. */
export function consultationRow(
  ask: string,
  language: Answer['language'],
  options: readonly { label: string; value: string }[],
): Row | undefined {
  return selectRow({ kind: 'open', ask }, phrases(language).chooseConsultation, options);
}

function suggestionRow(answer: Answer): Row | undefined {
  return selectRow(
    { kind: 'suggestion', ask: answer.id, page: answer.page.index },
    phrases(answer.language).tryAsking,
    answer.suggestions.map((label, index) => ({ label, value: String(index) })),
  );
}

function selectRow(
  action: Action,
  placeholder: string,
  options: readonly { label: string; value: string }[],
): Row | undefined {
  const shown = options.slice(0, LIMITS.selectOptions).map(({ label, value }) => ({
    label: clip(label, LIMITS.selectLabel),
    value,
  }));
  if (shown.length === 0) return undefined;
  return row([
    {
      type: ComponentType.StringSelect,
      custom_id: encodeAction(action),
      placeholder: clip(placeholder, LIMITS.selectPlaceholder),
      options: shown,
    },
  ]);
}
