const ZERO_WIDTH = '\u200b';

/**
 * Text of people or records as Discord shows it literally: no formatting, mention, emoji, timestamp, heading, list or link
 * comes of it. One line in, one line out.
 */
export function escapeMarkdown(text: string): string {
  // Most text of records needs nothing: one look instead of several replacements.
  if (!live.test(text)) return text;
  return (
    text
      .replace(/\s+/g, ' ')
      .replace(/[\\*_~`|<>[\]]/g, '\\$&')
      // A mention needs its name straight after the sign; an address its slashes after the colon.
      .replace(/@/g, `@${ZERO_WIDTH}`)
      .replace(/:\/\//g, `:${ZERO_WIDTH}//`)
      .replace(/(discord(?:app)?\.(?:gg|com))\//gi, `$1${ZERO_WIDTH}/`)
      // Headings, lists and subtext begin only at the start of a line; so do numbers with a full stop.
      .replace(/^([-+#]|\d+(?=\.))/, (mark) => (/\d/.test(mark) ? `${mark}\\` : `\\${mark}`))
  );
}

/** Every character and start that the replacements below look for; white space other than single spaces among them. */
const live = /[\\*_~`|<>[\]@/\n\r\t\v\f\u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000\ufeff]| {2}|^[-+#\d]/;

/** A masked link; `undefined` for an address that cannot stand in one. The angle brackets stop previews. */
export function maskedLink(label: string, url: string): string | undefined {
  const address = linkAddress(url);
  return address === undefined ? undefined : `[${escapeMarkdown(label)}](<${address}>)`;
}

/** The address in the form that survives inside a masked link; `undefined` when it is not http(s) or far too long. */
export function linkAddress(url: string): string | undefined {
  if (!URL.canParse(url)) return undefined;
  const parsed = new URL(url);
  if (parsed.protocol !== 'http:' && parsed.protocol !== 'https:') return undefined;
  const address = parsed.href.replace(/[()<>\\|`]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`);
  return address.length <= 1_500 ? address : undefined;
}
