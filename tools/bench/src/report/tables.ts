import type { Outcome } from '../benchmark.ts';
import type { Comparison, Measured } from '../harness/comparison.ts';
import { busyProcessors, totalCpu } from '../harness/processor-time.ts';
import type { Spread } from '../harness/spread.ts';
import { boundVerdictOf, verdictOf } from './verdict.ts';

/** A process that takes less of the time has no column. */
const LEAST_SHARE = 0.01;

/** A table as rows of cells; the first row names the columns. */
export type Table = readonly (readonly string[])[];

/** Three digits that count; whole numbers as they are. */
const figure = (value: number): string => {
  if (!Number.isFinite(value)) return '–';
  return String(Number.isInteger(value) ? value : Number(value.toPrecision(value >= 1000 ? 4 : 3)));
};
const spread = ({ median, min, max }: Spread): string =>
  min === max ? figure(median) : `${figure(median)} (${figure(min)}–${figure(max)})`;

/** All tables of an outcome, each under its title. */
export function tablesOf({ comparisons = [], bounds = [], further = [] }: Outcome): [string, Table][] {
  const measured =
    further.length === 0 ? [] : [['For information', ratesOf(further, 'operations')] as [string, Table]];
  const bounded: [string, Table][] =
    bounds.length === 0
      ? []
      : [
          [
            'Bounds',
            [
              ['figure', 'measured', 'aim', 'gate', 'verdict'],
              ...bounds.map((bound) => [
                bound.title,
                `${bound.spread ? spread(bound.spread) : figure(bound.value)} ${bound.unit}`,
                `≤ ${figure(bound.aim)}`,
                `≤ ${figure(bound.gate)}`,
                boundVerdictOf(bound),
              ]),
            ],
          ],
        ];
  return [...comparisons.flatMap(comparisonTables), ...bounded, ...measured];
}

function comparisonTables(comparison: Comparison): [string, Table][] {
  const { title, unit, product, bare, ratio, target } = comparison;
  const gates = target ? [figure(target.gate), figure(target.aim)] : ['–', '–'];
  return [
    [title, ratesOf([product, bare], unit)],
    [
      `${title}: ratio`,
      [
        ['ratio: median (min–max)', 'gate', 'aim', 'verdict'],
        [spread(ratio), ...gates, verdictOf(comparison)],
      ],
    ],
    [`${title}: CPU-milliseconds per operation`, cpuOf([product, bare])],
  ];
}

function ratesOf(arms: readonly Measured[], unit: string): Table {
  const further = [...new Set(arms.flatMap((arm) => Object.keys(arm.further)))];
  return [
    ['arm', `${unit}/s: median (min–max)`, ...further],
    ...arms.map((arm) => [
      arm.name,
      spread(arm.perSecond),
      ...further.map((name) => (arm.further[name] ? spread(arm.further[name]) : '–')),
    ]),
  ];
}

function cpuOf(arms: readonly Measured[]): Table {
  const processes = [...new Set(arms.flatMap((arm) => Object.keys(arm.cpu)))];
  const used = processes.filter((name) =>
    arms.some((arm) => (arm.cpu[name] ?? 0) >= totalCpu(arm.cpu) * LEAST_SHARE),
  );
  return [
    ['arm', ...used, 'all', 'processors busy'],
    ...arms.map((arm) => [
      arm.name,
      ...used.map((process) => figure(arm.cpu[process] ?? 0)),
      figure(totalCpu(arm.cpu)),
      figure(busyProcessors(arm)),
    ]),
  ];
}

/** For a terminal. */
export function asText(table: Table): string {
  const widths = (table[0] ?? []).map((_, column) =>
    Math.max(...table.map((row) => row[column]?.length ?? 0)),
  );
  return table
    .map((row) =>
      row
        .map((cell, column) => cell.padEnd(widths[column] ?? 0))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}

export function asMarkdown(table: Table): string {
  const [head = [], ...rows] = table;
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
}
