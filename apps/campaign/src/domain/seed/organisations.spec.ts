import { describe, expect, it } from '@jest/globals';
import { seedItem } from './seed-item.ts';
import { buildOrganisations } from './organisations.ts';

const alphabet = '0123456789ABCDEFGHJKLMNPQRTUWXY';

/** GB 32100-2015, written out here so that the seed is not held against the code that made it. */
function creditCodeHolds(code: string): boolean {
  const weights = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28];
  const sum = weights.reduce((total, weight, i) => total + weight * alphabet.indexOf(code.charAt(i)), 0);
  return code.length === 18 && alphabet.charAt((31 - (sum % 31)) % 31) === code.charAt(17);
}

describe('organisations', () => {
  const province = seedItem('place', {
    code: '140000',
    nameZh: '山西省',
    nameEn: 'Shanxi Province',
    level: 'province',
    cityCode: '140000',
  });

  it('gives the demonstration enterprise a credit code with the right check character', () => {
    const enterprises = buildOrganisations([province]).filter(({ body }) => body.level === 'enterprise');
    expect(enterprises.map(({ body }) => creditCodeHolds(body.creditCode ?? ''))).toEqual([true]);
    expect(creditCodeHolds('91330424MA28AQAQXU')).toBe(true);
    expect(creditCodeHolds('91350100M000100Y4Z')).toBe(false);
  });

  it('refuses a county that lies in no city', () => {
    const stray = seedItem('place', {
      code: '140105',
      nameZh: '小店区',
      nameEn: 'Xiaodian District',
      level: 'county',
      cityCode: '140100',
    });
    expect(() => buildOrganisations([province, stray])).toThrow('140105 lies in no city');
  });
});
