/**
 * Block Kit's limits as documented at https://docs.slack.dev/reference/block-kit, written down apart from the adapter's own
 * table so that a slip in one is seen by the other. Returns every fault as Slack words them, with a JSON pointer.
 */
export function blockFaults(blocks: unknown, surface: 'message' | 'modal' | 'home' = 'message'): string[] {
  const faults: string[] = [];
  const at = (pointer: string, wrong: boolean, what: string) => {
    if (wrong) faults.push(`[ERROR] ${what} [json-pointer:${pointer}]`);
  };
  if (!Array.isArray(blocks)) return ['[ERROR] blocks must be an array [json-pointer:/blocks]'];
  at('/blocks', blocks.length > (surface === 'message' ? 50 : 100), 'too many blocks');
  const blockIds = new Set<string>();
  blocks.forEach((block: Json, index) => {
    const pointer = `/blocks/${index}`;
    if (typeof block.block_id === 'string') {
      at(pointer, blockIds.has(block.block_id) || block.block_id.length > 255, 'block_id repeated or too long');
      blockIds.add(block.block_id);
    }
    checkBlock(block, pointer, surface, at);
  });
  return faults;
}

/** The sum of what people read in a message; Slack refused from about 13,200. */
export function readableCharacters(value: unknown): number {
  if (Array.isArray(value)) return value.reduce((sum: number, each) => sum + readableCharacters(each), 0);
  if (value === null || typeof value !== 'object') return 0;
  return Object.entries(value).reduce(
    (sum, [key, each]) =>
      sum +
      (typeof each === 'string'
        ? ['text', 'url', 'alt_text'].includes(key)
          ? each.length
          : 0
        : readableCharacters(each)),
    0,
  );
}

// biome-ignore lint/suspicious/noExplicitAny: a payload is checked here because nothing is known of it
type Json = any;
type At = (pointer: string, wrong: boolean, what: string) => void;

const surfaces: Record<string, readonly string[]> = {
  message: ['rich_text', 'section', 'header', 'context', 'actions', 'context_actions', 'divider', 'image'],
  modal: ['rich_text', 'section', 'header', 'context', 'actions', 'divider', 'image', 'input'],
  home: ['rich_text', 'section', 'header', 'context', 'actions', 'divider', 'image', 'input'],
};

function checkBlock(block: Json, pointer: string, surface: string, at: At): void {
  at(pointer, !(surfaces[surface] ?? []).includes(block.type), `unsupported type: ${block.type}`);
  switch (block.type) {
    case 'rich_text':
      at(pointer, !Array.isArray(block.elements) || block.elements.length === 0, 'no elements');
      for (const [i, each] of (block.elements ?? []).entries()) checkRich(each, `${pointer}/elements/${i}`, at);
      break;
    case 'section':
      at(pointer, block.text === undefined && block.fields === undefined, 'a section needs text or fields');
      if (block.text !== undefined) checkText(block.text, `${pointer}/text`, 3000, at);
      if (block.fields !== undefined) at(pointer, !between(block.fields, 1, 10), '1 to 10 fields');
      for (const [i, each] of (block.fields ?? []).entries()) checkText(each, `${pointer}/fields/${i}`, 2000, at);
      break;
    case 'header':
      at(`${pointer}/text`, block.text?.type !== 'plain_text', 'header text must be plain_text');
      checkText(block.text, `${pointer}/text`, 150, at);
      break;
    case 'context':
      at(pointer, !between(block.elements, 1, 10), 'context takes 1 to 10 elements');
      for (const [i, each] of (block.elements ?? []).entries()) checkText(each, `${pointer}/elements/${i}`, 3000, at);
      break;
    case 'actions':
      at(pointer, !between(block.elements, 1, 25), 'actions takes 1 to 25 elements');
      checkElements(block.elements, pointer, at);
      break;
    case 'context_actions':
      at(pointer, !between(block.elements, 1, 5), 'context_actions takes 1 to 5 elements');
      (block.elements ?? []).forEach((each: Json, i: number) => {
        at(`${pointer}/elements/${i}`, !['feedback_buttons', 'icon_button'].includes(each.type), 'unsupported element');
        for (const name of ['positive_button', 'negative_button']) {
          checkText(each[name]?.text, `${pointer}/elements/${i}/${name}`, 75, at);
          at(`${pointer}/elements/${i}/${name}`, !lengthBetween(each[name]?.value, 1, 2000), 'value of 1 to 2000');
        }
        at(`${pointer}/elements/${i}`, !lengthBetween(each.action_id, 1, 255), 'action_id of 1 to 255');
      });
      break;
    case 'image':
      at(pointer, !lengthBetween(block.alt_text, 1, 2000), 'alt_text of 1 to 2000');
      at(
        pointer,
        (block.image_url === undefined) === (block.slack_file === undefined),
        'one of image_url and slack_file',
      );
      break;
    case 'input':
      checkText(block.label, `${pointer}/label`, 2000, at);
      at(`${pointer}/label`, block.label?.type !== 'plain_text', 'label must be plain_text');
      if (block.hint !== undefined) checkText(block.hint, `${pointer}/hint`, 2000, at);
      checkElements([block.element], pointer, at);
      break;
  }
}

