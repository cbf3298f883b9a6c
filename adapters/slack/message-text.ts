import { typedText } from './text.ts';

/** Blocks hold lists and quotes, attachments hold messages: whatever comes, the walk ends. */
const DEEPEST = 10;

type Json = Readonly<Record<string, unknown>>;

/**
 * The text that people see of a message, in the order in which they see it, a line for each part: blocks (or `text` where there
 * are none), attachments with what was forwarded or unfurled, names and descriptions of files. `''` when there is none. Buttons and
 * menus are left out: they say what one can do, not what it is about.
 * @param message as Slack sends it, of whatever kind.
 */
export function textOf(message: unknown): string {
  const seen = new Set<string>();
  const lines = partsOfMessage(asJson(message), 0).flatMap((part) => part.split('\n'));
  return lines
    .map((line) => line.replace(/[ \t\u3000]+/g, ' ').trim())
    .filter((line) => line !== '' && !seen.has(line) && seen.add(line))
    .join('\n');
}

function partsOfMessage(message: Json, depth: number): string[] {
  if (depth > DEEPEST) return [];
  const blocks = many(message.blocks).flatMap((block) => partsOfBlock(block, depth));
  return [
    // Beside blocks `text` is for notifications alone: it may say no more than that something was posted.
    ...(blocks.some((part) => part.trim() !== '') ? blocks : [marked(message.text)]),
    ...many(message.attachments).flatMap((attachment) => partsOfAttachment(attachment, depth + 1)),
    ...many(message.files).flatMap(partsOfFile),
  ];
}

/** What a link unfurled to, what was forwarded, or what an older integration posted. */
function partsOfAttachment(attachment: Json, depth: number): string[] {
  if (depth > DEEPEST) return [];
  const { pretext, author_name: author, title, text, fields, footer, fallback } = attachment;
  const quoted = many(attachment.message_blocks).map((each) => asJson(each.message));
  const blocks = [...many(attachment.blocks), ...quoted.flatMap((message) => many(message.blocks))];
  const inBlocks = blocks.flatMap((block) => partsOfBlock(block, depth));
  const parts = [
    ...[pretext, author, title].map(marked),
    ...(inBlocks.length > 0 ? inBlocks : [marked(text)]),
    ...many(fields).flatMap((field) => [`${marked(field.title)} ${marked(field.value)}`]),
    marked(footer),
    ...many(attachment.files).flatMap(partsOfFile),
  ];
  return parts.some((part) => part.trim() !== '') ? parts : [marked(fallback)];
}

function partsOfFile({ title, name, alt_txt: description }: Json): string[] {
  return [marked(title) || marked(name), marked(description)];
}

const forHands = new Set(['actions', 'context_actions', 'input', 'button', 'divider']);

/** A block of any kind, those that this version does not know included: wherever text objects stand, they are read. */
function partsOfBlock(block: Json, depth: number): string[] {
  if (depth > DEEPEST || forHands.has(String(block.type))) return [];
  switch (block.type) {
    case 'rich_text':
      return many(block.elements).map((element) => richText(element, depth + 1));
    case 'text':
    case 'mrkdwn':
    case 'markdown':
    case 'plain_text':
    case 'raw_text':
    case 'raw_number':
      return [marked(block.text)];
  }
  // As they are shown: a heading above what it heads, a description below.
  const named = [block.title, block.subtitle, block.author_name, block.text, block.body, block.description];
  const parts = [...named, block.alt_text, block.accessory].filter((part) => part !== undefined && part !== null);
  const own = parts.flatMap((part) =>
    typeof part === 'object' ? partsOfBlock(asJson(part), depth + 1) : [marked(part)],
  );
  const inner = [block.fields, block.elements, block.rows, block.cells, block.blocks].flatMap(many);
  return [...own, ...inner.flatMap((part) => partsOfBlock(part, depth + 1))];
}

/** Runs of one line stand together; lists, quotes and the lines of each stand apart. */
function richText(element: Json, depth: number): string {
  if (depth > DEEPEST) return '';
  switch (element.type) {
    case 'text':
      return isStruck(element) ? ' ' : String(element.text ?? '');
    case 'link':
      return isStruck(element) ? ' ' : String(element.text ?? element.url ?? '');
    case 'emoji':
      return ' ';
    case 'date':
      return ` ${marked(`<!date^${element.timestamp}^|${element.fallback ?? ''}>`)} `;
    case 'rich_text_list':
      return many(element.elements)
        .map((item) => richText(item, depth + 1))
        .join('\n');
    default: {
      const runs = many(element.elements).map((run) => richText(run, depth + 1));
      // People, groups and channels are ids here, which nobody sees.
      return runs.length > 0 ? runs.join('') : ' ';
    }
  }
}

/** What was struck out is not said. */
function isStruck({ style }: Json): boolean {
  return asJson(style).strike === true;
}

/** The words of a text in Slack's own marks; `''` for what is none. */
function marked(text: unknown): string {
  return typeof text === 'string' ? typedText(text) : '';
}

/** An array's objects; arrays in it, as the rows of a table, become objects that hold them. */
function many(value: unknown): readonly Json[] {
  if (!Array.isArray(value)) return [];
  return value.map((each) => (Array.isArray(each) ? { cells: each } : asJson(each)));
}

function asJson(value: unknown): Json {
  // Any object may be looked through by key; what is found there is looked at before it is taken for something.
  return typeof value === 'object' && value !== null ? (value as Json) : {};
}
