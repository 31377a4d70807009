import { describe, expect, it } from '@jest/globals';
import type { Evidence } from '../persistence/evidence.entity.ts';
import { contentHeaders, isKnown } from './content-headers.ts';

const piece = (change: Partial<Evidence>) =>
  ({ id: 'id-1', name: 'a.jpg', mediaType: 'image/jpeg', sha256: 'ab', ...change }) as Evidence;
const disposition = (change: Partial<Evidence>) => contentHeaders(piece(change))['content-disposition'];

describe('how a file is named to who saves it', () => {
  it.each<[string, Partial<Evidence>, string]>([
    ['a photo is shown', {}, `inline; filename="evidence-id-1.jpg"; filename*=UTF-8''a.jpg`],
    [
      'a document is saved',
      { mediaType: 'application/pdf', name: 'a.pdf' },
      `attachment; filename="evidence-id-1.pdf"; filename*=UTF-8''a.pdf`,
    ],
    [
      'Chinese is written in full',
      { name: '隐患.jpg' },
      `inline; filename="evidence-id-1.jpg"; filename*=UTF-8''%E9%9A%90%E6%82%A3.jpg`,
    ],
    [
      'marks end nothing',
      { name: `a"; x='(b)*\r\n.jpg` },
      `inline; filename="evidence-id-1.jpg"; filename*=UTF-8''a%22%3B%20x%3D%27%28b%29%2A%0D%0A.jpg`,
    ],
  ])('%s', (_what, change, expected) => {
    expect(disposition(change)).toBe(expected);
  });
});

describe('what the reader has already', () => {
  it.each([
    [undefined, false],
    ['', false],
    ['"ab"', true],
    ['W/"ab"', true],
    ['"cd", "ab"', true],
    ['*', true],
    ['"abc"', false],
    ['ab', false],
  ])('%j: %s', (header, known) => {
    expect(isKnown(header, '"ab"')).toBe(known);
  });
});
