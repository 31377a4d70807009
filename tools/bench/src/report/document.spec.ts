import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { Benchmark } from '../benchmark.ts';
import { writeDocument } from './document.ts';

let directory: string;
beforeEach(async () => (directory = await mkdtemp(join(tmpdir(), 'bihuan-document-'))));
afterEach(() => rm(directory, { recursive: true, force: true }));

const section = (name: string, value: number) => ({
  benchmark: {
    name,
    heading: `About ${name}`,
    run: () => Promise.reject(new Error('not run')),
    explain: () => [`because of ${name}`],
  } satisfies Benchmark,
  outcome: { bounds: [{ title: name, value, aim: 16_384, gate: 20_000, unit: 'bytes' }] },
  circumstances: 'on a machine',
});

describe('the document of the benchmarks', () => {
  it('keeps the sections of others, in one order, and replaces its own', async () => {
    const file = join(directory, 'benchmarks.md');
    const order = ['one', 'two'];
    await writeDocument(file, [section('two', 17_000)], order);
    await writeDocument(file, [section('one', 1)], order);
    await writeDocument(file, [section('two', 16_000)], order);
    const text = await readFile(file, 'utf8');
    expect(text.match(/^## .*$/gm)).toEqual(['## About one', '## About two']);
    expect(text).toMatch(/\| two\s+\| 16000 bytes\s+\| ≤ 16384\s+\| ≤ 20000\s+\| as aimed\s+\|/);
    expect(text).not.toContain('17000');
    expect(text).toContain('because of one');
  });
});
