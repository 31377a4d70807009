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
import type { AuditNote, Origin, Work } from './work.ts';

interface Announced {
  readonly topic: TopicKey;
  readonly key: string;
  readonly envelope: AnyEvent;
}

/** A work that collects its facts and audit notes and writes them in one statement at its end. */
export class OpenWork implements Work {
  readonly actor: Actor;
  readonly correlationId: string;
  readonly #events: Announced[] = [];
  readonly #notes: AuditNote[] = [];

  constructor(
    readonly tx: EntityManager,
    readonly now: Date,
    private readonly origin: Origin,
  ) {
    this.actor = origin.actor;
    this.correlationId = origin.correlationId;
  }

  get announces(): boolean {
    return this.#events.length > 0;
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
    this.#events.push({ topic, key, envelope });
  }

  record(note: AuditNote): void {
    this.#notes.push(note);
  }

  /** Writes what was collected; nothing was collected, nothing is written. */
  async write(): Promise<void> {
    if (this.#events.length === 0 && this.#notes.length === 0) return;
    const { actor, correlationId, origin, now } = this;
    const source = origin.source ?? 'service';
    await this.tx.query(WRITE, [
      JSON.stringify(this.#events),
      JSON.stringify(this.#notes),
      JSON.stringify(actor),
      correlationId,
      source,
      now,
    ]);
  }
}

/** What a fact is about: reference data, a month of publication or assessment, a clock without a hazard, or a hazard. */
function aggregateOf(topic: TopicKey, type: EventType): string {
  if (topic === 'reference') return 'reference';
  const [subject = ''] = type.split('.');
  return ['edition', 'assessment', 'obligation'].includes(subject) ? subject : 'hazard';
}

/** Rows are written in the order in which they were announced: identities follow the ordinality. */
const WRITE = `
  WITH facts AS (
    INSERT INTO outbox (id, topic, key, type, envelope, occurred_at)
    SELECT (e->'envelope'->>'id')::uuid, e->>'topic', e->>'key', e->'envelope'->>'type', e->'envelope', $6
    FROM jsonb_array_elements($1::jsonb) WITH ORDINALITY AS t(e, n) ORDER BY n
  )
  INSERT INTO audit_entry (occurred_at, actor, correlation_id, source, action, subject, before, after)
  SELECT $6, $3::jsonb, $4, $5, e->>'action', e->>'subject', e->'before', e->'after'
  FROM jsonb_array_elements($2::jsonb) WITH ORDINALITY AS t(e, n) ORDER BY n`;
