import type { MigrationInterface, QueryRunner } from 'typeorm';
import { createInterview, createInterviewCause } from './cases/interview.ts';
import { createInterviewStart, rememberLastDone } from './cases/interview-start.ts';
import { createKnownEvidence, createPetition } from './cases/petition.ts';

/** Extension petitions with the evidence they refer to, and warning interviews. */
export class Petitions1700000005000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    const statements = [
      ...createPetition,
      ...createKnownEvidence,
      ...createInterview,
      ...createInterviewCause,
      ...createInterviewStart,
      rememberLastDone,
    ];
    for (const statement of statements) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP TABLE interview_start, interview_cause, interview, known_evidence, petition`);
  }
}
