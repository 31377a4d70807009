import { cameraBlock } from '@bihuan/testing/files';
import { describe, expect, test } from '@jest/globals';
import { cameraFacts, cameraTime } from './camera.ts';

const nothing = { takenAt: null, latitude: null, longitude: null, thumbnail: null };

/** A block of so many texts in each of its two directories, each the whole block. */
function overlapping(entries: number): Buffer {
  const bytes = 8 + 2 * (2 + entries * 12 + 4);
  const block = Buffer.alloc(bytes, 'a');
  block.write('II*\0', 0, 'latin1');
  block.writeUInt32LE(8, 4);
  for (let directory = 0, at = 8; directory < 2; directory += 1) {
    block.writeUInt16LE(entries, at);
    at += 2;
    for (let entry = 0; entry < entries; entry += 1, at += 12) {
      block.writeUInt16LE(0x8000 + entry, at);
      block.writeUInt16LE(2, at + 2);
      block.writeUInt32LE(bytes, at + 4);
      block.writeUInt32LE(0, at + 8);
    }
    block.writeUInt32LE(directory === 0 ? at + 4 : 0, at);
    at += 4;
  }
  return block;
}

describe('what the camera wrote', () => {
  test('is read whole', async () => {
    const thumbnail = Buffer.from('ffd8ffe0ffd9', 'hex');
    const block = cameraBlock({
      orientation: 6,
      takenAt: '2023:10:08 15:04:05',
      offset: '+09:00',
      latitude: [37, 52, 12],
      longitude: [112, 33, 30],
      thumbnail,
    });
    const facts = await cameraFacts(block);
    expect(facts.takenAt?.toISOString()).toBe('2023-10-08T06:04:05.000Z');
    expect(facts.latitude).toBeCloseTo(37.87, 4);
    expect(facts.longitude).toBeCloseTo(112.5583, 4);
    expect(Buffer.from(facts.thumbnail!).equals(thumbnail)).toBe(true);
    const prefixed = await cameraFacts(Buffer.concat([Buffer.from('Exif\0\0'), block]));
    expect(prefixed.takenAt).toEqual(facts.takenAt);
  });

  test('is not looked at where a block names more than it has', async () => {
    const before = process.memoryUsage().heapUsed;
    expect(await cameraFacts(overlapping(5_000))).toEqual(nothing);
    expect(process.memoryUsage().heapUsed - before).toBeLessThan(16 * 2 ** 20);
  });

  test('in the south and west is negative', async () => {
    const facts = await cameraFacts(
      cameraBlock({ latitude: [10, 0, 0], latitudeRef: 'S', longitude: [20, 30, 0], longitudeRef: 'W' }),
    );
    expect([facts.latitude, facts.longitude]).toEqual([-10, -20.5]);
  });

  test.each<[string, Buffer | null]>([
    ['nothing', null],
    ['an empty block', Buffer.alloc(0)],
    ['rubbish', Buffer.from('rubbish'.repeat(100))],
    ['a block that is cut off', cameraBlock({ takenAt: '2023:10:08 15:04:05' }).subarray(0, 20)],
    ['a place that is none', cameraBlock({ latitude: [95, 0, 0], longitude: [112, 0, 0] })],
    ['half a place', cameraBlock({ latitude: [37, 0, 0] })],
    ['a time that is none', cameraBlock({ takenAt: '0000:00:00 00:00:00' })],
    ['words for a time', cameraBlock({ takenAt: 'yesterday, at noon!' })],
  ])('is nothing where it wrote %s', async (_what, block) => {
    expect(await cameraFacts(block)).toEqual(nothing);
  });
});

describe('a time as cameras write it', () => {
  test.each([
    ['2023:10:08 15:04:05', undefined, '2023-10-08T07:04:05.000Z'],
    ['2023:10:08 15:04:05', '+00:00', '2023-10-08T15:04:05.000Z'],
    ['2023:10:08 15:04:05', '-03:30', '2023-10-08T18:34:05.000Z'],
    ['2023:10:08 15:04:05', 'local', '2023-10-08T07:04:05.000Z'],
    ['2023:13:08 15:04:05', undefined, undefined],
    ['1969:12:31 15:04:05', undefined, undefined],
    ['2023-10-08 15:04:05', undefined, undefined],
    [20231008, undefined, undefined],
    [undefined, undefined, undefined],
  ])('%j %j → %s', (time, offset, instant) => {
    expect(cameraTime(time, offset)?.toISOString()).toBe(instant);
  });
});
