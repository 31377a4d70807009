import { AuditCheckpointRow } from './audit-checkpoint-row.ts';
import { AuditEntryRow } from './audit-entry-row.ts';
import { ClockChangeRow } from './clock-change-row.ts';
import { ClockRow } from './clock-row.ts';
import { ClockRungRow } from './clock-rung-row.ts';
import { HazardPolicyRow } from './hazard-policy-row.ts';
import { IdempotencyKeyRow } from './idempotency-key-row.ts';
import { InboxRow } from './inbox-row.ts';
import { OutboxRow } from './outbox-row.ts';
import { ReferenceItemRow } from './reference-item-row.ts';

export {
  AuditCheckpointRow,
  AuditEntryRow,
  ClockChangeRow,
  ClockRow,
  ClockRungRow,
  HazardPolicyRow,
  IdempotencyKeyRow,
  InboxRow,
  OutboxRow,
  ReferenceItemRow,
};

/** Tables every service has beside its own. */
export const platformEntities = [
  OutboxRow,
  InboxRow,
  IdempotencyKeyRow,
  AuditEntryRow,
  AuditCheckpointRow,
  ReferenceItemRow,
  ClockRow,
  ClockChangeRow,
  ClockRungRow,
  HazardPolicyRow,
];
