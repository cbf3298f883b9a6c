/**
 * How long our servers wait for a request to be complete, milliseconds. Slack and monitors send theirs whole; whoever opens
 * connections and sends nothing, or a byte a second, is closed.
 */
export const HTTP_LIMITS = {
  headersTimeout: 4_000,
  requestTimeout: 5_000,
  /** How often connections are looked through. */
  connectionsCheckingInterval: 1_000,
} as const;
