import { readFile } from 'node:fs/promises';
import type Sharp from 'sharp';
import { DamagedFile } from './damaged-file.ts';
import { hasJpegEnd } from './jpeg-end.ts';
import { meanDifference, type Pixels, SIDE, upright } from './pixels.ts';

/** The header of a picture. */
export interface Picture {
  readonly width: number;
  readonly height: number;
  /** EXIF tag 0x0112: how the stored picture must be turned, 1 to 8. */
  readonly orientation: number | null;
  readonly exif: Buffer | null;
}

type Decoder = typeof Sharp;

/** All that is ever decoded, whatever a file says it is. */
const formats = ['Jpeg', 'Png', 'Webp'];
const SECONDS_FOR_ONE = 30;
/** A block of JPEG cannot be larger than 64 KiB; other formats set no bound. */
const MOST_EXIF_BYTES = 1_048_576;
const MOST_THUMBNAIL_PIXELS = 4_000_000;
/** As far from the picture as anything can be. */
const DIFFERENT = 255;

let loading: Promise<Decoder> | undefined;

/** The decoder is large: it comes with the first picture. One thread, nothing kept from one picture to the next. */
async function decoder(): Promise<Decoder> {
  loading ??= import('sharp').then(({ default: sharp }) => {
    sharp.cache(false);
    sharp.concurrency(1);
    sharp.block({ operation: ['VipsForeignLoad'] });
    sharp.unblock({
      operation: formats.flatMap((format) => [
        `VipsForeignLoad${format}File`,
        `VipsForeignLoad${format}Buffer`,
      ]),
    });
    return sharp;
  });
  return loading;
}

/**
 * Reads the header alone; nothing is decoded.
 *
 * @throws DamagedFile
 */
export async function pictureOf(path: string): Promise<Picture> {
  const sharp = await decoder();
  const header = await orDamaged(sharp(path, { limitInputPixels: false }).metadata());
  const { width, height, orientation, exif, format } = header;
  if (exif && exif.length > MOST_EXIF_BYTES) throw new DamagedFile('the camera’s block is too large');
  if (format === 'jpeg' && !hasJpegEnd(await readFile(path))) throw new DamagedFile('the picture is cut off');
  return { width, height, orientation: orientation ?? null, exif: exif ?? null };
}

/**
 * Decodes the whole picture, which shows that it can be, and holds it against the thumbnail that came with it.
 * Both are made squares; a thumbnail with bars around it is also tried without them, and the picture is tried as it is
 * stored and turned upright, because programs differ in what they turn.
 *
 * @param thumbnail null where it has none
 * @returns mean absolute difference of grey values, 0 to 255; null without a thumbnail that can be shown
 * @throws DamagedFile
 */
export async function thumbnailDifference(
  path: string,
  { width, height, orientation }: Picture,
  thumbnail: Uint8Array | null,
): Promise<number | null> {
  const sharp = await decoder();
  const stored = await orDamaged(square(sharp, path, width * height));
  if (!thumbnail) return null;
  const small = Buffer.from(thumbnail);
  const header = await sharp(small, { limitInputPixels: false })
    .metadata()
    .catch(() => null);
  // What cannot be shown shows nothing else either; what is too large to be looked at may.
  if (!header) return null;
  if (header.width * header.height > MOST_THUMBNAIL_PIXELS) return DIFFERENT;
  const turned = upright(stored, orientation ?? 1);
  const ratio = width / height;
  const theirs = await Promise.all([
    square(sharp, small, MOST_THUMBNAIL_PIXELS),
    withoutBars(sharp, small, ratio),
    withoutBars(sharp, small, (orientation ?? 1) > 4 ? 1 / ratio : ratio),
  ]).catch(() => null);
  if (!theirs) return null;
  const [asIs, ofStored, ofTurned] = theirs;
  return Math.min(
    meanDifference(stored, asIs),
    meanDifference(stored, ofStored),
    meanDifference(turned, asIs),
    meanDifference(turned, ofTurned),
  );
}

function square(sharp: Decoder, input: string | Buffer, limitInputPixels: number): Promise<Pixels> {
  return sharp(input, { limitInputPixels, failOn: 'truncated', sequentialRead: true })
    .timeout({ seconds: SECONDS_FOR_ONE })
    .resize(SIDE, SIDE, { fit: 'fill' })
    .flatten()
    .greyscale()
    .raw()
    .toBuffer();
}

/** The middle of a thumbnail in the picture's proportions: cameras put a wide picture between black bars. */
async function withoutBars(sharp: Decoder, thumbnail: Buffer, ratio: number): Promise<Pixels> {
  const { width, height } = await sharp(thumbnail).metadata();
  const [kept, wanted] = width / height < ratio ? [width, width / ratio] : [height * ratio, height];
  const size = { width: Math.max(1, Math.round(kept)), height: Math.max(1, Math.round(wanted)) };
  const left = Math.floor((width - size.width) / 2);
  const top = Math.floor((height - size.height) / 2);
  const middle = sharp(thumbnail, { limitInputPixels: MOST_THUMBNAIL_PIXELS }).extract({
    left,
    top,
    ...size,
  });
  return square(sharp, await middle.png().toBuffer(), MOST_THUMBNAIL_PIXELS);
}

/** The decoder tells what is wrong with a picture by messages alone. */
async function orDamaged<T>(reading: Promise<T>): Promise<T> {
  try {
    return await reading;
  } catch (error) {
    throw new DamagedFile('the picture cannot be read', { cause: error });
  }
}
