import type { MigrationInterface, QueryRunner } from 'typeorm';
import { createAcceptance, createStrikeOff } from './cases/acceptance.ts';
import { createHazardCase } from './cases/hazard-case.ts';
import { createCompletionReport, createPlan, createProgressReport } from './cases/rectification.ts';

/** The cases and what was filed, reported, judged and signed in them. */
export class Cases1700000001000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    const statements = [
      ...createHazardCase,
      ...createPlan,
      ...createProgressReport,
      ...createCompletionReport,
      ...createAcceptance,
      ...createStrikeOff,
    ];
    for (const statement of statements) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(
      `DROP TABLE strike_off, acceptance, completion_report, progress_report, plan, hazard_case`,
    );
  }
}
