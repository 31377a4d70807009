import type { MigrationInterface, QueryRunner } from 'typeorm';
import { createInterviewStart } from './cases/interview-start.ts';

/** Where interviews were kept before their start was noted, nothing is behind: every rung has been heard or will be. */
export class InterviewStart1700000012000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of createInterviewStart) await runner.query(statement);
  }

  async down(): Promise<void> {
    // The table goes with the interviews.
  }
}
