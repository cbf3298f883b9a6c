/**
 * Escapes the three characters that Slack gives meaning to in message text, so that nothing in it links, pings or formats.
 * @see https://docs.slack.dev/messaging/formatting-message-text
 */
export function escapeText(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

/**
 * Text for places that Slack shows literally (rich_text, plain_text), where entities would be visible. A word joiner breaks up
 * the openings of mention tokens, should a client or a later copy read them as markup.
 */
export function literal(text: string): string {
  // Nearly every text needs nothing done, and this runs on each of them.
  if (!needsCare(text)) return text;
  return text.replace(/<(?=[!@#])/g, '<\u2060').replace(/[^\P{Cc}\t\n\r]/gu, '');
}

function needsCare(text: string): boolean {
  for (let at = 0; at < text.length; at += 1) {
    const unit = text.charCodeAt(at);
    if (unit < 0x20 || unit === 0x3c || (unit >= 0x7f && unit < 0xa0)) return true;
  }
  return false;
}

/**
 * What a person typed, out of Slack's message text: mentions, broadcasts and what is struck out taken away, links as their words, bare addresses
 * away too (Slack marks where they end), dates as ISO 8601, entities undone.
 */
export function typedText(text: string): string {
  const worded = text.replace(/<([^<>]*)>/g, (_token, inner: string) => wordsOf(inner));
  return unescapeText(worded.replace(STRUCK_OUT, ' '))
    .replace(/[ \t\u3000]+/g, ' ')
    .trim();
}

/** Whether a message mentions `user`. */
export function mentions(text: string, user: string): boolean {
  return text.includes(`<@${user}>`) || text.includes(`<@${user}|`);
}

/** At most `most` UTF-16 units, never through a surrogate pair; the cut is shown by an ellipsis. */
export function cut(text: string, most: number): string {
  if (text.length <= most) return text;
  const end = isHighSurrogate(text, most - 2) ? most - 2 : most - 1;
  return `${text.slice(0, end)}…`;
}

/** Splits a text into pieces of at most `most` units, at a sentence end or space where one is near, losing nothing. */
export function pieces(text: string, most: number): string[] {
  const result: string[] = [];
  let rest = text;
  while (rest.length > most) {
    let end = breakBefore(rest, most);
    if (isHighSurrogate(rest, end - 1)) end -= 1;
    result.push(rest.slice(0, end));
    rest = rest.slice(end);
  }
  if (rest !== '' || result.length === 0) result.push(rest);
  return result;
}

function breakBefore(text: string, most: number): number {
  for (let end = most; end > most - 200 && end > 1; end -= 1) {
    if ('。．.!?！？\n 　'.includes(text.charAt(end - 1))) return end;
  }
  return most;
}

function isHighSurrogate(text: string, index: number): boolean {
  const unit = text.charCodeAt(index);
  return unit >= 0xd800 && unit <= 0xdbff;
}

/** Between two ~, the first at the beginning of a word; 2023~2024 is a range. */
const STRUCK_OUT = /(?<![\p{L}\p{N}~])~(?=\S)[^~\n]{1,500}(?<=[^\s、,])~/gu;

function wordsOf(inner: string): string {
  if (inner.startsWith('!date^')) return dated(inner);
  if (inner.startsWith('@') || inner.startsWith('!')) return ' ';
  const [target = '', label] = splitOnce(inner, '|');
  if (inner.startsWith('#')) return label === undefined ? ' ' : `#${label}`;
  const isAddress = /^[a-z]+:\/\//i.test(target);
  // Slack makes links of hosts in the text: <http://mofa.go.jp|mofa.go.jp>.
  if (label !== undefined) return isAddress && target.endsWith(label) ? ' ' : label;
  return isAddress ? ' ' : target.replace(/^mailto:/, '');
}

/** !date^1743292800^{date_long}|March 30, 2025: the moment, else the words that stand for it. */
function dated(inner: string): string {
  const [token = '', label = ''] = splitOnce(inner, '|');
  const seconds = Number(token.split('^')[1]);
  // Temporal knows no moment farther away.
  if (!Number.isInteger(seconds) || Math.abs(seconds) > 8.64e12) return ` ${label} `;
  return ` ${Temporal.Instant.fromEpochMilliseconds(seconds * 1000)} `;
}

function splitOnce(text: string, separator: string): [string, string | undefined] {
  const at = text.indexOf(separator);
  return at === -1 ? [text, undefined] : [text.slice(0, at), text.slice(at + 1)];
}

function unescapeText(text: string): string {
  return text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&');
}
