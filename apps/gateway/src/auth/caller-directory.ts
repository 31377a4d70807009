import type { InternalClaims } from '@bihuan/contracts';
import type { BusinessClock } from '@bihuan/platform/config';
import type { ReferenceBook } from '@bihuan/platform/reference';
import { toLocalDate } from '@bihuan/process-core';
import { claimsOf } from '../domain/offices-held.ts';

/** Looks callers up in the gateway's reference copies as of today's business date. Errors: `reference.notReady`. */
export function callerDirectory(book: ReferenceBook, clock: BusinessClock) {
  return (person: string): InternalClaims | null => {
    const today = toLocalDate(clock.now());
    return claimsOf(person, {
      fields: book.fields(today),
      officesOf: (code) => book.officesOf(code, today),
      organisation: (code) => book.organisation(code, today),
    });
  };
}
