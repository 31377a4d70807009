import { randomUUID } from 'node:crypto';
import { until } from '@bihuan/api-client';
import {
  type AssessmentReply,
  type EditionReply,
  type ImportReply,
  ledgerColumns,
  LedgerKind,
  publicPages,
} from '@bihuan/contracts';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { Product } from './product/product.ts';
import { tokenOf } from './product/tokens.ts';
import { listeners, loopParts } from './product/settings.ts';

/** What an edition says in numbers. */
interface EditionData {
  readonly cut: { readonly found: number; readonly struckOff: number };
  readonly cities: readonly {
    readonly cityCode: string;
    readonly found: number;
    readonly struckOff: number;
  }[];
}

const SECONDS = 120;
let product: Product;
beforeAll(async () => {
  product = await Product.start({}, [...loopParts, ...listeners]);
}, 180_000);
afterAll(() => product.stop(), 60_000);

/** A ledger with its past: hazards of two cities, found in May and June, some of them struck off. */
const past = [
  ...[1, 2, 3, 4, 5].map((n) =>
    hazard(n, '太原市小店区', '05', n <= 2 ? '2023-05-25' : n === 3 ? '2023-06-20' : ''),
  ),
  ...[6, 7].map((n) => hazard(n, '大同市平城区', '05', n === 6 ? '2023-06-21' : '')),
  ...[8, 9].map((n) => hazard(n, '大同市平城区', '06', n === 8 ? '2023-06-28' : '')),
];

function hazard(n: number, place: string, month: string, struckOffOn: string): Record<string, string> {
  const on = (day: string) => `2023-${month}-${day}`;
  return {
    ...{ unitName: `某煤矿${n}`, place, address: `平阳南路 ${n} 号`, field: '煤矿' },
    ...{ standard: 'MEM-ORDER-4-2020', clause: '第四条（一）', kind: '违法行为' },
    ...{
      description: '超能力组织生产',
      stateAndCause: '月产量超出核定能力',
      harmAndDifficulty: '可能引发顶板、瓦斯事故',
    },
    ...{ foundOn: on('10'), registeredOn: on('11'), handedOverOn: on('11') },
    ...(struckOffOn && { completedOn: on('20'), acceptedOn: on('22'), struckOffOn }),
  };
}

function asCsv(rows: readonly Record<string, string>[]): File {
  const columns = Object.entries(ledgerColumns.major).filter(([name]) => rows.some((row) => name in row));
  const lines = [
    columns.map(([, { heading }]) => heading),
    ...rows.map((row) => columns.map(([name]) => row[name] ?? '')),
  ];
  return new File([lines.map((cells) => cells.join(',')).join('\n')], 'ledger.csv');
}

it.each(LedgerKind)('the template of the ledger %s can be brought as it is', async (ledger) => {
  const authorization = `Bearer ${await tokenOf(product, 'office.system')}`;
  const path = `/api/v1/hazards/imports/template.xlsx?ledger=${ledger}`;
  const template = await fetch(`${product.surroundings.urls.gateway}${path}`, { headers: { authorization } });
  const file = new File([await template.blob()], 'template.xlsx');
  const fields = { campaignCode: 'SX2023', ledger, mode: 'allOrNothing', history: 'false' };
  expect(await brought(file, fields)).toMatchObject({ read: 1, inserted: 1 });
});

it('a month that disclosure has published and assessment has counted says the same in both', async () => {
  const office = await product.as('office.system');
  const fields = { campaignCode: 'SX2023', ledger: 'major', mode: 'allOrNothing', history: 'true' };
  expect(await brought(asCsv(past), fields)).toMatchObject({ inserted: past.length });
  for (const month of ['2023-05', '2023-06']) {
    // Both at once: the assessment waits for the edition.
    await office.post('/assessments', { campaignCode: 'SX2023', month });
    await office.post('/editions', { campaignCode: 'SX2023', month });
  }
  const assessed = (month: string) =>
    until(`the assessment of ${month}`, SECONDS, () =>
      office.get<AssessmentReply>(`/assessments/${month}?campaignCode=SX2023`).catch(() => undefined),
    );
  expect(await figuresOf('2023-05', await assessed('2023-05'))).toEqual({ found: 7, struckOff: 2 });
  expect(await figuresOf('2023-06', await assessed('2023-06'))).toEqual({ found: 2, struckOff: 3 });
}, 300_000);

/** Brings a ledger and waits until it is there. */
async function brought(file: File, fields: Readonly<Record<string, string>>): Promise<ImportReply['rows']> {
  const office = await product.as('office.system');
  const { id } = await office.upload<ImportReply>('/hazards/imports', fields, file, randomUUID());
  return until('the ledger', SECONDS, async () => {
    const { state, problem, rows } = await office.get<ImportReply>(`/hazards/imports/${id}`);
    if (state === 'rejected' || state === 'failed') throw new Error(JSON.stringify({ problem, rows }));
    return state === 'completed' ? rows : undefined;
  });
}

/** The sums of both, once they and every city agree. */
async function figuresOf(month: string, { cities, edition: cut }: AssessmentReply) {
  const office = await product.as('office.system');
  const { files } = await office.get<EditionReply>(`/editions/SX2023/${month}`);
  const path = files.find(({ name }) => name === 'edition.json')?.path ?? publicPages.editionsJson.path;
  const response = await fetch(new URL(path, product.surroundings.urls.gateway));
  const edition = (await response.json()) as EditionData;
  const counted = cities.map(({ cityCode, figures: { found, struckOff } }) => ({
    cityCode,
    found,
    struckOff,
  }));
  for (const { cityCode, found, struckOff } of edition.cities)
    expect(counted).toContainEqual({ cityCode, found, struckOff });
  const sum = (figure: 'found' | 'struckOff') => counted.reduce((total, city) => total + city[figure], 0);
  const sums = { found: sum('found'), struckOff: sum('struckOff') };
  expect(edition.cut).toMatchObject(sums);
  expect(cut.cut).toMatchObject(sums);
  return sums;
}
