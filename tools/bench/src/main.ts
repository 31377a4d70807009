import { writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import type { Benchmark } from './benchmark.ts';
import { events } from './events/benchmark.ts';
import { importing } from './import/benchmark.ts';
import { ladder } from './ladder/benchmark.ts';
import { loops } from './loops/benchmark.ts';
import { PAIRS, readWish, type Wish } from './options.ts';
import { registration } from './registration/benchmark.ts';
import { reproject } from './reproject/benchmark.ts';
import { type Section, writeDocument } from './report/document.ts';
import { machineWords } from './report/machine.ts';
import { asText, tablesOf } from './report/tables.ts';
import { hasFailed } from './report/verdict.ts';
import { type BenchStack, readStack, resumeAll } from './stack.ts';

/** In the order in which they run: those that need the whole product first, for the others pause parts of it. */
const benchmarks: readonly Benchmark[] = [events, loops, ladder, reproject, registration, importing];
/** In the order of the document. */
const order = ['registration', 'import', 'loops', 'events', 'ladder', 'reproject'];
const documentFile = fileURLToPath(new URL('../../../docs/benchmarks.md', import.meta.url));

process.on('exit', resumeAll);
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => process.exit(130));

const wish = readWish(process.argv.slice(2), order);
const sections = await runAll(await readStack(), wish);
if (wish.pairs >= PAIRS) console.log(`\nWritten: docs/benchmarks.md`);
else console.log(`\nFewer than ${PAIRS} pairs say too little: docs/benchmarks.md stays as it is.`);
process.exit(sections.some(({ outcome }) => hasFailed(outcome)) ? 1 : 0);

async function runAll(stack: BenchStack, wish: Wish): Promise<Section[]> {
  const sections: Section[] = [];
  for (const benchmark of benchmarks) {
    if (wish.names.length > 0 && !wish.names.includes(benchmark.name)) continue;
    console.log(`\n${benchmark.heading}`);
    const outcome = await benchmark.run(stack, wish);
    const pairs = outcome.comparisons ? `${wish.pairs} pairs, ` : '';
    const circumstances = `${new Date().toISOString().slice(0, 10)}, ${pairs}on ${machineWords()}; load of the machine before the stack was started ${stack.loadBefore}.`;
    sections.push({ benchmark, outcome, circumstances });
    // What was measured stays, whatever becomes of the others.
    if (wish.json !== undefined) await writeJson(wish.json, sections);
    if (wish.pairs >= PAIRS) await writeDocument(documentFile, sections, order);
    for (const [title, table] of tablesOf(outcome)) console.log(`\n${title}\n${asText(table)}`);
    for (const line of benchmark.explain(outcome)) console.log(`\n${line}`);
  }
  return sections;
}

async function writeJson(file: string, sections: readonly Section[]): Promise<void> {
  const plain = sections.map(({ benchmark, outcome, circumstances }) => ({
    ...{ name: benchmark.name, circumstances, failed: hasFailed(outcome) },
    ...outcome,
  }));
  await writeFile(file, `${JSON.stringify(plain, null, 2)}\n`);
}
