/** How long a nonce is remembered: Discord says "in the past few minutes". */
const KNOWN_MS = 180_000;

/**
 * What `enforce_nonce` promises: within minutes a second message of the same author under the same nonce is the first one given back.
 * @see https://docs.discord.com/developers/resources/message#create-message
 */
export function createNonces<T>(now: () => number) {
  const known = new Map<string, { readonly message: T; readonly at: number }>();
  return {
    known(nonce: string): T | undefined {
      const found = known.get(nonce);
      return found !== undefined && now() - found.at < KNOWN_MS ? found.message : undefined;
    },
    clear: () => known.clear(),
    remember(nonce: string, message: T): void {
      known.set(nonce, { message, at: now() });
    },
  };
}
