import type { OfficeHeld } from '@bihuan/contracts';
import { DomainError } from '@bihuan/platform/errors';

/**
 * The office in which a hazard is registered: the first one held of those that may. Departments and governments
 * register; leaders and enterprises do not. An enterprise reports what it found through the body in charge.
 *
 * @throws auth.notAllowed
 */
export function registeringOffice(offices: readonly OfficeHeld[]): OfficeHeld {
  const office = offices.find(({ role }) => role === 'handler' || role === 'system');
  if (!office) throw new DomainError('auth.notAllowed');
  return office;
}