function checkRich(element: Json, pointer: string, at: At): void {
  const elements = element.elements;
  const kinds = ['rich_text_section', 'rich_text_list', 'rich_text_quote', 'rich_text_preformatted'];
  at(pointer, !kinds.includes(element.type), `unsupported type: ${element.type}`);
  at(pointer, !Array.isArray(elements) || elements.length === 0, 'no elements');
  if (element.type === 'rich_text_list') {
    at(pointer, !['bullet', 'ordered'].includes(element.style), 'list without style');
    (elements ?? []).forEach((each: Json, i: number) => {
      at(`${pointer}/elements/${i}`, each.type !== 'rich_text_section', 'a list holds sections');
      checkRich(each, `${pointer}/elements/${i}`, at);
    });
    return;
  }
  (elements ?? []).forEach((each: Json, i: number) => {
    const here = `${pointer}/elements/${i}`;
    at(
      here,
      !['text', 'link', 'user', 'usergroup', 'broadcast', 'channel', 'emoji'].includes(each.type),
      'unsupported type',
    );
    if (each.type === 'text') at(here, !lengthBetween(each.text, 1, 12_000), 'text must not be empty');
    if (each.type === 'link') at(here, !/^https?:\/\/\S+$/.test(each.url) || each.text === '', 'invalid url');
  });
}

function checkElements(elements: Json[], pointer: string, at: At): void {
  const ids = new Set<string>();
  (elements ?? []).forEach((element: Json, i: number) => {
    const here = `${pointer}/elements/${i}`;
    at(here, !lengthBetween(element.action_id, 1, 255) || ids.has(element.action_id), 'action_id missing or repeated');
    ids.add(element.action_id);
    switch (element.type) {
      case 'button':
        at(`${here}/text`, element.text?.type !== 'plain_text', 'button text must be plain_text');
        checkText(element.text, `${here}/text`, 75, at);
        if (element.value !== undefined) at(here, element.value.length > 2000, 'value over 2000');
        if (element.style !== undefined) at(here, !['primary', 'danger'].includes(element.style), 'style');
        if (element.confirm !== undefined) {
          checkText(element.confirm.title, `${here}/confirm/title`, 100, at);
          checkText(element.confirm.text, `${here}/confirm/text`, 300, at);
          checkText(element.confirm.confirm, `${here}/confirm/confirm`, 30, at);
          checkText(element.confirm.deny, `${here}/confirm/deny`, 30, at);
        }
        break;
      case 'overflow':
      case 'static_select':
      case 'multi_static_select':
        at(here, !between(element.options, 1, element.type === 'overflow' ? 5 : 100), 'too many options, or none');
        (element.options ?? []).forEach((each: Json, n: number) => {
          checkText(each.text, `${here}/options/${n}`, 75, at);
          at(`${here}/options/${n}`, !lengthBetween(each.value, 1, 150), 'value of 1 to 150');
        });
        break;
      case 'external_select':
      case 'multi_external_select':
      case 'conversations_select':
      case 'timepicker':
      case 'plain_text_input':
        break;
      default:
        at(here, true, `unsupported element: ${element.type}`);
    }
    if (element.placeholder !== undefined) checkText(element.placeholder, `${here}/placeholder`, 150, at);
  });
}

function checkText(text: Json, pointer: string, most: number, at: At): void {
  at(pointer, !['plain_text', 'mrkdwn'].includes(text?.type), 'a text object is needed');
  at(pointer, !lengthBetween(text?.text, 1, most), `text of 1 to ${most}`);
}

function between(list: unknown, least: number, most: number): boolean {
  return Array.isArray(list) && list.length >= least && list.length <= most;
}

function lengthBetween(text: unknown, least: number, most: number): boolean {
  return typeof text === 'string' && text.length >= least && text.length <= most;
}
