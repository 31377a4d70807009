import type { OfficeHeld, Role } from '@bihuan/contracts';
import { DomainError } from '@bihuan/platform/errors';

const adding: readonly Role[] = ['handler', 'leader', 'system', 'enterprise'];

/**
 * The office in which evidence is added: the first one held of those that may. Who only watches over hazards, or
 * operates the product, adds none.
 *
 * @throws auth.notAllowed
 */
export function addingOffice(offices: readonly OfficeHeld[]): OfficeHeld {
  const office = offices.find(({ role }) => adding.includes(role));
  if (!office) throw new DomainError('auth.notAllowed');
  return office;
}
