import type { FieldOfSupervision, RegisterHazard } from '@bihuan/contracts';
import type { ReferenceBook } from '@bihuan/platform/reference';

/**
 * Departments that share the hazard, each once: the field's own, and those named besides them.
 * @throws organisation.unknown
 */
export function sharingOrgs(
  reference: ReferenceBook,
  field: FieldOfSupervision,
  named: RegisterHazard['coOrgs'],
  today: string,
): string[] {
  const known = named.map((code, i) => reference.requireOrganisation(code, today, `/coOrgs/${i}`).code);
  return [...new Set([...field.coOrgs, ...known])];
}
