import type { ErrorCode } from '@bihuan/contracts';
import { DomainError } from '@bihuan/platform/errors';

/** A refusal that keeps its cause for the log; the caller is told the code alone. */
export function because(code: ErrorCode, cause: unknown): DomainError {
  const refusal = new DomainError(code);
  refusal.cause = cause;
  return refusal;
}
