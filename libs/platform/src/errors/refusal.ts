import { DomainError } from './domain-error.ts';
import { isUnavailable } from './unavailable.ts';

/** What an error means to a caller: itself if it is a refusal, else `service.unavailable` or `internal.unexpected`. */
export function refusalOf(error: unknown): DomainError {
  if (error instanceof DomainError) return error;
  return new DomainError(isUnavailable(error) ? 'service.unavailable' : 'internal.unexpected');
}
