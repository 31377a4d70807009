import { describe, expect, it } from '@jest/globals';
import { FakeProduct } from './__fixtures__/fake-product.ts';
import { endedMonths, firstStart } from './first-start.ts';
import { ProductCalls } from './product-calls.ts';

const start = {
  campaignCode: 'SX2023',
  file: new File(['ledger'], 'ledger.xlsx'),
  rows: 1300,
  series: 'sample-7',
  firstMonth: '2023-05',
  today: '2023-07-09',
};

async function run(product: FakeProduct): Promise<string[]> {
  const said: string[] = [];
  await firstStart(new ProductCalls(product), start, (line) => said.push(line));
  return said;
}

const months = [
  '/editions SX2023 2023-05 sample-7-editions-2023-05',
  '/assessments SX2023 2023-05 sample-7-assessments-2023-05',
  '/editions SX2023 2023-06 sample-7-editions-2023-06',
  '/assessments SX2023 2023-06 sample-7-assessments-2023-06',
];

describe('the first start', () => {
  it('imports the ledger with its past, then has the months published in order, and says where it stands', async () => {
    const product = new FakeProduct();
    product.isSlow = true;
    expect(await run(product)).toEqual([
      'import waiting',
      'reading 832 of 1300 rows',
      'applying 500 of 1300 rows',
      'import completed',
      'edition of 2023-05',
      'assessment of 2023-05',
      'edition of 2023-06',
      'assessment of 2023-06',
      '1300 hazards imported; 2 months disclosed and assessed',
    ]);
    expect(product.uploads).toEqual([
      {
        fields: { campaignCode: 'SX2023', ledger: 'major', mode: 'allOrNothing', history: 'true' },
        key: 'sample-7-import-0',
      },
    ]);
    expect(product.requested).toEqual(months);
    expect([...product.published]).toEqual([
      '/editions 2023-05',
      '/assessments 2023-05',
      '/editions 2023-06',
      '/assessments 2023-06',
    ]);
  });

  it.each([0, 1, 2, 3, 4, 5, 7, 10])(
    'broken off after %i answers, is finished by the next',
    async (answers) => {
      const product = new FakeProduct();
      product.answers = answers;
      await expect(run(product)).rejects.toThrow('fetch failed');
      product.answers = Infinity;
      await run(product);
      expect(product.imports.map(({ state }) => state)).toEqual(['completed']);
      expect([...new Set(product.requested)]).toEqual(months);
    },
  );

  it('run again, imports nothing twice', async () => {
    const product = new FakeProduct();
    await run(product);
    await run(product);
    expect(product.uploads).toHaveLength(1);
  });

  it.each([
    ['rejected', 'the import ended as rejected: 0 bad rows'],
    ['cancelled', 'the import ended as cancelled: 0 bad rows'],
    ['failed', 'the import ended as failed: import.failed '],
  ] as const)(
    'whose import was %s says so, asks for no month, and brings the ledger anew next time',
    async (state, message) => {
      const product = new FakeProduct();
      product.endsAs = state;
      await expect(run(product)).rejects.toThrow(message);
      expect(product.requested).toEqual([]);
      product.endsAs = 'completed';
      await run(product);
      expect(product.imports.map((one) => one.state)).toEqual([state, 'completed']);
      expect(product.uploads.map(({ key }) => key)).toEqual(['sample-7-import-0', 'sample-7-import-1']);
    },
  );

  it('does not take another file’s import for its own', async () => {
    const product = new FakeProduct();
    await product.upload('/hazards/imports', {}, new File(['other'], 'ledger.xlsx'), 'key');
    await run(product);
    expect(product.imports.map(({ state }) => state)).toEqual(['received', 'completed']);
  });

  it('ends at once where the product refuses a month', async () => {
    const product = new FakeProduct();
    product.isRefusing = true;
    await expect(run(product)).rejects.toMatchObject({ code: 'caller.forbidden' });
  });
});

it.each([
  ['2023-10-09', ['2023-05', '2023-06', '2023-07', '2023-08', '2023-09']],
  ['2023-06-01', ['2023-05']],
  ['2023-05-31', []],
  ['2024-01-31', ['2023-05', '2023-06', '2023-07', '2023-08', '2023-09', '2023-10', '2023-11', '2023-12']],
])('months that ended before %s', (today, ended) => {
  expect(endedMonths('2023-05', today)).toEqual(ended);
});
