import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { hugePng, painted, withCameraBlock, zipOf } from '@bihuan/testing/files';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import sharp, { type Sharp } from 'sharp';
import { cameraFacts, carriesOther, DamagedFile, pictureOf, thumbnailDifference } from './index.ts';

let directory: string;
beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'bihuan-pictures-'));
});
afterAll(() => rm(directory, { recursive: true, force: true }));

let files = 0;
async function fileOf(content: Buffer): Promise<string> {
  const path = join(directory, `file-${(files += 1)}`);
  await writeFile(path, content);
  return path;
}

const photo = (seed: number, width = 480, height = 360) => painted({ seed, width, height });

/** As the domain asks: header, camera, then the comparison. */
async function differenceOf(content: Buffer): Promise<number | null> {
  const path = await fileOf(content);
  const picture = await pictureOf(path);
  return thumbnailDifference(path, picture, (await cameraFacts(picture.exif)).thumbnail);
}

describe('the header of a picture', () => {
  test.each(['jpeg', 'png', 'webp'] as const)('of %s gives its size', async (format) => {
    const path = await fileOf(await photo(1, 120, 90)[format]().toBuffer());
    expect(await pictureOf(path)).toEqual({ width: 120, height: 90, orientation: null, exif: null });
  });

  test('gives the size of what must not be decoded', async () => {
    expect(await pictureOf(await fileOf(hugePng(20_000, 20_000)))).toMatchObject({
      width: 20_000,
      height: 20_000,
    });
  });

  test('gives orientation and the camera’s block', async () => {
    const jpeg = withCameraBlock(await photo(1).jpeg().toBuffer(), {
      orientation: 6,
      takenAt: '2023:10:08 15:04:05',
    });
    const { orientation, exif } = await pictureOf(await fileOf(jpeg));
    expect(orientation).toBe(6);
    expect((await cameraFacts(exif)).takenAt?.toISOString()).toBe('2023-10-08T07:04:05.000Z');
  });
});

