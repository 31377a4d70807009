import type { VerifiedToken } from './internal-token.ts';

/** Verified tokens until they expire; the oldest goes when the bound is reached. */
export class TokenCache {
  readonly #tokens = new Map<string, VerifiedToken>();

  /** @param bound how many tokens are kept at most */
  constructor(private readonly bound: number) {}

  get size(): number {
    return this.#tokens.size;
  }

  /** @param now system time, milliseconds since 1970 */
  get(token: string, now: number): VerifiedToken | undefined {
    const known = this.#tokens.get(token);
    if (known === undefined || known.expiresAt > now) return known;
    this.#tokens.delete(token);
    return undefined;
  }

  put(token: string, verified: VerifiedToken): void {
    const [oldest] = this.#tokens.keys();
    if (oldest !== undefined && this.#tokens.size >= this.bound) this.#tokens.delete(oldest);
    this.#tokens.set(token, verified);
  }
}
