/** What a camera writes beside its picture. */
export interface CameraBlockOptions {
  /** 1 to 8. */
  readonly orientation?: number;
  /** `YYYY:MM:DD hh:mm:ss`. */
  readonly takenAt?: string;
  /** `±hh:mm`. */
  readonly offset?: string;
  /** Degrees, minutes, seconds. */
  readonly latitude?: readonly [number, number, number];
  readonly longitude?: readonly [number, number, number];
  readonly latitudeRef?: 'N' | 'S';
  readonly longitudeRef?: 'E' | 'W';
  /** JPEG. */
  readonly thumbnail?: Buffer;
}

interface Field {
  readonly tag: number;
  readonly type: 2 | 3 | 4 | 5;
  readonly count: number;
  readonly value: Buffer;
}

const ascii = (tag: number, text: string): Field => {
  const value = Buffer.from(`${text}\0`, 'latin1');
  return { tag, type: 2, count: value.length, value };
};
const short = (tag: number, number: number): Field => {
  const value = Buffer.alloc(2);
  value.writeUInt16BE(number);
  return { tag, type: 3, count: 1, value };
};
const long = (tag: number, number: number): Field => {
  const value = Buffer.alloc(4);
  value.writeUInt32BE(number);
  return { tag, type: 4, count: 1, value };
};
const rationals = (tag: number, numbers: readonly number[]): Field => {
  const value = Buffer.alloc(8 * numbers.length);
  numbers.forEach((number, i) => {
    value.writeUInt32BE(Math.round(number * 100), 8 * i);
    value.writeUInt32BE(100, 8 * i + 4);
  });
  return { tag, type: 5, count: numbers.length, value };
};

/** A directory of fields at an offset of the block, with the values that do not fit into it behind it. */
function directory(fields: readonly Field[], offset: number, next: number): Buffer {
  const table = Buffer.alloc(2 + 12 * fields.length + 4);
  table.writeUInt16BE(fields.length, 0);
  const values: Buffer[] = [];
  let free = offset + table.length;
  fields.forEach(({ tag, type, count, value }, i) => {
    const at = 2 + 12 * i;
    table.writeUInt16BE(tag, at);
    table.writeUInt16BE(type, at + 2);
    table.writeUInt32BE(count, at + 4);
    if (value.length <= 4) value.copy(table, at + 8);
    else {
      table.writeUInt32BE(free, at + 8);
      values.push(value);
      free += value.length;
    }
  });
  table.writeUInt32BE(next, table.length - 4);
  return Buffer.concat([table, ...values]);
}

const HEADER = Buffer.from('4d4d002a00000008', 'hex');
const sizeOf = (fields: readonly Field[]) => directory(fields, 0, 0).length;

/** An EXIF block (CIPA DC-008), big-endian, with the camera's time, place, orientation and thumbnail. */
export function cameraBlock(options: CameraBlockOptions): Buffer {
  const { orientation, takenAt, offset, latitude, longitude, thumbnail } = options;
  const exif = [
    ...(takenAt === undefined ? [] : [ascii(0x9003, takenAt)]),
    ...(offset === undefined ? [] : [ascii(0x9011, offset)]),
  ];
  const gps = [
    ...(latitude ? [ascii(1, options.latitudeRef ?? 'N'), rationals(2, latitude)] : []),
    ...(longitude ? [ascii(3, options.longitudeRef ?? 'E'), rationals(4, longitude)] : []),
  ];
  const first = (exifAt: number, gpsAt: number) => [
    ...(orientation === undefined ? [] : [short(0x0112, orientation)]),
    long(0x8769, exifAt),
    long(0x8825, gpsAt),
  ];
  const exifAt = HEADER.length + sizeOf(first(0, 0));
  const gpsAt = exifAt + sizeOf(exif);
  const secondAt = gpsAt + sizeOf(gps);
  const second = (imageAt: number) => [
    short(0x0103, 6),
    long(0x0201, imageAt),
    long(0x0202, thumbnail?.length ?? 0),
  ];
  return Buffer.concat([
    HEADER,
    directory(first(exifAt, gpsAt), HEADER.length, thumbnail ? secondAt : 0),
    directory(exif, exifAt, 0),
    directory(gps, gpsAt, 0),
    ...(thumbnail ? [directory(second(secondAt + sizeOf(second(0))), secondAt, 0), thumbnail] : []),
  ]);
}

/** A JPEG with the block put behind its beginning. */
export function withCameraBlock(jpeg: Buffer, options: CameraBlockOptions): Buffer {
  const content = Buffer.concat([Buffer.from('Exif\0\0', 'latin1'), cameraBlock(options)]);
  const head = Buffer.from([0xff, 0xe1, 0, 0]);
  head.writeUInt16BE(content.length + 2, 2);
  return Buffer.concat([jpeg.subarray(0, 2), head, content, jpeg.subarray(2)]);
}
