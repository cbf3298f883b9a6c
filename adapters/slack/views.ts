import type { types } from '@slack/bolt';
import { LIMITS } from './limits.ts';
import { plainText } from './render-blocks.ts';

export type Option = { readonly text: string; readonly value: string };

export function option({ text, value }: Option) {
  return { text: plainText(text, LIMITS.optionText), value };
}

/** A modal of ours; labels are cut to Slack's 24 characters. */
export function modal(
  callbackId: string,
  labels: { title: string; submit: string; close: string },
  blocks: types.KnownBlock[],
  metadata = '',
): types.ModalView {
  return {
    type: 'modal',
    callback_id: callbackId,
    title: plainText(labels.title, LIMITS.viewTitle),
    submit: plainText(labels.submit, LIMITS.viewTitle),
    close: plainText(labels.close, LIMITS.viewTitle),
    blocks,
    private_metadata: metadata.slice(0, LIMITS.privateMetadata),
  };
}

export function input(
  blockId: string,
  label: string,
  element: types.InputBlock['element'],
  more: { hint?: string; optional?: boolean } = {},
): types.InputBlock {
  return {
    type: 'input',
    block_id: blockId,
    label: plainText(label),
    element,
    optional: more.optional ?? false,
    ...(more.hint === undefined ? {} : { hint: plainText(more.hint) }),
  };
}

export function select(actionId: string, options: readonly Option[], initial?: string): types.StaticSelect {
  const chosen = options.find(({ value }) => value === initial);
  return {
    type: 'static_select',
    action_id: actionId,
    options: options.map(option),
    ...(chosen === undefined ? {} : { initial_option: option(chosen) }),
  };
}

/** What a submitted view holds, as Bolt gives it. */
export type Values = Readonly<
  Record<
    string,
    Readonly<
      Record<
        string,
        {
          readonly value?: string | null | undefined;
          readonly selected_option?: { readonly value: string } | null | undefined;
          readonly selected_options?: readonly { readonly value: string }[] | undefined;
          readonly selected_time?: string | null | undefined;
          readonly selected_conversation?: string | null | undefined;
        }
      >
    >
  >
>;

/** The one value of an input, whatever its kind; `undefined` when left empty. */
export function chosenValue(values: Values, blockId: string): string | undefined {
  const [state] = Object.values(values[blockId] ?? {});
  return (
    state?.value ?? state?.selected_option?.value ?? state?.selected_time ?? state?.selected_conversation ?? undefined
  );
}

/** The values of a multiple choice. */
export function chosenValues(values: Values, blockId: string): string[] {
  const [state] = Object.values(values[blockId] ?? {});
  return (state?.selected_options ?? []).map(({ value }) => value);
}
