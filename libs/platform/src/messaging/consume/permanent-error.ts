import { DomainError } from '../../errors/index.ts';

/** A message that can never be handled, whatever is repaired elsewhere: it goes to the dead letters. */
export class PermanentError extends DomainError {}
