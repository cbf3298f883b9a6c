/** The `action_id`s that messages carry and the listeners answer; views and selects have theirs beside them. */
export const ACTIONS = {
  sources: 'kyogi.sources',
  details: 'kyogi.details',
  timeline: 'kyogi.timeline',
  language: 'kyogi.language',
  page: 'kyogi.page',
  pageBack: 'kyogi.page.back',
  /** Opens a page; nothing happens here. */
  web: 'kyogi.web',
  share: 'kyogi.share',
  feedback: 'kyogi.feedback',
  card: 'kyogi.card',
  /** Followed by `.0`, `.1` …: ids are unique in a message. */
  ask: 'kyogi.ask',
} as const;

/** What a button of an answer says of itself: enough to work after a restart. */
export type ButtonState = {
  /** Id of the answer. */
  readonly ask: string;
  readonly page: number;
  readonly part: number;
  /** First characters of the knowledge version that was shown. */
  readonly version: string;
  /** The language to switch to, or the feedback given. */
  readonly extra: string;
};

/** The value of a button; well within 2,000 characters. */
export function encodeState(state: Partial<ButtonState> & { ask: string }): string {
  return ['1', state.ask, state.page ?? 1, state.part ?? 1, state.version ?? '', state.extra ?? ''].join('|');
}

/** `undefined` for a value of another version or a forged one. */
export function decodeState(value: string | undefined): ButtonState | undefined {
  const [format, ask, page, part, version, extra] = (value ?? '').split('|');
  if (format !== '1' || !ask || !isCount(page) || !isCount(part)) return undefined;
  return { ask, page: Number(page), part: Number(part), version: version ?? '', extra: extra ?? '' };
}

function isCount(text: string | undefined): boolean {
  return text !== undefined && /^[1-9]\d{0,5}$/.test(text);
}
