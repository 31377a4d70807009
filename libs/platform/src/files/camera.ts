import exifr from 'exifr';
import { namesMoreThanItHas } from './exif-sizes.ts';

/** What the camera wrote beside the picture. Anybody can write it: it is kept, and nothing is decided by it. */
export interface CameraFacts {
  readonly takenAt: Date | null;
  /** Degrees (WGS 84), north and east positive; both or neither. */
  readonly latitude: number | null;
  readonly longitude: number | null;
  /** A small picture of the picture, JPEG. */
  readonly thumbnail: Uint8Array | null;
}

const nothing: CameraFacts = { takenAt: null, latitude: null, longitude: null, thumbnail: null };

/** How the block begins in its file (CIPA DC-008, 4.7.2). */
const PREFIX = Buffer.from('Exif\0\0', 'latin1');

interface Tags {
  readonly DateTimeOriginal?: unknown;
  readonly OffsetTimeOriginal?: unknown;
  readonly latitude?: unknown;
  readonly longitude?: unknown;
}

/** @param exif the EXIF block of a picture (CIPA DC-008), null where it has none */
export async function cameraFacts(exif: Buffer | null): Promise<CameraFacts> {
  if (!exif) return nothing;
  const block = exif.subarray(0, PREFIX.length).equals(PREFIX) ? exif.subarray(PREFIX.length) : exif;
  if (namesMoreThanItHas(block)) return nothing;
  const [tags, thumbnail] = await Promise.all([tagsOf(block), thumbnailOf(block)]);
  return {
    takenAt: cameraTime(tags.DateTimeOriginal, tags.OffsetTimeOriginal),
    ...position(tags),
    thumbnail: thumbnail ?? null,
  };
}

/** What is looked for; nothing else is decoded. */
const wanted = [
  ...['DateTimeOriginal', 'OffsetTimeOriginal'],
  ...['GPSLatitude', 'GPSLatitudeRef', 'GPSLongitude', 'GPSLongitudeRef'],
];
/** Where a thumbnail begins in the block, and its length (CIPA DC-008, 4.6.9). */
const thumbnailTags = [0x0201, 0x0202];

/** A block that cannot be read says nothing; the picture does not depend on it. */
async function tagsOf(block: Buffer): Promise<Tags> {
  const options = { pick: wanted, translateValues: false, reviveValues: false };
  const tags: unknown = await exifr.parse(block, options).catch(() => undefined);
  return tags ?? {};
}

async function thumbnailOf(block: Buffer): Promise<Uint8Array | undefined> {
  const reader = new exifr.Exifr({
    ...{ tiff: true, ifd0: { pick: [0x0112] }, exif: false, gps: false, interop: false },
    ifd1: { pick: thumbnailTags },
  });
  try {
    await reader.read(block);
    return await reader.extractThumbnail();
  } catch {
    return undefined;
  }
}

const written = /^(\d{4}):(\d\d):(\d\d) (\d\d:\d\d:\d\d)$/;
const zone = /^[+-]\d\d:\d\d$/;

/**
 * The instant of a time as cameras write it.
 *
 * @param time `YYYY:MM:DD hh:mm:ss` on the camera's clock
 * @param offset `±hh:mm`; left out, Chinese standard time is meant
 */
export function cameraTime(time: unknown, offset: unknown): Date | null {
  const [, year, month, day, clock] = (typeof time === 'string' && written.exec(time)) || [];
  if (year === undefined || Number(year) < 1970) return null;
  const from = typeof offset === 'string' && zone.test(offset) ? offset : '+08:00';
  const instant = new Date(`${year}-${month}-${day}T${clock}${from}`);
  return Number.isNaN(instant.getTime()) ? null : instant;
}

function position({ latitude, longitude }: Tags): Pick<CameraFacts, 'latitude' | 'longitude'> {
  const known = isWithin(latitude, 90) && isWithin(longitude, 180);
  return known ? { latitude, longitude } : { latitude: null, longitude: null };
}

function isWithin(value: unknown, bound: number): value is number {
  return typeof value === 'number' && Math.abs(value) <= bound;
}
