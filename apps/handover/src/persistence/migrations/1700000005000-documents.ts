import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Handovers become documents: number, proof of receipt, who is responsible, why refused; and the lists worked off.
 * Of handovers that are there already their numbers follow from their chains, and what a ledger told from the audit
 * trail. Receipts and codes nobody gave stay empty, as does the first answer of what was redirected.
 */
export class Documents1700000005000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of [...columns, ...fill, ...constraints, ...comments]) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP INDEX handover_by_hazard, handover_document`);
    await runner.query(`DROP INDEX handover_unacknowledged, handover_no_feedback, handover_refused`);
    await runner.query(
      `UPDATE handover SET reason = coalesce(decision_reason, opinion, reason)
       WHERE decision_reason IS NOT NULL OR opinion IS NOT NULL`,
    );
    await runner.query(
      `ALTER TABLE handover
         DROP COLUMN document_no, DROP COLUMN answer, DROP COLUMN received_by, DROP COLUMN received_as,
         DROP COLUMN responsible, DROP COLUMN opinion, DROP COLUMN reason_code, DROP COLUMN settled,
         DROP COLUMN raised, DROP COLUMN decision_reason, DROP COLUMN reported, DROP COLUMN feedback_at,
         DROP COLUMN ended_at`,
    );
    await runner.query(`ALTER TABLE hazard_change DROP COLUMN feedback_at`);
  }
}

const columns = [
  `ALTER TABLE handover
     ADD COLUMN document_no text,
     ADD COLUMN answer text,
     ADD COLUMN received_by text,
     ADD COLUMN received_as text,
     ADD COLUMN responsible jsonb,
     ADD COLUMN opinion text,
     ADD COLUMN reason_code text,
     ADD COLUMN settled boolean NOT NULL DEFAULT false,
     ADD COLUMN raised boolean NOT NULL DEFAULT false,
     ADD COLUMN decision_reason text,
     ADD COLUMN reported boolean NOT NULL DEFAULT false,
     ADD COLUMN feedback_at timestamptz(3),
     ADD COLUMN ended_at timestamptz(3)`,
  `ALTER TABLE hazard_change ADD COLUMN feedback_at timestamptz(3)`,
];

const fill = [
  `WITH RECURSIVE chain AS (
     SELECT id, 1 AS ordinal FROM handover WHERE predecessor_id IS NULL
     UNION ALL
     SELECT next.id, chain.ordinal + 1 FROM handover AS next JOIN chain ON next.predecessor_id = chain.id)
   UPDATE handover SET
     document_no = hazard_no || CASE track WHEN 'territorial' THEN '-T' ELSE '-H' END || chain.ordinal
   FROM chain WHERE chain.id = handover.id`,
  `UPDATE handover SET
     answer = CASE status WHEN 'acknowledged' THEN 'acknowledged' WHEN 'transferred' THEN 'transferred'
                          WHEN 'redirected' THEN NULL ELSE 'refused' END,
     settled = status IN ('acknowledged', 'insisted'),
     opinion = CASE status WHEN 'acknowledged' THEN reason END,
     decision_reason = CASE WHEN status IN ('insisted', 'redirected') THEN reason END,
     reason = CASE WHEN status IN ('refused', 'transferred') THEN reason END
   WHERE status <> 'dispatched'`,
  `UPDATE handover SET reported = true FROM audit_entry AS told
   WHERE told.subject = handover.hazard_no AND told.after ? 'reportedBy'
     AND told.after->>'handoverId' = handover.id::text`,
  `UPDATE handover SET ended_at = coalesce(change.struck_off_at, change.withdrawn_at)
   FROM hazard_change AS change
   WHERE change.hazard_no = handover.hazard_no
     AND (change.struck_off_at IS NOT NULL OR change.withdrawn_at IS NOT NULL)`,
];

const constraints = [
  `ALTER TABLE handover
     ALTER COLUMN document_no SET NOT NULL,
     ALTER COLUMN settled DROP DEFAULT,
     ALTER COLUMN raised DROP DEFAULT,
     ALTER COLUMN reported DROP DEFAULT`,
  `CREATE INDEX handover_by_hazard ON handover (hazard_no)`,
  `CREATE UNIQUE INDEX handover_document ON handover (document_no)`,
  `CREATE INDEX handover_unacknowledged ON handover (dispatched_at, id)
     WHERE status = 'dispatched' AND ended_at IS NULL`,
  `CREATE INDEX handover_no_feedback ON handover (answered_at, id)
     WHERE settled AND status <> 'redirected' AND feedback_at IS NULL AND ended_at IS NULL`,
  `CREATE INDEX handover_refused ON handover (answered_at, id) WHERE status = 'refused' AND ended_at IS NULL`,
];

const comments = [
  `COMMENT ON COLUMN handover.document_no IS 'Number of its document: hazard, track and place in the chain.'`,
  `COMMENT ON COLUMN handover.answer IS 'First answer of the addressee, whatever was decided afterwards: acknowledged, refused or transferred.'`,
  `COMMENT ON COLUMN handover.received_by IS 'Account that gave the first answer: proof of receipt.'`,
  `COMMENT ON COLUMN handover.received_as IS 'Role in which that account answered for the organisation.'`,
  `COMMENT ON COLUMN handover.responsible IS 'Responsible person and leader named by the acknowledgement, with telephone numbers; personal.'`,
  `COMMENT ON COLUMN handover.opinion IS 'First opinion given with the acknowledgement.'`,
  `COMMENT ON COLUMN handover.reason_code IS 'Why it was refused, as a code.'`,
  `COMMENT ON COLUMN handover.reason IS 'Why the addressee refused or transferred it.'`,
  `COMMENT ON COLUMN handover.settled IS 'It was acknowledged or insisted upon, also where it was redirected later on.'`,
  `COMMENT ON COLUMN handover.raised IS 'Refused twice in a row: somebody above the campaign office decides.'`,
  `COMMENT ON COLUMN handover.decision_reason IS 'Why it was insisted upon or redirected.'`,
  `COMMENT ON COLUMN handover.reported IS 'Told by a ledger from an older system.'`,
  `COMMENT ON COLUMN handover.feedback_at IS 'Business time of the first plan, progress or completion of its hazard.'`,
  `COMMENT ON COLUMN handover.ended_at IS 'Business time at which its hazard was struck off or withdrawn: nobody waits for it any more.'`,
  `COMMENT ON COLUMN hazard_change.hazard_no IS 'Hazard that was corrected, rectified, withdrawn or struck off.'`,
  `COMMENT ON COLUMN hazard_change.feedback_at IS 'Business time of its first plan, progress or completion.'`,
];
