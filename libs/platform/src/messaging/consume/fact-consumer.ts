import type { EventOf, EventType, TopicKey } from '@bihuan/contracts';
import type { Work } from '../../commands/index.ts';

/** Handles facts of other services, each once, in the order of their hazard. */
export abstract class FactConsumer<T extends EventType = EventType> {
  /** Names its inbox rows and its consumer group; never changed once in use. */
  abstract readonly name: string;
  abstract readonly topics: readonly TopicKey[];
  /** Types it handles; others on its topics are passed over. */
  abstract readonly types: readonly T[];

  /**
   * Does what follows from one fact, inside the transaction that remembers it as handled.
   *
   * @throws PermanentError where the fact can never be handled (dead letter); anything else is waited for and
   *   tried again, and holds later facts of the partition
   */
  abstract handle(work: Work, event: EventOf<T>): Promise<void>;
}
