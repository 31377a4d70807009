import { buildPolicy } from './policy.ts';
import { seedItem, type SeedItem } from './seed-item.ts';

/** Basis of both dates: the province's notice of May 2023. */
export const campaignStart = '2023-04-25';
const campaignEnd = '2023-12-31';

/** Shanxi's campaign of 2023 over every field. It stays known after its last day, so that its hazards can be carried to their end. */
export function buildCampaign(): SeedItem<'campaign'> {
  return seedItem(
    'campaign',
    {
      code: 'SX2023',
      nameZh: '山西省2023年重大事故隐患专项排查整治行动',
      nameEn: 'Shanxi special action on major accident hazards, 2023',
      startsOn: campaignStart,
      endsOn: campaignEnd,
      fields: [],
      policies: [buildPolicy(campaignStart)],
    },
    campaignStart,
  );
}
