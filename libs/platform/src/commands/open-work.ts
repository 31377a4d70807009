import {
  type Actor,
  type AnyEvent,
  eventSchemas,
  type EventType,
  type NewEvent,
  type TopicKey,
} from '@bihuan/contracts';
import type { EntityManager } from 'typeorm';
import { v7 as uuidV7 } from 'uuid';
import { insertSql, type RowOf, type RowTable } from './row-table.ts';
import type { AuditNote, Origin, Work } from './work.ts';
import { auditTable, outboxTable } from './written-tables.ts';

/** Rows that a transaction has collected, by the tables they belong to. */
export class CollectedRows {
  readonly #rows = new Map<RowTable, object[]>();
  #announces = false;

  add<T extends RowTable>(table: T, row: RowOf<T>): void {
    if (table.name === outboxTable.name) this.#announces = true;
    const rows = this.#rows.get(table);
    if (rows) rows.push(row);
    else this.#rows.set(table, [row]);
  }

  /** Whether there were facts among them, written or not. */
  get announces(): boolean {
    return this.#announces;
  }

  /** Writes in one statement what was collected since the last time; nothing was, nothing is written. */
  async write(tx: EntityManager): Promise<void> {
    if (this.#rows.size === 0) return;
    const tables = [...this.#rows.keys()];
    const rows = [...this.#rows.values()].map((each) => JSON.stringify(each));
    this.#rows.clear();
    await tx.query(insertSql(tables), rows);
  }
}

/** A work that collects its rows, facts and audit notes, which are written together at the end of its transaction. */
export class OpenWork implements Work {
  readonly actor: Actor;
  readonly correlationId: string;

  constructor(
    readonly tx: EntityManager,
    readonly now: Date,
    private readonly origin: Origin,
    private readonly collected: CollectedRows,
  ) {
    this.actor = origin.actor;
    this.correlationId = origin.correlationId;
  }

  onBehalf(origin: Origin): Work {
    return new OpenWork(this.tx, this.now, origin, this.collected);
  }

  insert<T extends RowTable>(table: T, row: RowOf<T>): void {
    this.collected.add(table, row);
  }

  flush(): Promise<void> {
    return this.collected.write(this.tx);
  }

  emit({ topic, type, key, data }: NewEvent): void {
    const envelope = {
      id: uuidV7(),
      type,
      version: 1,
      occurredAt: this.now.toISOString(),
      aggregate: { type: aggregateOf(topic, type), id: key },
      actor: this.actor,
      correlationId: this.correlationId,
      ...(this.origin.causationId === undefined ? {} : { causationId: this.origin.causationId }),
      data: eventSchemas[type].parse(data),
    } as AnyEvent;
    const { id, occurredAt: occurred_at } = envelope;
    this.insert(outboxTable, { id, topic, key, type, envelope, occurred_at });
  }

  record(note: AuditNote): void {
    this.insert(auditTable, {
      occurred_at: this.now,
      actor: this.actor,
      correlation_id: this.correlationId,
      source: this.origin.source ?? 'service',
      ...note,
    });
  }
}

/** What a fact is about: reference data, a month of publication or assessment, a clock without a hazard, a warning interview, or a hazard. */
function aggregateOf(topic: TopicKey, type: EventType): string {
  if (topic === 'reference') return 'reference';
  const [subject = ''] = type.split('.');
  return ['edition', 'assessment', 'obligation', 'interview'].includes(subject) ? subject : 'hazard';
}
