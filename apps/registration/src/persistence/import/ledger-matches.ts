import type { LedgerKind } from '@bihuan/contracts';
import type { StagingSession } from './staging-session.ts';

/** A staged row that is in the ledger already. */
export interface Match {
  readonly rowNo: number;
  /** Number of the hazard that is there; null for general hazards. */
  readonly hazardNo: string | null;
}

/** The first matches, and how many there are. */
export interface Matches {
  readonly total: number;
  readonly first: readonly Match[];
}

/** Of a general hazard: with its day it tells one from another. */
export const fingerprintSql = (row: string): string =>
  `hashtextextended(concat_ws(E'\\n', coalesce(${row}.credit_code, ${row}.unit_name), ${row}.place_code, ${row}.description), 0)`;

/**
 * By staged row of each kind, the number of what is there. A major hazard is there if it is still open, or was found on
 * the same day; a withdrawn one never was, and what the import itself has brought before a crash does not count.
 */
const there: Readonly<Record<LedgerKind, string>> = {
  major: `
    DELETE FROM import_major_row s USING (
      SELECT row_no, (
        SELECT min(h.hazard_no) FROM hazard h LEFT JOIN hazard_status st ON st.hazard_no = h.hazard_no
        WHERE h.place_code = r.place_code AND h.standard_code = r.standard_code
          AND coalesce(h.clause_no, h.clause_reason, '') = r.clause
          AND (h.credit_code = r.credit_code
            OR (h.credit_code IS NULL AND r.credit_code IS NULL AND h.responsible_name = r.unit))
          AND coalesce(st.state, 'registered') <> 'withdrawn'
          AND (h.found_on = r.found_on OR (r.open AND h.history->>'struckOffAt' IS NULL
            AND coalesce(st.state, 'registered') <> 'struckOff'))
          AND h.import_id IS DISTINCT FROM $1) AS hazard_no
      FROM import_major_row r) there
    WHERE s.row_no = there.row_no AND there.hazard_no IS NOT NULL
    RETURNING s.row_no, there.hazard_no`,
  general: `
    DELETE FROM import_general_row s USING general_hazard g
    WHERE g.found_on = s.found_on AND g.fingerprint = ${fingerprintSql('s')} AND g.import_id <> $1
    RETURNING s.row_no, NULL AS hazard_no`,
  generalCounts: `
    DELETE FROM import_count_row s USING general_hazard_count g
    WHERE g.month = s.month AND g.unit = coalesce(s.credit_code, s.unit_name)
      AND g.place_code = s.place_code AND g.field_code = s.field_code AND g.import_id <> $1
    RETURNING s.row_no, NULL AS hazard_no`,
};

/**
 * Takes the rows out of staging that are in the ledger already.
 *
 * @param most matches that are listed, in the order of the file
 */
export async function takeOutMatches(
  session: StagingSession,
  ledger: LedgerKind,
  importId: string,
  most: number,
): Promise<Matches> {
  const rows = await session.query<{ row_no: number; hazard_no: string | null; total: number }>(
    `WITH gone AS (${there[ledger]})
     SELECT row_no, hazard_no, (count(*) OVER ())::integer AS total FROM gone ORDER BY row_no LIMIT ${most}`,
    [importId],
  );
  return {
    total: rows[0]?.total ?? 0,
    first: rows.map(({ row_no, hazard_no }) => ({ rowNo: row_no, hazardNo: hazard_no })),
  };
}
