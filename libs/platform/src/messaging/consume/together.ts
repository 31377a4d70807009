import type { EventOf, EventType } from '@bihuan/contracts';

type Fact = EventOf<EventType>;
export type Facts = readonly [Fact, ...Fact[]];

interface Part {
  readonly facts: Facts;
  readonly taken: PromiseWithResolvers<boolean>;
}

/**
 * Takes the facts that partitions have at the same time in one transaction. While one is open, the next gathers.
 * The order of a partition's facts is kept as long as it hands in its next only after the answer.
 */
export class Together {
  readonly #waiting: Part[] = [];
  #isTaking = false;

  /**
   * @param takeAll in one transaction
   * @param most facts of one transaction; a part that has more stays whole
   */
  constructor(
    private readonly takeAll: (facts: Facts) => Promise<void>,
    private readonly most: number,
    private readonly onFailure: (error: unknown, facts: number) => void,
  ) {}

  /** @returns false where they could not be taken, and nothing of them was: the caller takes them one by one */
  take(facts: Facts): Promise<boolean> {
    const taken = Promise.withResolvers<boolean>();
    this.#waiting.push({ facts, taken });
    if (!this.#isTaking) {
      this.#isTaking = true;
      // What one answer of the broker brings for several partitions arrives in the same turn of the event loop.
      setImmediate(() => void this.takeWaiting());
    }
    return taken.promise;
  }

  private async takeWaiting(): Promise<void> {
    for (let parts = this.next(); parts.length > 0; parts = this.next()) await this.takeParts(parts);
    this.#isTaking = false;
  }

  private next(): Part[] {
    let facts = 0;
    const end = this.#waiting.findIndex((part, index) => {
      facts += part.facts.length;
      return index > 0 && facts > this.most;
    });
    return this.#waiting.splice(0, end === -1 ? this.#waiting.length : end);
  }

  /** One that spoils it for the others is found by taking each alone; a single fact is the caller's from the start. */
  private async takeParts(parts: readonly Part[]): Promise<void> {
    const [first, ...others] = parts.flatMap(({ facts }) => facts);
    const isTaken = first !== undefined && others.length > 0 && (await this.tried([first, ...others]));
    if (isTaken || parts.length === 1) for (const { taken } of parts) taken.resolve(isTaken);
    else for (const part of parts) await this.takeParts([part]);
  }

  private async tried(facts: Facts): Promise<boolean> {
    try {
      await this.takeAll(facts);
      return true;
    } catch (error) {
      this.onFailure(error, facts.length);
      return false;
    }
  }
}
