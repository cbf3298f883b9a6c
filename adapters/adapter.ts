/** What every platform adapter offers to `main.ts`. */
export type Adapter = {
  /** The name under which the core keeps what belongs to this platform: lower case, never changed once in use. */
  readonly name: string;
  /** Resolves once connected; rejects with a `KyogiError` that names the variable and the fix. */
  start(): Promise<void>;
  /** Stops taking new events, finishes accepted ones, disconnects. Idempotent. */
  stop(): Promise<void>;
  /** Whether the platform connection is up right now; absent means "up once started". */
  ready?(): boolean;
  /** Why it is not ready although it was started, with what to do, in one line; `null` or absent when nothing is known of that. */
  problem?(): string | null;
  /** Sends one digest; absent where the platform has no channels to post to. */
  readonly digests?: import('../src/digest/index.ts').DigestSender;
  /** Tells curators of reports; absent likewise. */
  readonly curators?: import('../src/curators/index.ts').CuratorSender;
};
