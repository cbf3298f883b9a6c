import type { Platform } from '../digest/subscription.ts';

/** The channel in which curators read reports. */
export type CuratorChannel = {
  readonly platform: Platform;
  /** Empty where a channel's id stands for itself, as on Discord. */
  readonly workspace: string;
  readonly channel: string;
};