describe('a damaged picture', () => {
  const cut = async (encoder: Sharp, keep: number) => {
    const whole = await encoder.toBuffer();
    return whole.subarray(0, keep < 1 ? Math.floor(whole.length * keep) : whole.length - keep);
  };
  const damaged: [string, () => Promise<Buffer>][] = [
    ['a jpeg cut in the middle', () => cut(photo(1).jpeg(), 0.5)],
    ['a jpeg that lacks its last hundred bytes', () => cut(photo(1).jpeg(), 100)],
    ['a jpeg that lacks its end', () => cut(photo(1).jpeg(), 2)],
    ['a progressive jpeg cut in the middle', () => cut(photo(1).jpeg({ progressive: true }), 0.5)],
    ['a jpeg of a header', () => cut(photo(1).jpeg(), 0.001)],
    ['a png cut in the middle', () => cut(photo(1).png(), 0.5)],
    [
      'a png whose data are spoilt',
      async () => Buffer.from(await photo(1).png().toBuffer()).fill(7, 5000, 9000),
    ],
    ['a webp cut in the middle', () => cut(photo(1).webp(), 0.5)],
    ['a page', () => Promise.resolve(Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>'))],
    ['nothing', () => Promise.resolve(Buffer.alloc(0))],
  ];
  test.each(damaged)('is seen: %s', async (_what, make) => {
    await expect(differenceOf(await make())).rejects.toThrow(DamagedFile);
  });

  test.each(['jpeg', 'png', 'webp'] as const)('is not a whole %s', async (format) => {
    expect(await differenceOf(await photo(1)[format]().toBuffer())).toBeNull();
  });

  test.each([{ progressive: true }, { chromaSubsampling: '4:4:4' }, { quality: 5 }])(
    'is not a whole jpeg with %j',
    async (options) => {
      expect(await differenceOf(await photo(1).jpeg(options).toBuffer())).toBeNull();
    },
  );
});

describe('a picture that is also something else', () => {
  const others: [string, Buffer][] = [
    ['a zip behind it', zipOf({ 'a.txt': 'a' })],
    ['a page behind it', Buffer.from('<html><body><script>alert(1)</script></body></html>')],
    ['a page in capitals', Buffer.from('<!DOCTYPE HTML>')],
    ['a script alone', Buffer.from('<SCRIPT src=//x>')],
    ['a document', Buffer.from('%PDF-1.7')],
    ['a script of a server', Buffer.from('<?php echo 1;')],
  ];
  test.each(others)('%s', async (_what, other) => {
    expect(await carriesOther(await fileOf(Buffer.concat([await photo(1).jpeg().toBuffer(), other])))).toBe(
      true,
    );
  });

  test('is seen across the pieces in which it is read', async () => {
    const long = Buffer.concat([Buffer.alloc(65_536 - 4), Buffer.from('<script>')]);
    expect(await carriesOther(await fileOf(long))).toBe(true);
  });

  const own: [string, Buffer][] = [
    ['nothing behind it', Buffer.alloc(0)],
    ['a moving picture behind it', Buffer.from('\0\0\0\x18ftypmp42\0\0\0\0mp42isom', 'latin1')],
    ['its descriptions', Buffer.from('<?xpacket begin="" id="W5M0"?><x:xmpmeta xmlns:x="adobe:ns:meta/"/>')],
    ['words about zips', Buffer.from('PK is the name of a format')],
  ];
  test.each(own)('is not one with %s', async (_what, rest) => {
    expect(await carriesOther(await fileOf(Buffer.concat([await photo(1).jpeg().toBuffer(), rest])))).toBe(
      false,
    );
  });
});

describe('the decoder', () => {
  test('does not even open what is no photo', async () => {
    const { default: sharp } = await import('sharp');
    const svg = Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>');
    await expect(sharp(svg).metadata()).rejects.toThrow('unsupported image format');
    await expect(sharp(Buffer.from('GIF89a')).metadata()).rejects.toThrow();
  });
});

describe('the thumbnail beside a picture', () => {
  const jpeg = async (picture: Sharp, quality = 80) => picture.jpeg({ quality }).toBuffer();
  const small = (picture: Buffer) => sharp(picture).resize(160, 120, { fit: 'fill' });
  const between = (picture: Buffer) =>
    sharp(picture).resize(160, 120, { fit: 'contain', background: '#000' });

  interface Pair {
    readonly size?: readonly [width: number, height: number];
    readonly quality?: number;
    readonly orientation?: number;
    readonly thumbnail: (picture: Buffer) => Sharp | Promise<Sharp>;
  }

  async function differences({ size, quality, orientation, thumbnail }: Pair): Promise<(number | null)[]> {
    const found: (number | null)[] = [];
    for (const seed of [1, 4, 7, 9]) {
      const picture = await jpeg(photo(seed, ...(size ?? [])));
      const beside = await jpeg(await thumbnail(picture), quality);
      const camera = { thumbnail: beside, ...(orientation !== undefined && { orientation }) };
      found.push(await differenceOf(withCameraBlock(picture, camera)));
    }
    return found;
  }

  const same: [string, Pair][] = [
    ['made from it', { thumbnail: small }],
    ['of the lowest quality', { thumbnail: small, quality: 5 }],
    ['sharpened', { thumbnail: (picture) => small(picture).sharpen() }],
    ['brighter by a tenth', { thumbnail: (picture) => small(picture).linear(1.1, 5) }],
    ['between bars above and below', { size: [480, 320], thumbnail: between }],
    ['between bars at the sides', { size: [320, 480], thumbnail: between }],
    ['lying as it does', { thumbnail: small, orientation: 6 }],
    [
      'upright while it lies',
      { thumbnail: async (picture) => sharp(await small(picture).toBuffer()).rotate(90), orientation: 6 },
    ],
  ];
  test.each(same)('%s is near it', async (_what, pair) => {
    for (const difference of await differences(pair)) expect(difference).toBeLessThan(20);
  });

  const other: [string, Pair][] = [
    ['of another picture', { thumbnail: async () => small(await jpeg(photo(103))) }],
    [
      'of another picture, between bars',
      { thumbnail: async () => between(await jpeg(photo(103, 480, 200))) },
    ],
    [
      'of another picture that lies',
      { thumbnail: async () => small(await jpeg(photo(103))), orientation: 8 },
    ],
    ['turned over', { thumbnail: (picture) => small(picture).negate() }],
  ];
  test.each(other)('%s is far from it', async (_what, pair) => {
    for (const difference of await differences(pair)) expect(difference).toBeGreaterThan(25);
  });

  test('that cannot be shown is not compared', async () => {
    const thumbnail = Buffer.from('ffd8ff0011', 'hex');
    expect(await differenceOf(withCameraBlock(await jpeg(photo(1)), { thumbnail }))).toBeNull();
  });
});
