import type { CuratorChannel } from '../curators/channel.ts';

/** `discord:CHANNEL` or `slack:WORKSPACE/CHANNEL`, by the platforms' own ids. */
const CHANNEL = /^(?:(discord):(\d{15,25})|(slack):([TE][A-Z0-9]{2,24})\/([CG][A-Z0-9]{2,24}))$/;

/** Reads a channel; `undefined` for what is none. */
export function parseCuratorChannel(text: string): CuratorChannel | undefined {
  const [, discord, id, slack, workspace, channel] = CHANNEL.exec(text) ?? [];
  if (discord !== undefined && id !== undefined) return { platform: discord, workspace: '', channel: id };
  if (slack !== undefined && workspace !== undefined && channel !== undefined)
    return { platform: slack, workspace, channel };
  return undefined;
}
