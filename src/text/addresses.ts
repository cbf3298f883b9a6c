/** Where an address begins that says so itself. */
const START = /(?<![a-z0-9])(?:(?:https?|ftp):\/\/|www\.(?=[a-z0-9-]{2,63}\.))/giu;
/** A host with a path behind it; a letter alone (U.S./Japan) is no part of one. */
const HOST = /(?<![a-z0-9.-])(?:[a-z0-9-]{2,63}\.){1,4}[a-z]{2,4}(?=\/)/giu;
/** Endings that make a host of two names; others need three (mofa.go.jp, and not vs.China/Taiwan). */
const ENDINGS: ReadonlySet<string> = new Set('com org net gov mil edu int'.split(' '));
/** What an address may hold beside letters and figures; round brackets only as a pair. */
const MARKS = "!#$%&'*+,-./:;=?@[]_~";

/**
 * Replaces every address of a text. It ends where a reader sees it end: at white space, kana, kanji, a bracket, a full-width mark or any other
 * character that no address holds as it is.
 */
export function replaceAddresses(text: string, replacement: (address: string) => string): string {
  let result = '';
  let at = 0;
  for (const start of startsOf(text)) {
    if (start < at) continue;
    const end = endOf(text, start);
    result += text.slice(at, start) + replacement(text.slice(start, end));
    at = end;
  }
  return result + text.slice(at);
}

function startsOf(text: string): readonly number[] {
  const hosts = [...text.matchAll(HOST)].filter(({ 0: host }) => {
    const names = host.split('.');
    return names.length > 2 || ENDINGS.has(names.at(-1)?.toLowerCase() ?? '');
  });
  return [...text.matchAll(START), ...hosts].map(({ index }) => index).sort((a, b) => a - b);
}

function endOf(text: string, start: number): number {
  let at = start;
  let closing = -1;
  while (at < text.length) {
    const char = text.charAt(at);
    if (char === '(' && closing < at) {
      closing = text.indexOf(')', at);
      if (closing < 0 || !isWithin(text, at + 1, closing)) break;
    } else if (at !== closing && !isOfAddress(char)) break;
    at += 1;
  }
  return at;
}

/** Nothing longer stands between two brackets of an address. */
const LONGEST_BRACKETED = 200;

function isWithin(text: string, from: number, to: number): boolean {
  return to - from <= LONGEST_BRACKETED && Array.from(text.slice(from, to)).every(isOfAddress);
}

function isOfAddress(char: string): boolean {
  return (
    (char >= 'a' && char <= 'z') || (char >= 'A' && char <= 'Z') || (char >= '0' && char <= '9') || MARKS.includes(char)
  );
}
