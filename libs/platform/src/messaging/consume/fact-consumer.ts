import type { AnyEvent, EventOf, EventType, TopicKey } from '@bihuan/contracts';
import type { Work } from '../../commands/index.ts';

/** Handles facts of other services, each once, in the order of their hazard. */
export abstract class FactConsumer<T extends EventType = EventType> {
  /** Names its inbox rows and its consumer group; never changed once in use. */
  abstract readonly name: string;
  abstract readonly topics: readonly TopicKey[];
  /** Types it handles; others on its topics are passed over. */
  abstract readonly types: readonly T[];
  /** How long facts may wait for others, milliseconds: nobody waits for what follows from them. Undefined: not at all. */
  readonly gatherMs: number | undefined = undefined;

  /**
   * Does what follows from one fact, inside the transaction that remembers it as handled.
   *
   * @throws PermanentError where the fact can never be handled (dead letter); anything else is waited for and
   *   tried again, and holds later facts of the partition
   */
  abstract handle(work: Work, event: EventOf<T>): Promise<void>;

  /**
   * Does what follows from facts that stand one behind the other, inside the one transaction that remembers them as
   * handled. Where it throws, all of it is undone and each fact is handled alone. Facts of other partitions are handled
   * at the same time: whoever locks rows of several hazards locks them in the order of their numbers.
   */
  async handleAll(work: Work, events: readonly EventOf<T>[]): Promise<void> {
    for (const event of events) await this.handle(causedBy(work, event), event);
  }
}

/** The part of a work that follows from one fact: what it announces and notes names the fact as its cause. */
export function causedBy(work: Work, { id, correlationId }: Pick<AnyEvent, 'id' | 'correlationId'>): Work {
  return work.onBehalf({ actor: work.actor, correlationId, causationId: id });
}
