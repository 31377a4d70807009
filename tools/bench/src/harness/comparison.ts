import { type Spread, spreadOf } from './spread.ts';

/** One run of one arm. */
export interface Sample {
  readonly operations: number;
  readonly seconds: number;
  /** CPU-milliseconds per operation, by process. */
  readonly cpu: Readonly<Record<string, number>>;
  /** Further figures of the run, by what they are. */
  readonly further?: Readonly<Record<string, number>>;
}

/** One of the two things that are compared. */
export interface Arm {
  readonly name: string;
  /** What it does, for the reader of the figures. */
  readonly what: string;
  run(): Promise<Sample>;
}

/** A figure to reach (M1 to M5): below the gate the run fails, below the aim it is explained. */
export interface Target {
  readonly gate: number;
  readonly aim: number;
}

export interface Comparison {
  readonly title: string;
  /** What is counted, in the plural: `registrations`. */
  readonly unit: string;
  readonly target: Target | null;
  readonly product: Measured;
  readonly bare: Measured;
  /** Product to bare, pair by pair. */
  readonly ratio: Spread;
}

export interface Measured {
  readonly name: string;
  readonly what: string;
  readonly perSecond: Spread;
  /** CPU-milliseconds per operation by process, the median of the runs. */
  readonly cpu: Readonly<Record<string, number>>;
  readonly further: Readonly<Record<string, Spread>>;
  readonly samples: readonly Sample[];
}

export const perSecond = ({ operations, seconds }: Sample): number => operations / seconds;

/**
 * Runs both arms in turn, so many times, beginning with the other one each time: what drifts (a warming machine, growing
 * tables, neighbours) meets both.
 *
 * @param between what puts things back in order before every pair
 */
export async function compare(
  about: Pick<Comparison, 'title' | 'unit' | 'target'>,
  { product, bare }: { readonly product: Arm; readonly bare: Arm },
  pairs: number,
  between: () => Promise<void> = () => Promise.resolve(),
): Promise<Comparison> {
  const samples = { product: [] as Sample[], bare: [] as Sample[] };
  const run = async (which: 'product' | 'bare'): Promise<void> => {
    const sample = await { product, bare }[which].run();
    samples[which].push(sample);
  };
  for (let pair = 0; pair < pairs; pair += 1) {
    await between();
    for (const which of pair % 2 === 0 ? (['product', 'bare'] as const) : (['bare', 'product'] as const))
      await run(which);
    console.log(`  ${about.title}: pair ${pair + 1} of ${pairs}, ${pairWords(samples, about.unit)}`);
  }
  const ratios = samples.product.map((sample, pair) => ratioOf(sample, samples.bare[pair]));
  return {
    ...about,
    product: measuredOf(product, samples.product),
    bare: measuredOf(bare, samples.bare),
    ratio: spreadOf(ratios),
  };
}

/** What several runs of one arm come to. */
export function measuredOf({ name, what }: Pick<Arm, 'name' | 'what'>, samples: readonly Sample[]): Measured {
  const over = (pick: (sample: Sample) => Readonly<Record<string, number>>) => {
    const names = [...new Set(samples.flatMap((sample) => Object.keys(pick(sample))))];
    return names.map((key) => [key, spreadOf(samples.map((sample) => pick(sample)[key] ?? 0))] as const);
  };
  return {
    name,
    what,
    perSecond: spreadOf(samples.map(perSecond)),
    cpu: Object.fromEntries(over(({ cpu }) => cpu).map(([key, { median }]) => [key, median])),
    further: Object.fromEntries(over(({ further = {} }) => further)),
    samples,
  };
}

function ratioOf(product: Sample, bare: Sample | undefined): number {
  return bare ? perSecond(product) / perSecond(bare) : NaN;
}

function pairWords(
  samples: { readonly product: readonly Sample[]; readonly bare: readonly Sample[] },
  unit: string,
) {
  const [product, bare] = [samples.product.at(-1), samples.bare.at(-1)];
  if (!product || !bare) return '';
  const rate = (sample: Sample) => perSecond(sample).toFixed(1);
  return `${rate(product)} to ${rate(bare)} ${unit}/s, ratio ${ratioOf(product, bare).toFixed(2)}`;
}
