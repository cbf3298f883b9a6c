import type { Citation, Statement } from '../answer/answer.ts';
import type { Digest, DigestSection } from './digest.ts';
import { wording } from './wording/wording.ts';

/** What is shortened: a picture stays as it is. */
type Text = Omit<Digest, 'timeline'>;

/** How many meetings a digest shows. */
export function meetingsIn({ sections }: Pick<Digest, 'sections'>): number {
  return sections.reduce((sum, { statements }) => sum + meetingsOf(statements).length, 0);
}

/**
 * The digest with at most `most` meetings, each whole: one of every section first, then in the order of the sections. Of news the
 * newest stay. Headings say how many of how many are left; citations are numbered anew.
 */
export function shorten<D extends Text>(digest: D, most: number): D {
  if (meetingsIn(digest) <= most) return digest;
  const meetings = digest.sections.map(({ statements }) => meetingsOf(statements));
  const room = roomFor(
    meetings.map(({ length }) => length),
    most,
  );
  const sections = digest.sections
    .map((section, at): DigestSection => {
      const all = meetings[at] ?? [];
      const kept = isNews(section) ? all.slice(all.length - (room[at] ?? 0)) : all.slice(0, room[at]);
      const heading = bare(section, all.length, digest);
      const cut = kept.length < section.total;
      return {
        ...section,
        statements: kept.flat(),
        heading: cut ? wording(digest.language).cut(heading, kept.length, section.total) : heading,
      };
    })
    .filter(({ statements }) => statements.length > 0);
  return { ...digest, ...renumbered(sections, digest.citations) };
}

/**
 * What `render` makes of the digests, each shortened by as little as it takes to be one message, of at most one piece a digest where `render`
 * divides messages further (`piecesOf`); as they are where even one meeting each is too much for that.
 */
export function inOneMessage<Message>(
  digests: readonly Digest[],
  render: (digests: readonly Digest[]) => readonly Message[],
  piecesOf: (message: Message) => number = () => 1,
): readonly Message[] {
  const fits = (messages: readonly Message[]) =>
    messages.length <= 1 && messages.every((message) => piecesOf(message) <= digests.length);
  const whole = render(digests);
  if (fits(whole)) return whole;
  for (let most = Math.max(...digests.map(meetingsIn)) - 1; most > 0; most -= 1) {
    const short = render(digests.map((digest) => shorten(digest, most)));
    if (fits(short)) return short;
  }
  return whole;
}

/** How many of each section are shown when all together are at most `most`. */
function roomFor(lengths: readonly number[], most: number): readonly number[] {
  const room = lengths.map(() => 0);
  let left = most;
  for (const upTo of [1, Number.POSITIVE_INFINITY]) {
    for (const [at, length] of lengths.entries()) {
      const more = Math.min(Math.min(length, upTo) - (room[at] ?? 0), left);
      room[at] = (room[at] ?? 0) + more;
      left -= more;
    }
  }
  return room;
}

function isNews({ kind }: DigestSection): boolean {
  return kind === 'latest' || kind === 'new' || kind === 'corrected';
}

/** The heading as it was before an earlier cut. */
function bare({ heading, total }: DigestSection, shown: number, { language }: Text): string {
  const cut = wording(language).cut('', shown, total);
  return shown < total && heading.endsWith(cut) ? heading.slice(0, -cut.length) : heading;
}

function meetingsOf(statements: readonly Statement[]): readonly (readonly Statement[])[] {
  const meetings: Statement[][] = [];
  for (const statement of statements) {
    const last = meetings.at(-1);
    if (last === undefined || statement.heading !== undefined) meetings.push([statement]);
    else last.push(statement);
  }
  return meetings;
}

function renumbered(sections: readonly DigestSection[], citations: readonly Citation[]) {
  const used = [...new Set(sections.flatMap(({ statements }) => statements.flatMap((each) => each.citations)))];
  const numbers = new Map(used.map((n, at) => [n, at + 1]));
  const again = (n: number) => numbers.get(n) ?? n;
  return {
    sections: sections.map((section) => ({
      ...section,
      statements: section.statements.map((each) => ({ ...each, citations: each.citations.map(again) })),
    })),
    citations: citations
      .filter(({ n }) => numbers.has(n))
      .map((each) => ({ ...each, n: again(each.n) }))
      .sort((a, b) => a.n - b.n),
  };
}
