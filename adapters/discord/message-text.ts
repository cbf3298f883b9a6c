import { ComponentType, type Embed, EmbedType, type Message, type MessageSnapshot } from 'discord.js';

/** Forwards cannot be forwarded inside one, and containers hold no containers; whatever comes, the walk ends. */
const DEEPEST = 6;

/**
 * The text that people see of a message, in the order in which they see it, a line for each part: what was typed, what was
 * forwarded, Components V2, link previews and embeds, the poll, names and descriptions of files. `''` when there is none. Labels of
 * buttons and menus are left out: they say what one can do, not what it is about.
 */
export function textOf(message: Message): string {
  return [...new Set(partsOf(message).map((part) => part.trim()))].filter((part) => part !== '').join('\n');
}

function partsOf(message: Message | MessageSnapshot, depth = 0): string[] {
  if (depth > DEEPEST) return [];
  const { content, components, embeds, poll, attachments } = message;
  const forwarded = 'messageSnapshots' in message ? [...(message.messageSnapshots?.values() ?? [])] : [];
  return [
    content ?? '',
    ...forwarded.flatMap((snapshot) => partsOf(snapshot, depth + 1)),
    ...(components ?? []).flatMap((component) => textOfComponent(component.toJSON())),
    ...(embeds ?? []).flatMap(textOfEmbed),
    ...(poll == null ? [] : [poll.question.text ?? '', ...poll.answers.map((answer) => answer.text ?? '')]),
    ...[...(attachments?.values() ?? [])].flatMap(({ title, name, description }) => [title ?? name, description ?? '']),
  ];
}

function textOfEmbed(embed: Embed): string[] {
  const { type, author, title, description, fields = [], footer } = embed.data;
  // Its fields are named for programs; the question and the answer that won are what is seen.
  if (type === EmbedType.PollResult) {
    return fields.filter(({ name }) => name.endsWith('_text')).map(({ value }) => value);
  }
  return [
    author?.name ?? '',
    title ?? '',
    description ?? '',
    ...fields.map(({ name, value }) => `${name} ${value}`),
    footer?.text ?? '',
  ];
}

/** Text displays, and what pictures and files are called, at any depth of sections, galleries and containers. */
function textOfComponent(component: unknown, depth = 0): string[] {
  if (depth > DEEPEST || typeof component !== 'object' || component === null) return [];
  // A component's JSON, of a kind that this version may not know.
  const { type, content, description, name, components, items, accessory } = component as Record<string, unknown>;
  if (type === ComponentType.ActionRow || type === ComponentType.Button) return [];
  const own = [content, description, name].filter((text) => typeof text === 'string');
  const inner = [components, items].flatMap((each) => (Array.isArray(each) ? each : []));
  return [...own, ...[...inner, accessory].flatMap((each) => textOfComponent(each, depth + 1))];
}
