import { createHash } from 'node:crypto';
import type { z } from 'zod';
import { DomainError } from '../errors/index.ts';

const CHECK_BYTES = 6;

/**
 * The position after the last row of a page, for `next`. It grants nothing: scope is enforced in the query.
 *
 * @param position plain JSON: the values of the sort columns of that row
 */
export function encodeCursor(position: unknown): string {
  const text = Buffer.from(JSON.stringify(position));
  return Buffer.concat([checkOf(text), text]).toString('base64url');
}

/**
 * The position that `encodeCursor` wrote. A cursor that was edited or cut is refused rather than read as another place
 * in the list.
 *
 * @throws DomainError `request.cursorInvalid`
 */
export function decodeCursor<S extends z.ZodType>(cursor: string, schema: S): z.infer<S> {
  const bytes = Buffer.from(cursor, 'base64url');
  const text = bytes.subarray(CHECK_BYTES);
  const intact =
    bytes.toString('base64url') === cursor && checkOf(text).equals(bytes.subarray(0, CHECK_BYTES));
  const position = intact ? schema.safeParse(JSON.parse(text.toString())) : undefined;
  if (!position?.success) throw new DomainError('request.cursorInvalid', { pointer: '/after' });
  return position.data;
}

function checkOf(text: Buffer): Buffer {
  return createHash('sha256').update(text).digest().subarray(0, CHECK_BYTES);
}
