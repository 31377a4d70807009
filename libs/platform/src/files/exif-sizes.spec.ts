import { cameraBlock } from '@bihuan/testing/files';
import { describe, expect, it } from '@jest/globals';
import { namesMoreThanItHas } from './exif-sizes.ts';

/** A directory of one text of so many bytes, with the next one at an offset. */
function directory(bytes: number, next = 0): Buffer {
  const block = Buffer.alloc(64);
  block.write('II*\0', 0, 'latin1');
  block.writeUInt32LE(8, 4);
  block.writeUInt16LE(1, 8);
  block.writeUInt16LE(0x010e, 10);
  block.writeUInt16LE(2, 12);
  block.writeUInt32LE(bytes, 14);
  block.writeUInt32LE(next, 22);
  return block;
}

describe('a block of EXIF', () => {
  it.each<[string, Buffer, boolean]>([
    ['of a camera', cameraBlock({ takenAt: '2023:10:08 15:04:05', latitude: [37, 52, 12] }), false],
    ['of as much as it has', directory(64), false],
    ['of a byte more', directory(65), true],
    ['whose directories follow each other in a circle', directory(40, 8), false],
    ['whose next directory lies beyond its end', directory(40, 4_000_000_000), false],
    ['without a beginning', Buffer.from('rubbish!'), false],
    ['of nothing', Buffer.alloc(0), false],
  ])('%s: names more than it has: %p', (_what, block, more) => {
    expect(namesMoreThanItHas(block)).toBe(more);
  });
});
