import { describe, expect, test } from '@jest/globals';
import sharp from 'sharp';
import { meanDifference, SIDE, upright } from './pixels.ts';

const square = (value: (x: number, y: number) => number) =>
  Uint8Array.from({ length: SIDE * SIDE }, (_, i) => value(i % SIDE, Math.floor(i / SIDE)));

describe('the mean difference of two squares', () => {
  test.each([
    ['the same', () => 77, () => 77, 0],
    ['black and white', () => 0, () => 255, 255],
    ['a shade', () => 100, () => 90, 10],
    ['half of it', (x: number) => (x < SIDE / 2 ? 0 : 200), () => 0, 100],
  ])('of %s', (_what, a, b, expected) => {
    expect(meanDifference(square(a), square(b))).toBe(expected);
    expect(meanDifference(square(b), square(a))).toBe(expected);
  });
});

describe('a square turned upright', () => {
  const ramp = square((x, y) => 5 * x + 3 * y);

  test.each([1, 2, 3, 4, 5, 6, 7, 8])(
    'by orientation %i is what the decoder makes of it',
    async (orientation) => {
      const picture = sharp(Buffer.from(ramp), { raw: { width: SIDE, height: SIDE, channels: 1 } });
      const stored = await picture.webp({ lossless: true }).withMetadata({ orientation }).toBuffer();
      const turned = await sharp(stored).autoOrient().greyscale().raw().toBuffer();
      expect(meanDifference(upright(ramp, orientation), turned)).toBeLessThan(0.5);
    },
  );

  test('stays as it is for an orientation that there is not', () => {
    expect(upright(ramp, 9)).toBe(ramp);
  });
});
