import type { CampaignMonth } from '@bihuan/contracts';
import { DomainError } from '@bihuan/platform/errors';
import { ReferenceBook } from '@bihuan/platform/reference';
import { endOfMonth, firstMonthOf, toLocalDate } from '@bihuan/process-core';

/**
 * A month that can be assessed: it has ended, and its campaign has an edition of it or comes to have one.
 *
 * @param now business time
 * @throws DomainError `campaign.unknown`, `month.outsideCampaign`, `month.notEnded`
 */
export function requireEndedMonth(
  reference: ReferenceBook,
  { campaignCode: code, month }: CampaignMonth,
  now: Date,
): void {
  const campaign = reference.requireCampaign(code, toLocalDate(now), '/campaignCode');
  const refused = { pointer: '/month', params: { code, month } };
  if (month < firstMonthOf(campaign)) throw new DomainError('month.outsideCampaign', refused);
  if (now < endOfMonth(month)) throw new DomainError('month.notEnded', refused);
}

/** Subject of a month's facts and audit entries. */
export function keyOfMonth({ campaignCode, month }: CampaignMonth): string {
  return `${campaignCode}.${month}`;
}
