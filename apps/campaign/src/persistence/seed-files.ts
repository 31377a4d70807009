import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { HolidayTable } from '../domain/seed/calendar.ts';
import type { SeedFiles } from '../domain/seed/seed.ts';

/** Reads the tables in `data/` and the holiday table of `chinese-days` (its plain table: its functions use the machine's time zone). */
export function readSeedFiles(): SeedFiles {
  const table = (name: string) => readFileSync(new URL(`../../data/${name}.tsv`, import.meta.url), 'utf8');
  return {
    cities: table('cities'),
    divisions: table('shanxi_divisions'),
    englishNames: table('division_names_en'),
    formerDivisions: table('former_divisions'),
    fields: table('fields'),
    standards: table('determination_standards'),
    clauses: table('determination_clauses'),
    holidays: createRequire(import.meta.url)('chinese-days/dist/chinese-days.json') as HolidayTable,
  };
}
