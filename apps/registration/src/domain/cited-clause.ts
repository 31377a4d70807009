import type { RegisterHazard, Standard } from '@bihuan/contracts';
import { DomainError } from '@bihuan/platform/errors';
import type { ReferenceBook } from '@bihuan/platform/reference';

/** What of a hazard its citation depends on. */
export type Citing = Pick<
  RegisterHazard,
  'standardCode' | 'foundOn' | 'fieldCode' | 'clauseNo' | 'clauseReason'
>;

interface Citation {
  readonly standard: Standard;
  readonly clauseNo: string | null;
  readonly clauseReason: string | null;
}

/**
 * The standard and clause a hazard cites, valid on the day it was found.
 * Where a standard has no clauses supplied, the standard and a written reason stand in their place.
 * @throws standard.unknown, standard.notInForce, standard.otherField, clause.unknown, clause.required, clause.reasonRequired
 */
export function citedClause(reference: ReferenceBook, command: Citing): Citation {
  const { standardCode, foundOn, fieldCode, clauseNo, clauseReason } = command;
  const standard = reference.requireStandard(standardCode, foundOn, '/standardCode');
  if (standard.fieldCode !== fieldCode && standard.fieldCode !== 'other')
    throw new DomainError('standard.otherField', {
      pointer: '/standardCode',
      params: { code: standardCode },
    });

  if (standard.clausesSupplied === 0) {
    if (!clauseReason) throw new DomainError('clause.reasonRequired', { pointer: '/clauseReason' });
    return { standard, clauseNo: clauseNo ?? null, clauseReason };
  }
  if (!clauseNo) throw new DomainError('clause.required', { pointer: '/clauseNo' });
  reference.requireClause(standardCode, clauseNo, foundOn, '/clauseNo');
  return { standard, clauseNo, clauseReason: clauseReason ?? null };
}
