/** Facts for the relay. */
export const outboxTable = {
  name: 'outbox',
  columns: {
    id: 'uuid',
    topic: 'text',
    key: 'text',
    type: 'text',
    envelope: 'jsonb',
    occurred_at: 'timestamptz',
  },
} as const;

/** Notes for the audit trail. */
export const auditTable = {
  name: 'audit_entry',
  columns: {
    occurred_at: 'timestamptz',
    actor: 'jsonb',
    correlation_id: 'text',
    source: 'text',
    action: 'text',
    subject: 'text',
    before: 'jsonb',
    after: 'jsonb',
  },
} as const;

/** Answers of commands that carried a key. */
export const answerTable = {
  name: 'idempotency_key',
  columns: { caller: 'text', route: 'text', key: 'text', request_hash: 'text', answer: 'json' },
} as const;
