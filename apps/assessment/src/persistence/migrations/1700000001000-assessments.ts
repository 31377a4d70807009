import type { MigrationInterface, QueryRunner } from 'typeorm';
import { createFigures } from './assessments/figures.ts';
import { createMeasuredRows, renewMeasures, restoreMeasures } from './assessments/measures.ts';
import { createMonths } from './assessments/months.ts';

/** Measures by round and handover, months that are assessed, and their figures. */
export class Assessments1700000001000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    const statements = [...renewMeasures, ...createMeasuredRows, ...createMonths, ...createFigures];
    for (const statement of statements) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP TABLE figure_revision, city_assessment, month_assessment, edition_cut`);
    for (const statement of restoreMeasures) await runner.query(statement);
  }
}
