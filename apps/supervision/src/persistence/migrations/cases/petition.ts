import { comments } from './comments.ts';

export const createPetition: readonly string[] = [
  `CREATE TABLE petition (
    id uuid NOT NULL,
    hazard_no text NOT NULL,
    round integer NOT NULL,
    state text NOT NULL,
    until date NOT NULL,
    reason text NOT NULL,
    steps_taken jsonb NOT NULL,
    interim_safeguards jsonb NOT NULL,
    notice_to_exposed jsonb NOT NULL,
    running_due timestamptz(3) NOT NULL,
    file_by timestamptz(3) NOT NULL,
    late boolean NOT NULL,
    filed_at timestamptz(3) NOT NULL,
    filed_by text NOT NULL,
    filed_org text NOT NULL,
    granted_until date,
    opinion text,
    decided_at timestamptz(3),
    decided_by text,
    decided_org text,
    lapsed_at timestamptz(3),
    CONSTRAINT petition_pk PRIMARY KEY (id)
  )`,
  `CREATE UNIQUE INDEX petition_pending ON petition (hazard_no) WHERE state = 'pending'`,
  `CREATE INDEX petition_hazard ON petition (hazard_no, filed_at, id)`,
  ...comments('petition', 'Petitions for another end of rectification, and what became of them', {
    id: 'Id of the petition',
    hazard_no: 'Hazard it belongs to',
    round: 'Round of rectification whose end it is about',
    state: 'pending, agreed, refused or lapsed',
    until: 'Last day of rectification that is asked for, Asia/Shanghai',
    reason: 'Why rectification takes longer',
    steps_taken: 'Steps that were taken, each with its day',
    interim_safeguards: 'What keeps people safe meanwhile, each with the ids of its evidence',
    notice_to_exposed: 'How and when those exposed to the hazard were told',
    running_due: 'End of rectification when it was filed',
    file_by: 'Until when it would have been in time; exactly then is late',
    late: 'Filed late: agreeing takes a reason',
    filed_at: 'Business time of filing',
    filed_by: 'Person or system that filed it',
    filed_org: 'Organisation that filed it',
    granted_until: 'Last day of rectification that was granted, Asia/Shanghai; empty unless it was agreed to',
    opinion: 'Opinion of the decision; empty until it is taken',
    decided_at: 'Business time of the decision',
    decided_by: 'Person or system that decided',
    decided_org: 'Organisation that decided',
    lapsed_at: 'Business time at which nothing was left to decide',
  }),
];

export const createKnownEvidence: readonly string[] = [
  `CREATE TABLE known_evidence (
    hazard_no text NOT NULL,
    evidence_id uuid NOT NULL,
    sha256 text NOT NULL,
    attached_at timestamptz(3) NOT NULL,
    CONSTRAINT known_evidence_pk PRIMARY KEY (hazard_no, evidence_id)
  )`,
  ...comments('known_evidence', 'Evidence that registration keeps of hazards, a projection of facts', {
    hazard_no: 'Hazard it belongs to',
    evidence_id: 'Id of the piece',
    sha256: 'SHA-256 of the content, hexadecimal',
    attached_at: 'Business time at which it was added',
  }),
];
