import type { Campaign, FieldOfSupervision, Place } from '@bihuan/contracts';
import { DomainError } from '@bihuan/platform/errors';
import type { ReferenceBook } from '@bihuan/platform/reference';

/**
 * The campaign, if the day lies in it.
 * @throws campaign.unknown, campaign.closed
 */
export function openCampaign(reference: ReferenceBook, code: string, today: string): Campaign {
  const campaign = reference.requireCampaign(code, today, '/campaignCode');
  if (today < campaign.startsOn || today > campaign.endsOn)
    throw new DomainError('campaign.closed', { pointer: '/campaignCode', params: { code } });
  return campaign;
}

/**
 * The field of supervision as of the day the hazard was found, if the campaign covers it.
 * @throws fieldOfSupervision.unknown, campaign.fieldOutside
 */
export function coveredField(
  reference: ReferenceBook,
  campaign: Campaign,
  code: string,
  foundOn: string,
): FieldOfSupervision {
  const field = reference.requireField(code, foundOn, '/fieldCode');
  const coversAll = campaign.fields.length === 0;
  if (!coversAll && !campaign.fields.includes(code))
    throw new DomainError('campaign.fieldOutside', {
      pointer: '/fieldCode',
      params: { code: campaign.code, field: code },
    });
  return field;
}

/**
 * The county-level division, as of the day the hazard was found.
 * @throws place.unknown, place.notCounty
 */
export function countyOf(reference: ReferenceBook, code: string, foundOn: string): Place {
  const place = reference.requirePlace(code, foundOn, '/place/code');
  if (place.level !== 'county') throw new DomainError('place.notCounty', { pointer: '/place/code' });
  return place;
}
