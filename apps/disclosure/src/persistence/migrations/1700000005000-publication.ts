import type { MigrationInterface, QueryRunner } from 'typeorm';
import { createEdition, createEditionItem } from './publication/editions.ts';
import { changeMaterial, restoreMaterial } from './publication/material.ts';
import { createPublication } from './publication/single.ts';

/** Editions, their lines, and what is published by itself. */
export class Publication1700000005000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    const statements = [...changeMaterial, ...createEdition, ...createEditionItem, ...createPublication];
    for (const statement of statements) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP TABLE publication, edition_item, edition`);
    for (const statement of restoreMaterial) await runner.query(statement);
  }
}
