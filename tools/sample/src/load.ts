import type { Clause, FieldOfSupervision, Place } from '@bihuan/contracts';
import { toLocalDate } from '@bihuan/process-core';
import { ApiClient, readCredentials, requiredSetting, until } from '@bihuan/api-client';
import { type CitableStandard, type LedgerSources, sampleLedger } from './ledger.ts';
import { registerLedger } from './register-ledger.ts';

/** Registers the first small ledger through the public API, like any department's system. */
const wish = { campaignCode: 'SX2023', rows: 60, seed: 20_231_009 };

const gatewayUrl = requiredSetting('BIHUAN_GATEWAY_URL');
const office = new ApiClient(
  gatewayUrl,
  await readCredentials(requiredSetting('BIHUAN_DEMO_ACCOUNTS')),
  'office.system',
);

const sources = await until('reference data', 60, () => readSources(office));
const businessNow = await until('business time', 60, businessDay);
const ledger = sampleLedger(sources, { ...wish, today: businessNow });

await registerLedger(office, ledger, `sample-${wish.seed}`);
console.log(`${wish.rows} hazards registered in campaign ${wish.campaignCode}`);

async function readSources(api: ApiClient): Promise<LedgerSources | undefined> {
  const places = await api.get<{ items: Place[] }>('/places');
  const fields = await api.get<{ items: FieldOfSupervision[] }>('/fields');
  const standards = await api.get<{ items: CitableStandard['standard'][] }>('/standards');
  if (places.items.length === 0 || standards.items.length === 0) return undefined;
  const supplied = standards.items.filter((standard) => standard.clausesSupplied > 0);
  return {
    counties: places.items.filter((place) => place.level === 'county'),
    fields: fields.items,
    standards: await Promise.all(
      supplied.map(async (standard) => {
        const { items } = await api.get<{ items: Clause[] }>(`/standards/${standard.code}/clauses`);
        return { standard, clauses: items };
      }),
    ),
  };
}

/** Today in business time: the deployment's offset is the gateway's to tell. */
async function businessDay(): Promise<string | undefined> {
  const response = await fetch(`${gatewayUrl}/public/health`);
  const { businessTime } = (await response.json()) as { businessTime?: string };
  return businessTime === undefined ? undefined : toLocalDate(new Date(businessTime));
}
