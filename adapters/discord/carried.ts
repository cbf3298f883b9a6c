import type { Message } from 'discord.js';
import { type Action, decodeAction } from '../chat/actions.ts';

/** What the components of a message ask for, in order; components of others are left out. */
export function actionsOn(message: Message): readonly Action[] {
  return message.components
    .flatMap((each) => ('components' in each ? [...each.components] : []))
    .map((each) => ('customId' in each && typeof each.customId === 'string' ? decodeAction(each.customId) : undefined))
    .filter((action) => action !== undefined);
}

/** The answer that a message of ours shows, by the id its buttons carry; `undefined` for any other message. */
export function askOn(message: Message): string | undefined {
  for (const action of actionsOn(message)) {
    if ('ask' in action) return action.ask;
  }
  return undefined;
}
