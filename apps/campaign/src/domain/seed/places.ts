import { earliestDay, seedItem, type SeedItem } from './seed-item.ts';
import { parseTsv } from './tsv.ts';

export interface PlaceFiles {
  readonly cities: string;
  readonly divisions: string;
  readonly englishNames: string;
  readonly formerDivisions: string;
}

export const provinceCode = '140000';

/** The province, its cities and county-level units, former ones with their last day. Codes: GB/T 2260. */
export function buildPlaces(files: PlaceFiles): SeedItem<'place'>[] {
  const province = seedItem('place', {
    code: provinceCode,
    nameZh: '山西省',
    nameEn: 'Shanxi Province',
    level: 'province',
    cityCode: provinceCode,
  });
  return [province, ...buildCities(files.cities), ...buildCounties(files)];
}

function buildCities(text: string): SeedItem<'place'>[] {
  return parseTsv(text, ['city_code', 'city_name_zh', 'city_name_en']).map((row) =>
    seedItem('place', {
      code: row.city_code,
      nameZh: row.city_name_zh,
      nameEn: row.city_name_en,
      level: 'city',
      cityCode: row.city_code,
    }),
  );
}

function buildCounties(files: PlaceFiles): SeedItem<'place'>[] {
  const names = new Map(
    parseTsv(files.englishNames, ['county_code', 'county_name_en']).map((row) => [
      row.county_code,
      row.county_name_en,
    ]),
  );
  const former = parseTsv(files.formerDivisions, [
    'county_code',
    'county_name_zh',
    'city_code',
    'effective_to',
    'successor_code',
    'successor_from',
  ]);
  const firstDays = new Map(former.map((row) => [row.successor_code, row.successor_from]));
  const current = parseTsv(files.divisions, ['county_code', 'county_name_zh', 'city_code']);
  return [...current.map((row) => ({ ...row, effective_to: null })), ...former].map((row) => {
    const nameEn = names.get(row.county_code);
    if (!nameEn) throw new Error(`no English name for ${row.county_code} ${row.county_name_zh}`);
    return seedItem(
      'place',
      { code: row.county_code, nameZh: row.county_name_zh, nameEn, level: 'county', cityCode: row.city_code },
      firstDays.get(row.county_code) ?? earliestDay,
      row.effective_to,
    );
  });
}
