import type { Organisation } from '@bihuan/contracts';
import { departments } from './departments.ts';
import { provinceCode } from './places.ts';
import { seedItem, type SeedItem } from './seed-item.ts';

const provinceGovernment: Organisation = {
  code: 'SX-GOV',
  nameZh: '山西省人民政府',
  nameEn: "People's Government of Shanxi Province",
  level: 'province',
  parentCode: null,
  placeCode: provinceCode,
  campaignOffice: false,
  creditCode: null,
};

const campaignOffice: Organisation = {
  ...provinceGovernment,
  code: 'SX-OFFICE',
  nameZh: '山西省重大事故隐患专项排查整治行动领导组办公室',
  nameEn: 'Campaign office of the leading group of Shanxi Province',
  parentCode: provinceGovernment.code,
  campaignOffice: true,
};

/** For demonstrations: no real enterprise; its credit code was made up and carries the right check characters. */
const demonstrationEnterprise: Organisation = {
  code: 'ENT-DEMO',
  nameZh: '示范企业（太原）',
  nameEn: 'Demonstration enterprise (Taiyuan)',
  level: 'enterprise',
  parentCode: governmentCodeOf('140105'),
  placeCode: '140105',
  campaignOffice: false,
  creditCode: '91140105MAXXXXXX74',
};

/** Code of the government of a city or county, or of the committee that runs a zone. */
export function governmentCodeOf(placeCode: string): string {
  return `GOV-${placeCode}`;
}

/** Province government and campaign office, departments, one government a city and a county-level unit, and the demonstration enterprise. */
export function buildOrganisations(places: readonly SeedItem<'place'>[]): SeedItem<'organisation'>[] {
  const single = [
    provinceGovernment,
    campaignOffice,
    ...departments.map(departmentOrganisation),
    demonstrationEnterprise,
  ];
  const cityNames = new Map(
    places.filter(({ body }) => body.level === 'city').map(({ body }) => [body.code, body] as const),
  );
  const governments = places
    .filter(({ body }) => body.level !== 'province')
    .map((place) => {
      const city = cityNames.get(place.body.cityCode);
      if (!city) throw new Error(`${place.code} lies in no city`);
      const body =
        place.body.level === 'city' ? cityGovernment(place.body) : countyGovernment(place.body, city);
      return seedItem('organisation', body, place.effectiveFrom, place.effectiveTo);
    });
  return [...single.map((body) => seedItem('organisation', body)), ...governments];
}

function departmentOrganisation(department: Pick<Organisation, 'code' | 'nameZh' | 'nameEn'>): Organisation {
  return {
    ...provinceGovernment,
    ...department,
    level: 'provincialDepartment',
    parentCode: provinceGovernment.code,
  };
}

type PlaceName = SeedItem<'place'>['body'];

function cityGovernment(city: PlaceName): Organisation {
  return {
    ...provinceGovernment,
    code: governmentCodeOf(city.code),
    nameZh: `${city.nameZh}人民政府`,
    nameEn: `People's Government of ${city.nameEn}`,
    level: 'city',
    parentCode: provinceGovernment.code,
    placeCode: city.code,
  };
}

/** A zone has an administrative committee; a district's government is named with its city, a county's alone. */
function countyGovernment(county: PlaceName, city: PlaceName): Organisation {
  const zone = /(示范区|开发区|名胜区)$/.test(county.nameZh);
  const district = county.nameZh.endsWith('区');
  const zh = zone ? `${county.nameZh}管理委员会` : `${district ? city.nameZh : ''}${county.nameZh}人民政府`;
  const body = zone ? 'Administrative Committee' : "People's Government";
  return {
    ...provinceGovernment,
    code: governmentCodeOf(county.code),
    nameZh: zh,
    nameEn: `${body} of ${county.nameEn}, ${city.nameEn}`,
    level: 'county',
    parentCode: governmentCodeOf(city.code),
    placeCode: county.code,
  };
}
