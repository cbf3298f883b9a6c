import type { types } from '@slack/bolt';
import { encodeAction } from '../chat/actions.ts';
import type { Control, Controls, Menu } from '../chat/controls.ts';
import { ACTIONS } from './buttons.ts';
import { LIMITS } from './limits.ts';
import { type Block, button, linkButton, plainText } from './render-blocks.ts';
import { option } from './views.ts';

/** Controls as blocks: readings to choose from, then one row of buttons with its ⋯, then menus. */
export function controlBlocks({ choices, buttons, menus, more }: Controls): Block[] {
  const ids = { count: 0 };
  const rest = overflow(more, ids);
  return [
    ...actions(choices.flatMap((each) => buttonOf(each, ids))),
    ...actions([...buttons.flatMap((each) => buttonOf(each, ids)), ...rest]),
    ...menus.flatMap((menu) => actions(select(menu, ids))),
  ];
}

/** Ids are unique in a message; what is meant stands in the value. */
type Ids = { count: number };

function nextId(ids: Ids, prefix: string = ACTIONS.act): string {
  ids.count += 1;
  return `${prefix}.${ids.count}`;
}

function actions(elements: types.ActionsBlockElement[]): Block[] {
  return elements.length === 0 ? [] : [{ type: 'actions', elements: elements.slice(0, LIMITS.actionElements) }];
}

function buttonOf(control: Control, ids: Ids): types.Button[] {
  if ('url' in control) {
    const open = linkButton(nextId(ids, ACTIONS.web), control.label, control.url);
    return open === undefined ? [] : [open];
  }
  const value = encodeAction(control.action, LIMITS.buttonValue);
  if (value === undefined) return [];
  return [button(nextId(ids), control.label, value, control.primary === true ? 'primary' : undefined)];
}

function overflow(controls: readonly Control[], ids: Ids): types.Overflow[] {
  const options = controls.flatMap((control) => optionOf(control)).slice(0, LIMITS.overflowOptions);
  return options.length === 0 ? [] : [{ type: 'overflow', action_id: nextId(ids), options }];
}

function select({ prompt, options }: Menu, ids: Ids): types.StaticSelect[] {
  const shown = options.flatMap(optionOf).slice(0, LIMITS.options);
  if (shown.length === 0) return [];
  const placeholder = plainText(prompt, LIMITS.placeholder);
  return [{ type: 'static_select', action_id: nextId(ids), placeholder, options: shown }];
}

function optionOf(control: Control): ReturnType<typeof option>[] {
  if ('url' in control || control.label.trim() === '') return [];
  const value = encodeAction(control.action, LIMITS.optionValue);
  return value === undefined ? [] : [option({ text: control.label, value })];
}
