/** Side of the square in which two pictures are compared. */
export const SIDE = 32;

/** Grey values of a `SIDE` × `SIDE` square, line by line, 0 to 255. */
export type Pixels = Uint8Array;

/** Mean absolute difference of two squares: 0 for the same, 255 for black and white. */
export function meanDifference(a: Pixels, b: Pixels): number {
  const sum = a.reduce((total, value, i) => total + Math.abs(value - (b[i] ?? 0)), 0);
  return sum / a.length;
}

const last = SIDE - 1;

/** From which point of the stored picture the point (x, y) of the upright one comes, by orientation 1 to 8. */
const sources: readonly ((x: number, y: number) => readonly [x: number, y: number])[] = [
  (x, y) => [x, y],
  (x, y) => [last - x, y],
  (x, y) => [last - x, last - y],
  (x, y) => [x, last - y],
  (x, y) => [y, x],
  (x, y) => [y, last - x],
  (x, y) => [last - y, last - x],
  (x, y) => [last - y, x],
];

/**
 * A square turned upright.
 *
 * @param orientation as EXIF tag 0x0112 gives it, 1 to 8
 */
export function upright(pixels: Pixels, orientation: number): Pixels {
  const source = sources[orientation - 1];
  if (!source) return pixels;
  return pixels.map((_, i) => {
    const [x, y] = source(i % SIDE, Math.floor(i / SIDE));
    return pixels[y * SIDE + x] ?? 0;
  });
}
