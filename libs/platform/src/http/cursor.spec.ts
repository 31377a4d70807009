import { describe, expect, test } from '@jest/globals';
import * as fc from 'fast-check';
import { z } from 'zod';
import { decodeCursor, encodeCursor } from './cursor.ts';

const Position = z.tuple([z.iso.datetime(), z.string()]);
const position: z.infer<typeof Position> = ['2023-10-09T01:00:00.000Z', 'SX2023-140105-GAS-202310-000017'];
const refusal = expect.objectContaining({ code: 'request.cursorInvalid' });

describe('cursor', () => {
  test('comes back as it went, opaque and fit for a URL', () => {
    const cursor = encodeCursor(position);
    expect(cursor).toMatch(/^[\w-]+$/);
    expect(decodeCursor(cursor, Position)).toEqual(position);
  });

  test('any JSON comes back', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        const plain = JSON.parse(JSON.stringify(value)) as unknown;
        expect(decodeCursor(encodeCursor(plain), z.unknown())).toEqual(plain);
      }),
      { numRuns: 200 },
    );
  });

  test('a change of any one character is refused', () => {
    const cursor = encodeCursor(position);
    for (let at = 0; at < cursor.length; at += 1) {
      const changed = `${cursor.slice(0, at)}${cursor[at] === 'A' ? 'B' : 'A'}${cursor.slice(at + 1)}`;
      expect(() => decodeCursor(changed, Position)).toThrow(refusal);
    }
  });

  test.each([
    ['empty', ''],
    ['not base64url', '!!!!'],
    ['cut', encodeCursor(position).slice(0, -4)],
    ['padded', `${encodeCursor(position)}=`],
    ['of another list', encodeCursor({ after: 1 })],
    ['plain JSON', Buffer.from(JSON.stringify(position)).toString('base64url')],
  ])('%s is refused', (_name, cursor) => {
    expect(() => decodeCursor(cursor, Position)).toThrow(refusal);
  });
});
