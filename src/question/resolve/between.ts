import type { Lexicon, Link } from '../../lexicon/lexicon.ts';
import type { TimeMention } from '../../time/time-mention.ts';
import { eventIn } from '../events.ts';
import type { NamedTenure } from './tenures.ts';

const LONG =
  '(?:how (?:long|much time|many (?:days|weeks|months|years))|(?:time|days|weeks|months|years|gap|interval))';
const ENGLISH: readonly RegExp[] = [
  new RegExp(`\\b${LONG}\\b[^?]{0,40}?\\bbetween\\b(?<one>.{1,80}?)\\b(?:and|to)\\b(?<other>.{1,80})`, 'id'),
  new RegExp(`\\b${LONG}\\b[^?]{0,40}?\\bfrom\\b(?<one>.{1,80}?)\\b(?:to|until|till)\\b(?<other>.{1,80})`, 'id'),
];
const JAPANESE_LONG =
  '(?:には?|は|が|で|の間)?(?:何日|何か月|何ヶ月|何カ月|何ヵ月|何年|何週間|どれ(?:くらい|ぐらい|だけ|ほど)|どの(?:くらい|ぐらい|程度)|日数|期間|間隔)';
const JAPANESE: readonly RegExp[] = [
  new RegExp(`(?<one>.{1,40}?)(?:から|と)(?<other>.{1,40}?)まで${JAPANESE_LONG}`, 'ud'),
  new RegExp(`(?<one>.{1,40}?)(?:と|から)(?<other>.{1,40}?)(?:との|の)間(?:隔)?${JAPANESE_LONG}`, 'ud'),
];

/** A length of time is asked for at all. */
const ASKS_LENGTH =
  /\bhow (?:long|much time|many (?:days|weeks|months|years))\b|\b(?:gap|interval|time|days|weeks|months|years) (?:between|from)\b|(?:まで|間隔?)(?:には?|は|が|で|の間)?(?:何日|何か月|何ヶ月|何カ月|何ヵ月|何年|何週間|どれ|どの|日数|期間|間隔)/i;

/**
 * The two consultations or days whose distance is asked for ("how long between the 2023 2+2 and the 2024 one", AからBまで何日), as
 * ids or dates. What the sides share (the framework, the people) may stand at one of them alone.
 */
export function spanAsked(
  text: string,
  links: readonly Link[],
  lexicon: Lexicon,
  readTimes: (text: string) => readonly TimeMention[],
): readonly [string, string] | undefined {
  // Most texts ask for no length of time, and of those that do only the part beside it is read: work stays in proportion.
  if (!ASKS_LENGTH.test(text)) return undefined;
  for (const pattern of [...ENGLISH, ...JAPANESE]) {
    const sides = pattern.exec(text)?.indices?.groups;
    const [one, other] = [sides?.one, sides?.other];
    if (!one || !other) continue;
    const [a, b] = [sideOf(text, one, links, readTimes), sideOf(text, other, links, readTimes)];
    const [first, second] = [eventOrDay(a, b.links, lexicon), eventOrDay(b, a.links, lexicon)];
    if (first && second && first !== second) return [first, second];
  }
  return undefined;
}

const AFTER_TENURE =
  /\bhow (?:long|soon|many (?:days|weeks|months)) after\b|就任(?:して|した)?(?:から|後)、?(?:何日|何か月|何ヶ月|何カ月|どのくらい|どれくらい)/i;

/** "How long after Hegseth took office did he speak with Nakatani": the first day in office and the first such consultation from then on. */
export function spanFromOffice(
  text: string,
  links: readonly Link[],
  tenure: NamedTenure | undefined,
  lexicon: Lexicon,
): readonly [string, string] | undefined {
  const from = tenure?.period.from;
  if (!tenure || !from || !AFTER_TENURE.test(text)) return undefined;
  const names = links.filter((link) => isMeeting(link));
  const event = eventIn(names, { from, to: null }, 'first', lexicon);
  return event && names.length > 1 ? [from, event.id] : undefined;
}

type Side = { readonly text: string; readonly links: readonly Link[]; readonly times: readonly TimeMention[] };

function sideOf(
  text: string,
  [start, end]: readonly [number, number],
  links: readonly Link[],
  readTimes: (text: string) => readonly TimeMention[],
): Side {
  const own = text.slice(start, end);
  return { text: own, links: links.filter((link) => link.start >= start && link.end <= end), times: readTimes(own) };
}

function eventOrDay({ text, links, times }: Side, shared: readonly Link[], lexicon: Lexicon): string | undefined {
  const period = times.find((one) => one.period !== null)?.period ?? null;
  if (links.length === 0 && period?.from && period.from === period.to) return period.from;
  const names = links.some((link) => isMeeting(link)) ? links : [...links, ...shared.filter(isMeeting)];
  if (names.length === 0) return undefined;
  if (links.length === 0 && period === null && !/first|last|latest|最初|初|最後|最新|前回|直近/i.test(text))
    return undefined;
  return eventIn(names, period, text, lexicon)?.id;
}

function isMeeting(link: Link): boolean {
  return link.entities.some(({ kind }) => kind === 'framework' || kind === 'person');
}
