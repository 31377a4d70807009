/** Where the relay opens its own connection, and its patience in milliseconds. */
export abstract class RelaySettings {
  abstract readonly url: string;
  abstract readonly schema: string;
  /** How long a server may take to let it in. */
  abstract readonly connectMs: number;
  /** How long it waits before it tries again to lead. */
  abstract readonly followMs: number;
  /** How long it waits after a refusal of the broker. */
  abstract readonly refusedMs: number;
}
