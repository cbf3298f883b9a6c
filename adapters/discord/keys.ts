/** Keys under which the last question of a Discord conversation is kept. */
export const conversationKey = {
  /** What one person asks in one channel, in commands or mentions that stand alone. */
  person: (channel: string, user: string) => `discord:person:${channel}:${user}`,
  /** A thread or a direct message: everybody in it talks about the same thing. */
  channel: (channel: string) => `discord:channel:${channel}`,
};
