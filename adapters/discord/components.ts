import {
  type APIActionRowComponent,
  type APIButtonComponentWithCustomId,
  type APIButtonComponentWithURL,
  type APIStringSelectComponent,
  ButtonStyle,
  ComponentType,
} from 'discord.js';
import { type Action, encodeAction } from '../chat/actions.ts';
import type { Control, Controls, Menu } from '../chat/controls.ts';
import { clip, LIMITS } from './limits.ts';

type Button = APIButtonComponentWithCustomId | APIButtonComponentWithURL;
export type Row = APIActionRowComponent<Button | APIStringSelectComponent>;

/** The rows under a message; what Discord could not take is left out. At most five rows: menus give way to buttons. */
export function rowsOf({ choices, buttons, menus, more, menu }: Controls): readonly Row[] {
  const others = more.length > 0 && menu !== undefined ? [{ label: '⋯', action: menu }] : [];
  const rows = [
    ...inRows(choices.flatMap(buttonOf)),
    ...inRows([...buttons, ...others].flatMap(buttonOf)),
    ...menus.flatMap(selectRow),
  ];
  return rows.slice(0, LIMITS.rows);
}

/** A button with its label within Discord's limit. Default style: secondary. @throws RangeError for an action too long for a button. */
export function button(
  label: string,
  action: Action,
  style: APIButtonComponentWithCustomId['style'] = ButtonStyle.Secondary,
): APIButtonComponentWithCustomId {
  const id = encodeAction(action, LIMITS.customId);
  if (id === undefined) throw new RangeError(`An action too long for a button: ${action.kind}`);
  return { type: ComponentType.Button, style, label: clip(label, LIMITS.buttonLabel), custom_id: id };
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

function buttonOf(control: Control): Button[] {
  if ('url' in control) return [linkButton(control.label, control.url)].filter((each) => each !== undefined);
  if (encodeAction(control.action, LIMITS.customId) === undefined) return [];
  return [button(control.label, control.action, control.primary === true ? ButtonStyle.Primary : undefined)];
}

function inRows(buttons: readonly Button[]): Row[] {
  const rows: Row[] = [];
  for (let at = 0; at < buttons.length; at += LIMITS.buttonsInRow) {
    rows.push({ type: ComponentType.ActionRow, components: buttons.slice(at, at + LIMITS.buttonsInRow) });
  }
  return rows;
}

/** A select menu whose options carry their actions. */
function selectRow({ prompt, options }: Menu, index: number): Row[] {
  const shown = options.flatMap(({ label, action }) => {
    const value = encodeAction(action, LIMITS.selectValue);
    return value === undefined || label === '' ? [] : [{ label: clip(label, LIMITS.selectLabel), value }];
  });
  if (shown.length === 0) return [];
  const select: APIStringSelectComponent = {
    type: ComponentType.StringSelect,
    custom_id: encodeAction({ kind: 'select', index }, LIMITS.customId) ?? '',
    placeholder: clip(prompt, LIMITS.selectPlaceholder),
    options: shown.slice(0, LIMITS.selectOptions),
  };
  return [{ type: ComponentType.ActionRow, components: [select] }];
}
