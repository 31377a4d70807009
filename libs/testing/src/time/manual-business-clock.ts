import { BusinessClock } from '@bihuan/platform/config';

/** Business time that stands still until a test moves it. */
export class ManualBusinessClock extends BusinessClock {
  #now: number;

  /** @param start an instant, ISO 8601 with offset, e.g. `2023-10-09T09:00:00+08:00` */
  constructor(start: string) {
    super();
    this.#now = instantOf(start);
  }

  override now(): Date {
    return new Date(this.#now);
  }

  /** Begins anew at an instant, for another test with the same service. */
  beginAt(start: string): void {
    this.#now = instantOf(start);
  }

  /** Moves on by a duration in milliseconds; never back. */
  advance(ms: number): void {
    if (ms < 0) throw new RangeError('Business time does not run backwards');
    this.#now += ms;
  }

  /** Moves on to an instant; never back. */
  advanceTo(instant: string): void {
    this.advance(instantOf(instant) - this.#now);
  }
}

function instantOf(text: string): number {
  const ms = /(Z|[+-]\d{2}:\d{2})$/.test(text) ? Date.parse(text) : Number.NaN;
  if (Number.isNaN(ms)) throw new RangeError(`Not an instant with offset: ${text}`);
  return ms;
}
