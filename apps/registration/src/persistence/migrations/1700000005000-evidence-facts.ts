import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Evidence of earlier releases is announced like that of this one: otherwise no petition could refer to it. */
export class EvidenceFacts1700000005000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(announce);
  }

  /** What was announced stays so: facts never expire. */
  async down(): Promise<void> {}
}

const announce = `INSERT INTO outbox (id, topic, key, type, envelope, occurred_at)
  SELECT fact.id, 'registration', hazard_no, 'evidence.attached', jsonb_build_object(
      'id', fact.id, 'type', 'evidence.attached', 'version', 1, 'occurredAt', fact.at,
      'aggregate', jsonb_build_object('type', 'hazard', 'id', hazard_no),
      'actor', jsonb_build_object('person', 'service:registration', 'orgCode', NULL, 'role', 'service'),
      'correlationId', 'evidence-facts',
      'data', jsonb_build_object('hazardNo', hazard_no, 'evidenceId', piece.id, 'sha256', sha256, 'attachedAt', fact.at)
    ), added_at
  FROM evidence AS piece, LATERAL (SELECT gen_random_uuid() AS id,
    to_char(added_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') AS at) AS fact
  ORDER BY added_at, piece.id`;
