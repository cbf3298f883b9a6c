import type { Payload } from '../discord/server/payloads.ts';
import type { Post } from '../discord/server/server.ts';
import { renderMarkdown } from './discord-markdown.ts';
import { avatar, dataUrl, escapeHtml, readerAvatar } from './stage.ts';

const BUTTON_TYPES = ['', 'primary', 'secondary', 'success', 'destructive'];
/** Discord shows a lone picture within this box. */
const PICTURE_BOX = { width: 550, height: 350 };

/** A message as Discord shows it, below the command it answers. */
export function messageHtml(post: Post, command: string, language: string): string {
  const { body } = post;
  const embeds = list(body.embeds);
  const inEmbed = new Set(
    embeds.flatMap((embed) => [embed.image, embed.thumbnail]).map((image) => (image as Payload | undefined)?.url),
  );
  const loose = post.files.filter(({ name }) => !inEmbed.has(`attachment://${name}`));
  const asked = language === 'ja' ? '利用者' : 'reader';
  const reply = `<discord-command slot="reply" author="${asked}" avatar="${readerAvatar}" command="${escapeHtml(command)}"></discord-command>`;
  return `<discord-message author="Kyōgi" bot verified avatar="${avatar}" timestamp="10:00"${post.ephemeral ? ' ephemeral' : ''}>
    ${command === '' ? '' : reply}${renderMarkdown(String(body.content ?? ''))}
    ${loose.length === 0 ? '' : `<discord-attachments slot="attachments">${loose.map(({ data }) => attachment(data)).join('')}</discord-attachments>`}
    ${embeds.map((embed) => embedHtml(embed, post)).join('')}
    ${list(body.components).length === 0 ? '' : `<discord-attachments slot="components">${list(body.components).map(rowHtml).join('')}</discord-attachments>`}
  </discord-message>`;
}

/** A form as Discord shows it. */
export function modalHtml(data: Payload): string {
  const fields = list(data.components).flatMap((row) => (row.type === 1 ? list(row.components) : [row]));
  const shown = fields.map((field) => {
    const inner = (field.component as Payload | undefined) ?? field;
    const choices = list(inner.options).filter((each) => each.default === true);
    const value = choices.map((each) => each.label).join(', ') || inner.value || inner.placeholder || '';
    return `<label>${escapeHtml(String(field.label ?? field.content ?? ''))}<small>${escapeHtml(String(field.description ?? ''))}</small>
      ${field.type === 10 ? '' : `<span class="field">${escapeHtml(String(value))}</span>`}</label>`;
  });
  return `<div class="modal"><h2>${escapeHtml(String(data.title))}</h2>${shown.join('')}</div>`;
}

function attachment(data: Buffer): string {
  // The size stands in the header of every PNG.
  const [width, height] = [data.readUInt32BE(16), data.readUInt32BE(20)];
  const scale = Math.min(1, PICTURE_BOX.width / width, PICTURE_BOX.height / height);
  return `<img class="attached" src="${dataUrl(data)}" style="width:${Math.round(width * scale)}px" alt="">`;
}

function embedHtml(embed: Payload, post: Post): string {
  const colour = `#${Number(embed.color ?? 0x202225)
    .toString(16)
    .padStart(6, '0')}`;
  const image = String((embed.image as Payload | undefined)?.url ?? '').replace('attachment://', '');
  const file = post.files.find(({ name }) => name === image);
  const description = String(embed.description ?? '');
  const fields = list(embed.fields);
  const footer = (embed.footer as Payload | undefined)?.text;
  const author = (embed.author as Payload | undefined)?.name;
  return `<discord-embed slot="embeds" color="${colour}"${attribute('author-name', author)}${attribute('url', embed.url)}${attribute('embed-title', embed.title)}>
    ${description === '' ? '' : `<discord-embed-description slot="description">${renderMarkdown(description)}</discord-embed-description>`}
    ${fields.length === 0 ? '' : `<discord-embed-fields slot="fields">${fields.map(fieldHtml).join('')}</discord-embed-fields>`}
    ${file === undefined ? '' : `<div slot="footer">${attachment(file.data)}</div>`}
    ${footer === undefined ? '' : `<discord-embed-footer slot="footer">${escapeHtml(String(footer))}</discord-embed-footer>`}
  </discord-embed>`;
}

function fieldHtml(field: Payload): string {
  const inline = field.inline === true ? ' inline inline-index="1"' : '';
  return `<discord-embed-field${attribute('field-title', field.name)}${inline}>${renderMarkdown(String(field.value))}</discord-embed-field>`;
}

function rowHtml(row: Payload): string {
  if (row.type !== 1) throw new Error(`No picture is known of Discord's component ${String(row.type)}.`);
  return `<discord-action-row>${list(row.components).map(elementHtml).join('')}</discord-action-row>`;
}

function elementHtml(element: Payload): string {
  if (element.type !== 2) {
    const chosen = list(element.options).find((each) => each.default === true);
    return `<discord-string-select-menu${attribute('placeholder', chosen?.label ?? element.placeholder)}></discord-string-select-menu>`;
  }
  const emoji = (element.emoji as Payload | undefined)?.name;
  const label = [emoji, element.label].filter((part) => part !== undefined).join(' ');
  const off = element.disabled === true ? ' disabled' : '';
  const kind =
    element.url === undefined ? attribute('type', BUTTON_TYPES[Number(element.style)]) : attribute('url', element.url);
  return `<discord-button${kind}${off}>${escapeHtml(label)}</discord-button>`;
}

function attribute(name: string, value: unknown): string {
  return value === undefined || value === null ? '' : ` ${name}="${escapeHtml(String(value))}"`;
}

function list(value: unknown): Payload[] {
  return (value ?? []) as Payload[];
}
