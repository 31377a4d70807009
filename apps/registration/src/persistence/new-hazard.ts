import type { RowTable } from '@bihuan/platform/commands';
import type { Hazard } from './hazard.entity.ts';

/** What a registration brings: each column of the ledger that it fills, and its type. */
const columns = {
  hazardNo: ['hazard_no', 'text'],
  campaignCode: ['campaign_code', 'text'],
  kind: ['kind', 'text'],
  massCasualties: ['mass_casualties', 'boolean'],
  foundBy: ['found_by', 'text'],
  foundOn: ['found_on', 'date'],
  responsible: ['responsible', 'jsonb'],
  responsibleName: ['responsible_name', 'text'],
  creditCode: ['credit_code', 'text'],
  placeCode: ['place_code', 'text'],
  placeName: ['place_name', 'text'],
  cityCode: ['city_code', 'text'],
  cityName: ['city_name', 'text'],
  address: ['address', 'text'],
  fieldCode: ['field_code', 'text'],
  fieldName: ['field_name', 'text'],
  coOrgs: ['co_orgs', 'text[]'],
  standardCode: ['standard_code', 'text'],
  standardTitle: ['standard_title', 'text'],
  clauseNo: ['clause_no', 'text'],
  clauseReason: ['clause_reason', 'text'],
  description: ['description', 'text'],
  report: ['report', 'jsonb'],
  registeredAt: ['registered_at', 'timestamptz'],
  deadline: ['deadline', 'timestamptz'],
  registeredBy: ['registered_by', 'text'],
  registeredOrg: ['registered_org', 'text'],
  history: ['history', 'jsonb'],
  importId: ['import_id', 'uuid'],
} as const satisfies Partial<Record<keyof Hazard, readonly [column: string, type: string]>>;

type Filled = keyof typeof columns;

type OfImport = 'history' | 'importId';

/** A hazard as it is registered, by itself or with a ledger. */
export type NewHazard = Pick<Hazard, Exclude<Filled, OfImport>> & Partial<Pick<Hazard, OfImport>>;

const filled = Object.entries(columns) as [Filled, readonly [string, string]][];

export const newHazardTable: RowTable = {
  name: 'hazard',
  columns: Object.fromEntries(Object.values(columns)),
};

export function newHazardRow(hazard: NewHazard): Record<string, unknown> {
  return Object.fromEntries(filled.map(([property, [column]]) => [column, hazard[property]]));
}
