/** What the core offers of `src/digest` to adapters and tools; inside the core, modules are imported by name. */
export { anniversariesAround } from './calendar.ts';
export { type Asked, type Change, type Changed, type Changer, changeFor, changeNotice } from './changes.ts';
export { composeDigest } from './compose.ts';
export type { DigestSender, SendOutcome, SendWindow } from './delivery.ts';
export { pauseNotice } from './describe.ts';
export type { Digest } from './digest.ts';
export { digestToJson } from './json.ts';
export { partKey } from './key.ts';
export { newestChange } from './news.ts';
export type { DigestOrder } from './order.ts';
export { digestToPlainText } from './plain.ts';
export { untoldDays } from './request.ts';
export { Rhythms, rhythmAt, rhythmLabel } from './rhythm.ts';
export { createDigestRunner } from './runner.ts';
export { createDigestService, type DigestPlace, type DigestService, type ListedSubscription } from './service.ts';
export { inOneMessage } from './shorten.ts';
export type { Subscription } from './subscription.ts';
