import { z } from 'zod';
import { Code, Instant, Month, PlaceCode } from '../ids.ts';
import { LedgerKind } from '../ledger/columns.ts';
import { flag, pageOf, pageQuery } from './paging.ts';

/** Largest file of an import, bytes. */
export const LARGEST_IMPORT = 300_000_000;

/** What happens to the good rows where some are bad. */
export const ImportMode = z.enum(['allOrNothing', 'acceptGood']);
export type ImportMode = z.infer<typeof ImportMode>;

/** `completed`, `rejected`, `cancelled` and `failed` are ends. */
export const ImportState = z.enum([
  'received',
  'waiting',
  'reading',
  'applying',
  'completed',
  'rejected',
  'cancelled',
  'failed',
]);
export type ImportState = z.infer<typeof ImportState>;

/** Fields of the form, ahead of its file. */
export const StartImport = z.strictObject({
  campaignCode: z.string().min(1).max(12),
  ledger: z.enum(LedgerKind).default('major'),
  mode: ImportMode.default('allOrNothing'),
  /** The ledger brings its own past; major hazards only. */
  history: flag.default(false),
});
export type StartImport = z.infer<typeof StartImport>;

const count = z.int().min(0);

export const ImportReply = z.strictObject({
  id: z.uuid(),
  state: ImportState,
  /** Why it was rejected or failed. */
  problem: z.strictObject({ code: z.string(), message: z.string() }).nullable(),
  ledger: z.enum(LedgerKind),
  campaignCode: z.string(),
  mode: ImportMode,
  history: z.boolean(),
  fileName: z.string(),
  /** Of the file, hexadecimal. */
  sha256: z.string(),
  bytes: z.strictObject({ read: count, total: count }),
  /** Rows of data: read so far, without and with errors, in the ledger before, and put into the ledger. */
  rows: z.strictObject({
    read: count,
    good: count,
    bad: count,
    duplicate: count,
    inserted: count,
  }),
  /** Headings of columns that no ledger has. */
  ignoredColumns: z.array(z.string()),
  importedBy: z.strictObject({ orgCode: Code, person: z.string() }),
  receivedAt: Instant,
  startedAt: Instant.nullable(),
  endedAt: Instant.nullable(),
});
export type ImportReply = z.infer<typeof ImportReply>;

export const ListImports = z.strictObject({ ...pageQuery, state: ImportState.optional() });
export type ListImports = z.infer<typeof ListImports>;

export const ImportPage = pageOf(ImportReply);

export const ImportParams = z.strictObject({ id: z.uuid() });

/** One thing that is wrong with one row. */
export const ImportRowError = z.strictObject({
  /** As the workbook counts, from 1. */
  row: z.int().min(1),
  /** Where it stands; null where the error is the row's. */
  column: z.strictObject({ letter: z.string(), heading: z.string() }).nullable(),
  code: z.string(),
  /** In the caller's language. */
  message: z.string(),
  /** Not an error: the row is in the ledger, or in the file, already. */
  duplicate: z.boolean(),
});
export type ImportRowError = z.infer<typeof ImportRowError>;

export const ListImportErrors = z.strictObject({ ...pageQuery });
export type ListImportErrors = z.infer<typeof ListImportErrors>;

export const ImportErrorPage = pageOf(ImportRowError);

export const ReadTemplate = z.strictObject({ ledger: z.enum(LedgerKind).default('major') });
export type ReadTemplate = z.infer<typeof ReadTemplate>;

export const ReadGeneralHazards = z.strictObject({ month: Month });
export type ReadGeneralHazards = z.infer<typeof ReadGeneralHazards>;

/** General hazards found in a month and how many of them are fixed, from rows and from counts, by city. */
export const GeneralHazardFigures = z.strictObject({
  month: Month,
  cities: z.array(z.strictObject({ cityCode: PlaceCode, found: count, fixed: count })),
});
export type GeneralHazardFigures = z.infer<typeof GeneralHazardFigures>;
