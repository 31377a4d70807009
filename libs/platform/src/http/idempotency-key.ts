import { DomainError } from '../errors/index.ts';

const visible = /^[\x21-\x7e]{1,200}$/;

/**
 * The `Idempotency-Key` of a request; null where none was sent.
 *
 * @throws DomainError `request.idempotencyKeyInvalid` unless it is 1 to 200 visible ASCII characters
 */
export function idempotencyKeyOf(header: string | string[] | undefined): string | null {
  if (header === undefined) return null;
  if (typeof header !== 'string' || !visible.test(header))
    throw new DomainError('request.idempotencyKeyInvalid');
  return header;
}
