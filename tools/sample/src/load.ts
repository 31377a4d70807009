import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ApiClient, readCredentials, requiredSetting, until } from '@bihuan/api-client';
import { toLocalDate } from '@bihuan/process-core';
import { firstStart } from './first-start.ts';
import { demonstrationDay, sampleLedger } from './ledger.ts';
import { demonstrationSeed } from './options.ts';
import { ProductCalls } from './product-calls.ts';
import { readTables } from './tables.ts';
import { writeWorkbook } from './write-workbook.ts';

/** The first start: a ledger is imported through the public API like a user's, and its past months are published. */
const rows = 1300;
const campaignCode = 'SX2023';
/** The first edition covers the campaign's beginning, 25 April to 31 May. */
const firstMonth = '2023-05';

const gatewayUrl = requiredSetting('BIHUAN_GATEWAY_URL');
const office = new ApiClient(
  gatewayUrl,
  await readCredentials(requiredSetting('BIHUAN_DEMO_ACCOUNTS')),
  'office.system',
);
const file = await sampleWorkbook();
const today = await until('business time', 60, businessDay);

await firstStart(
  new ProductCalls(office),
  { campaignCode, file, rows, firstMonth, today, series: `sample-${demonstrationSeed}` },
  (line) => {
    console.log(line);
  },
);

/** The same file at every start: by it the product's earlier import is recognised. */
async function sampleWorkbook(): Promise<File> {
  const directory = await mkdtemp(join(tmpdir(), 'bihuan-sample-'));
  try {
    const path = join(directory, 'ledger.xlsx');
    const wish = { rows, seed: demonstrationSeed, today: demonstrationDay };
    await writeWorkbook(path, sampleLedger(readTables(), wish));
    return new File([await readFile(path)], '重大事故隐患台账.xlsx', {
      type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    });
  } finally {
    await rm(directory, { recursive: true, force: true });
  }
}

/** Today in business time: the deployment's offset is the gateway's to tell. */
async function businessDay(): Promise<string | undefined> {
  const response = await fetch(`${gatewayUrl}/public/health`);
  const { businessTime } = (await response.json()) as { businessTime?: string };
  return businessTime === undefined ? undefined : toLocalDate(new Date(businessTime));
}
