import { demoAccounts } from '@bihuan/contracts';
import { campaignStart } from './campaign.ts';
import { doubleLeadersOf } from './offices.ts';
import { provinceCode } from './places.ts';
import { seedItem, type SeedItem } from './seed-item.ts';

/** Province: the governor. Each field: the vice-governor in charge. Each city: its double leaders. */
export function buildLeadingGroups(
  fields: readonly SeedItem<'field'>[],
  cities: readonly SeedItem<'place'>['body'][],
): SeedItem<'leadingGroup'>[] {
  const governors = demoAccounts.filter(({ role }) => role === 'governor').map(({ login }) => login);
  const province = {
    code: 'LG-PROVINCE',
    nameZh: '山西省专项行动领导组',
    nameEn: 'Leading group of Shanxi Province',
    level: 'province' as const,
    subject: provinceCode,
    leaders: governors,
  };
  const ofFields = fields.map(({ body }) => ({
    code: `LG-${body.letters}`,
    nameZh: `${body.nameZh}专项行动领导组`,
    nameEn: `Leading group for ${body.nameEn}`,
    level: 'field' as const,
    subject: body.code,
    leaders: [body.viceGovernor],
  }));
  const ofCities = cities.map((city) => {
    const { party, governmentPerson } = doubleLeadersOf(city.code);
    return {
      code: `LG-${city.code}`,
      nameZh: `${city.nameZh}专项行动领导组`,
      nameEn: `Leading group of ${city.nameEn}`,
      level: 'city' as const,
      subject: city.code,
      leaders: [party.person, governmentPerson],
    };
  });
  return [province, ...ofFields, ...ofCities].map((group) => seedItem('leadingGroup', group, campaignStart));
}
