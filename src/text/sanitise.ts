/** Longest question looked at, in UTF-16 units: beyond it nothing a person asks is lost, and time stays bounded. */
export const LONGEST_READ = 1000;

/**
 * A question as typed, made safe to read: control, format (bidirectional, zero-width) and private-use characters become
 * spaces, runs of white space one space; addresses, markup and mentions of a chat nothing; trimmed and cut to `LONGEST_READ`.
 */
export function sanitise(text: string): string {
  return text
    .slice(0, LONGEST_READ * 4)
    .toWellFormed()
    .replace(/[\p{Cc}\p{Cf}\p{Co}\p{Cn}\ufffd]/gu, ' ')
    .replace(/\bhttps?:\/\/[^\s、。]+/giu, ' ')
    .replace(/<[@#!/a-z][^<>]{0,200}>|@(?:everyone|here|channel)\b/giu, ' ')
    .replace(/\s+/gu, ' ')
    .trim()
    .slice(0, LONGEST_READ)
    .toWellFormed();
}
