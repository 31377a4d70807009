import type { Actor, NewEvent } from '@bihuan/contracts';
import type { EntityManager } from 'typeorm';
import type { RowOf, RowTable } from './row-table.ts';

/** Where a unit of work comes from: who asked, and what it belongs to. */
export interface Origin {
  readonly actor: Actor;
  /** The request or message at the beginning of it all. */
  readonly correlationId: string;
  /** The message that caused it, where one did. */
  readonly causationId?: string;
  /** From where, for the audit trail: a network address; the service itself if left out. */
  readonly source?: string;
}

/** What the audit trail keeps of a change. */
export interface AuditNote {
  readonly action: string;
  /** What it was done to, usually a hazard number. */
  readonly subject: string;
  readonly before?: unknown;
  readonly after?: unknown;
}

/** The open transaction of one command, activity or consumed event. */
export interface Work {
  readonly tx: EntityManager;
  /** Business time, the same throughout the work. */
  readonly now: Date;
  readonly actor: Actor;
  readonly correlationId: string;
  /**
   * Announces a fact; it is written when the work commits.
   *
   * @throws Error where its data does not fit the schema of its type: a mistake in the program
   */
  emit(event: NewEvent): void;
  /** Notes a change for the audit trail; it is written when the work commits. */
  record(note: AuditNote): void;
  /**
   * Writes a row when the work commits, in one statement with its facts and notes. Until then no query sees it.
   */
  insert<T extends RowTable>(table: T, row: RowOf<T>): void;
  /** Writes what was collected so far: for a long work that cannot keep all of it until it commits. */
  flush(): Promise<void>;
  /** The same transaction on behalf of another request or message: facts and notes bear that origin. */
  onBehalf(origin: Origin): Work;
}

/** The product itself as an actor. */
export function serviceActor(service: string): Actor {
  return { person: `service:${service}`, orgCode: null, role: 'service' };
}
