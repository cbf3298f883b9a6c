import type { Config } from '../../src/config.ts';
import { type CuratorRunner, type CuratorRunnerOptions, createCuratorRunner } from '../../src/curators/index.ts';
import { pagesAt } from '../../src/record/index.ts';
import type { Adapter } from '../adapter.ts';

/** Tells curators in the configured channel; `undefined` where there is none. */
export function curatorsIn(
  { curators: channel, zone, language, publicUrl }: Config,
  adapters: readonly Adapter[],
  given: Pick<CuratorRunnerOptions, 'store' | 'clock' | 'owner' | 'log'>,
): CuratorRunner | undefined {
  const sender = adapters
    .flatMap(({ curators }) => curators ?? [])
    .find(({ platform }) => platform === channel?.platform);
  if (channel === undefined || sender === undefined) return undefined;
  const pages = publicUrl === undefined ? undefined : pagesAt(publicUrl);
  return createCuratorRunner({ ...given, channel, sender, zone, note: { language, pages } });
}
