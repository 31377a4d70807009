import type { Campaign, OfficeHeld, Scope, StartImport } from '@bihuan/contracts';
import { DomainError } from '@bihuan/platform/errors';
import type { ReferenceBook } from '@bihuan/platform/reference';
import { scopeOf } from '@bihuan/process-core';
import { openCampaign } from '../where-and-when.ts';

/** Offices in which ledgers are brought: those that register, and those of the campaign office. */
export const importingOffices = (offices: readonly OfficeHeld[]): OfficeHeld[] =>
  offices.filter(
    ({ role, campaignOffice }) =>
      role === 'handler' || role === 'system' || (campaignOffice && role === 'leader'),
  );

/**
 * The office in which a ledger is brought.
 * @throws auth.notAllowed
 */
export function importingOffice(offices: readonly OfficeHeld[]): OfficeHeld {
  const [office] = importingOffices(offices);
  if (!office) throw new DomainError('auth.notAllowed');
  return office;
}

/** What those who import for an organisation may see. @param day `YYYY-MM-DD` */
export function reachOf(orgCode: string, reference: ReferenceBook, day: string): Scope {
  const organisation = reference.organisation(orgCode, day);
  if (!organisation) return scopeOf('', [], { fields: [], organisation: () => undefined });
  const { nameZh: orgName, level, campaignOffice } = organisation;
  return scopeOf('', [{ orgCode, orgName, level, role: 'handler', campaignOffice }], {
    fields: reference.fields(day),
    organisation: (code) => reference.organisation(code, day),
  });
}

/**
 * The campaign that a ledger is brought into: found hazards come while it runs, a past and general hazards at any time.
 * @throws campaign.unknown, campaign.closed
 */
export function campaignFor(
  { campaignCode, ledger, history }: Pick<StartImport, 'campaignCode' | 'ledger' | 'history'>,
  reference: ReferenceBook,
  today: string,
): Campaign {
  if (ledger === 'major' && !history) return openCampaign(reference, campaignCode, today);
  return reference.requireCampaign(campaignCode, today, '/campaignCode');
}
