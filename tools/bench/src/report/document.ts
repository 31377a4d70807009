import { readFile, writeFile } from 'node:fs/promises';
import { format } from 'prettier';
import type { Benchmark, Outcome } from '../benchmark.ts';
import { asMarkdown, tablesOf } from './tables.ts';

/** One benchmark's part of the document. */
export interface Section {
  readonly benchmark: Benchmark;
  readonly outcome: Outcome;
  /** Where and when it was measured. */
  readonly circumstances: string;
}

const INTRODUCTION = `# Benchmarks

Written by \`npm run bench\`. A figure compares the product with the bare work it stands for, both run in turn on a stack of their own, with durable settings on both sides: PostgreSQL with \`fsync\` and \`synchronous_commit\` on, Kafka with \`acks = all\`.
A ratio is the product's rate by that of the bare work, pair by pair; the median of the pairs is judged. Below the gate the run fails. Below the aim the text says why. What has a bound instead is counted, not compared.
CPU is processor time by process, from \`/proc\`; PostgreSQL is all its backends. What follows from a request after its answer (relay, seal, status view) is counted with it.

`;

const mark = (name: string) => ({ begin: `<!-- bench:${name} -->`, end: `<!-- /bench:${name} -->` });

/** Writes the sections into the document; those of other benchmarks stay as they are. */
export async function writeDocument(
  file: string,
  sections: readonly Section[],
  order: readonly string[],
): Promise<void> {
  const known = await readFile(file, 'utf8').catch(() => '');
  const fresh = new Map(sections.map((section) => [section.benchmark.name, sectionText(section)]));
  const parts = order.flatMap((name) => fresh.get(name) ?? sectionIn(known, name) ?? []);
  await writeFile(file, await format(INTRODUCTION + parts.join('\n\n'), { parser: 'markdown' }));
}

function sectionIn(document: string, name: string): string | undefined {
  const { begin, end } = mark(name);
  const from = document.indexOf(begin);
  const to = document.indexOf(end);
  return from === -1 || to === -1 ? undefined : document.slice(from, to + end.length);
}

function sectionText({ benchmark, outcome, circumstances }: Section): string {
  const { begin, end } = mark(benchmark.name);
  const arms = (outcome.comparisons ?? []).flatMap(({ product, bare }) => [product, bare]);
  const what = new Map([...arms, ...(outcome.further ?? [])].map((arm) => [arm.name, arm.what]));
  return [
    begin,
    `## ${benchmark.heading}`,
    circumstances,
    ...[...what].map(([name, words]) => `- **${name}**: ${words}.`),
    ...tablesOf(outcome).map(([title, table]) => `${title}:\n\n${asMarkdown(table)}`),
    ...benchmark.explain(outcome),
    end,
  ].join('\n\n');
}
