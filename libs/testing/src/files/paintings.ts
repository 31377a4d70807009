import sharp, { type Sharp } from 'sharp';

/** A picture that can be made anew at any size: four coloured fields, a ramp, a disc and grain. */
export interface Painting {
  /** Two paintings of different seeds look different. */
  readonly seed: number;
  readonly width: number;
  readonly height: number;
}

/** @returns an encoder of the painting; what it encodes is the same for the same options */
export function painted({ seed, width, height }: Painting): Sharp {
  const pixels = Buffer.alloc(width * height * 3);
  const colours = [0, 1, 2].map((channel) => coloursOf(seed, channel));
  const [cx, cy] = [random(seed, 11), random(seed, 12)];
  let grain = seed * 2_654_435_761;
  for (let at = 0; at < pixels.length; at += 3) {
    const point = at / 3;
    const [x, y] = [(point % width) / width, Math.floor(point / width) / height];
    const disc = (x - cx) ** 2 + (y - cy) ** 2 < 0.04;
    grain = (Math.imul(grain, 1_664_525) + 1_013_904_223) >>> 0;
    colours.forEach(({ fields, ofDisc, ramp }, channel) => {
      const field = fields[(x < 0.5 ? 0 : 1) + (y < 0.5 ? 0 : 2)] ?? 0;
      pixels[at + channel] = (disc ? ofDisc : field + ramp * x) + ((grain >>> (8 * channel)) & 15);
    });
  }
  return sharp(pixels, { raw: { width, height, channels: 3 } });
}

/** 0 to 1, the same for the same numbers. */
const random = (seed: number, n: number) => Math.abs(Math.sin(seed * 12.9898 + n * 78.233) * 43_758.5453) % 1;

function coloursOf(seed: number, channel: number) {
  const at = (n: number) => random(seed, n + channel * 31);
  return { fields: [0, 1, 2, 3].map((n) => 180 * at(n)), ofDisc: 240 * at(13), ramp: 60 * at(20) };
}
