/**
 * Keys under which the last question of a conversation is kept. `place` is a channel, thread or direct message by the platform's own
 * ids, with the workspace in front where ids are unique in one alone.
 */
export function conversationKeys(platform: string) {
  return {
    /** A thread or a direct message: everybody in it talks about the same thing. */
    shared: (...place: readonly string[]) => [platform, ...place].join(':'),
    /** What one person asks in one channel, in commands or mentions that stand alone. */
    person: (user: string, ...place: readonly string[]) => [platform, ...place, 'by', user].join(':'),
  };
}
