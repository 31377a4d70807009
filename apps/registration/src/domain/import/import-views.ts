import type { ErrorCode, ImportReply, ImportRowError } from '@bihuan/contracts';
import { describe, type Language } from '@bihuan/platform/errors';
import type { HazardImport } from '../../persistence/import/hazard-import.entity.ts';
import type { ListedError } from '../../persistence/import/import-errors.repository.ts';
import { columnLetter } from './column-letter.ts';

/** States in which an import stays. */
export const ends: readonly ImportReply['state'][] = ['completed', 'rejected', 'cancelled', 'failed'];

export const hasEnded = ({ state }: Pick<HazardImport, 'state'>): boolean => ends.includes(state);

/** An import as its owner sees it. */
export function importReply(row: HazardImport, language: Language): ImportReply {
  const { problem, headings } = row;
  return {
    id: row.id,
    state: row.state,
    problem: problem && { code: problem.code, message: describe(problem.code, problem.params, language) },
    ledger: row.ledger,
    campaignCode: row.campaignCode,
    mode: row.mode,
    history: row.history,
    fileName: row.fileName,
    sha256: row.sha256,
    bytes: { read: row.bytesRead, total: row.fileBytes },
    rows: {
      read: row.rowsRead,
      good: row.good,
      bad: row.bad,
      duplicate: row.duplicate,
      inserted: row.inserted,
    },
    ignoredColumns: [...(headings?.ignored ?? [])],
    importedBy: { orgCode: row.orgCode, person: row.actor.person },
    receivedAt: row.receivedAt.toISOString(),
    startedAt: row.startedAt?.toISOString() ?? null,
    endedAt: row.endedAt?.toISOString() ?? null,
  };
}

/** One error of a row, where it stands and what it says. */
export function rowErrorReply(
  { row, column, code, params, duplicate }: ListedError,
  { headings }: Pick<HazardImport, 'headings'>,
  language: Language,
): ImportRowError {
  const heading = column === null ? '' : (headings?.texts[column] ?? '').trim();
  return {
    row,
    column: column === null ? null : { letter: columnLetter(column), heading },
    code,
    message: describe(code satisfies ErrorCode, params, language),
    duplicate,
  };
}
