import { createHash } from 'node:crypto';
import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { expect, test } from '@jest/globals';
import { ObjectNotFound, type ObjectStore } from './object-store.ts';

/** A store of the contract's tests, with a look behind it. */
export interface StoreUnderTest {
  readonly store: ObjectStore;
  /** Whatever the store's place holds, half-written files included. */
  files(): Promise<string[]>;
}

const MEBIBYTE = 1_048_576;

/** Bytes that differ all along, in chunks. */
export function* content(mebibytes: number): Generator<Buffer> {
  for (let n = 0; n < mebibytes; n += 1) yield Buffer.alloc(MEBIBYTE, `chunk ${n} `);
}

export const sha256 = (chunks: Iterable<Buffer>): string => {
  const hash = createHash('sha256');
  for (const chunk of chunks) hash.update(chunk);
  return hash.digest('hex');
};

async function textOf(store: ObjectStore, key: string): Promise<string> {
  return (await buffer(await store.get(key))).toString();
}

/** What every store must keep; to be called within a `describe`. */
export function keepsTheContract(made: () => StoreUnderTest): void {
  keepsWhatIsPut(made);
  keepsNothingBroken(made);
  keepsToItself(made);
}

function keepsWhatIsPut(made: () => StoreUnderTest): void {
  const store = () => made().store;

  test('gives back what was put, and says how much it was', async () => {
    const stored = await store().put('a/b/whole.bin', Readable.from(content(9)));
    expect(stored).toEqual({ key: 'a/b/whole.bin', bytes: 9 * MEBIBYTE, sha256: sha256(content(9)) });
    const back = await buffer(await store().get('a/b/whole.bin'));
    expect([back.length, sha256([back])]).toEqual([stored.bytes, stored.sha256]);
  });

  test('keeps an empty object', async () => {
    expect(await store().put('empty', Readable.from([]))).toMatchObject({ bytes: 0, sha256: sha256([]) });
    expect(await textOf(store(), 'empty')).toBe('');
  });
}

function keepsNothingBroken(made: () => StoreUnderTest): void {
  const store = () => made().store;

  test('leaves nothing of a stream that breaks off', async () => {
    const before = await made().files();
    function* broken() {
      yield* content(6);
      throw new Error('the client went away');
    }
    await expect(store().put('a/half', Readable.from(broken()))).rejects.toThrow('the client went away');
    await expect(store().get('a/half')).rejects.toThrow(ObjectNotFound);
    expect(await made().files()).toEqual(before);
  });

  test('leaves the old content under a key whose next one breaks off', async () => {
    await store().put('kept', Readable.from(['old']));
    function* broken() {
      yield 'ne';
      throw new Error('the client went away');
    }
    await expect(store().put('kept', Readable.from(broken()))).rejects.toThrow('the client went away');
    expect(await textOf(store(), 'kept')).toBe('old');
  });
}

function keepsToItself(made: () => StoreUnderTest): void {
  const store = () => made().store;

  test('holds one of two that are put under a key at once, whole', async () => {
    const texts = ['one '.repeat(100_000), 'two '.repeat(100_000)];
    await Promise.all(texts.map((put) => store().put('twice', Readable.from([put]))));
    expect(texts).toContain(await textOf(store(), 'twice'));
  });

  test('removes, and does not mind what is not there', async () => {
    await store().put('gone', Readable.from(['x']));
    await store().remove('gone');
    await store().remove('gone');
    await expect(store().get('gone')).rejects.toThrow(ObjectNotFound);
  });

  test.each(['../out', 'a/../../out', '/etc/passwd', '.half/x', 'a b', 'a?x=1', 'ä', '', 'a'.repeat(201)])(
    'refuses the key %j',
    async (key) => {
      const before = await made().files();
      await expect(store().put(key, Readable.from(['x']))).rejects.toThrow(RangeError);
      await expect(store().get(key)).rejects.toThrow(RangeError);
      await expect(store().remove(key)).rejects.toThrow(RangeError);
      expect(await made().files()).toEqual(before);
    },
  );

  test('says that it can be used', () => store().check());
}
