/** How long operations took, milliseconds. */
export class Latencies {
  readonly #all: number[] = [];

  add(ms: number): void {
    this.#all.push(ms);
  }

  /** Median and 99th percentile, for the report of a run. */
  get figures(): Record<string, number> {
    const sorted = this.#all.toSorted((a, b) => a - b);
    const at = (share: number) => sorted[Math.floor(sorted.length * share)] ?? NaN;
    return { 'p50 ms': at(0.5), 'p99 ms': at(0.99) };
  }
}

/** Does `operations` pieces of work, as many at a time as there are workers, each by the next worker that is free. */
export async function sharedOut<Worker>(
  operations: number,
  workers: readonly Worker[],
  piece: (worker: Worker, n: number) => Promise<void>,
): Promise<Latencies> {
  const latencies = new Latencies();
  let next = 0;
  await Promise.all(
    workers.map(async (worker) => {
      while (next < operations) {
        const n = next;
        next += 1;
        const begun = performance.now();
        await piece(worker, n);
        latencies.add(performance.now() - begun);
      }
    }),
  );
  return latencies;
}
