import type { ClockFact } from '@bihuan/contracts';
import { Caller } from '@bihuan/platform/auth';
import { DomainError } from '@bihuan/platform/errors';
import { ReferenceBook } from '@bihuan/platform/reference';

/** The leading group's office, which publishes: whom the clocks of disclosure wait for. @param day `YYYY-MM-DD` */
export function campaignOffice(reference: ReferenceBook, day: string): ClockFact['waitsFor'] {
  const office = reference.organisations(day).find((organisation) => organisation.campaignOffice);
  if (!office) throw new DomainError('organisation.unknown', { params: { code: 'campaignOffice' } });
  return { orgCode: office.code, orgName: office.nameZh };
}

/** @throws DomainError `auth.notAllowed` unless the caller publishes for the campaign office; its operators do not */
export function requirePublisher(caller: Caller): void {
  if (!caller.ofCampaignOffice('handler', 'leader', 'system')) throw new DomainError('auth.notAllowed');
}
