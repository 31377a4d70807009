import { beforeEach, describe, expect, it } from '@jest/globals';
import { referenceItem, smallProvince } from '@bihuan/testing/reference';
import { ReferenceBook } from './reference-book.ts';

const day = '2023-10-09';
const county = {
  code: '140703',
  nameZh: '太谷区',
  nameEn: 'Taigu',
  level: 'county',
  cityCode: '140700',
} as const;

function refusalOf(lookUp: () => unknown): unknown {
  try {
    return lookUp();
  } catch (refusal) {
    return refusal;
  }
}

describe('ReferenceBook', () => {
  let book: ReferenceBook;

  beforeEach(() => {
    const items = [
      ...smallProvince(),
      referenceItem('place', '140726', { ...county, code: '140726' }, { effectiveTo: '2023-06-30' }),
      referenceItem('place', '140703', county, { effectiveFrom: '2023-07-01' }),
      referenceItem(
        'place',
        '140105',
        { ...county, code: '140105', nameZh: '小店新区' },
        { effectiveFrom: '2023-11-01' },
      ),
    ];
    book = new ReferenceBook();
    book.replace([...items, referenceItem('manifest', 'all', { code: 'all', items: items.length })]);
  });

  it.each([
    ['a place', '140105', day, '小店区'],
    ['its later form', '140105', '2023-11-01', '小店新区'],
    ['nothing before it begins', '140703', '2023-06-30', undefined],
    ['it from its first day', '140703', '2023-07-01', '太谷区'],
    ['it until its last day', '140726', '2023-06-30', '太谷区'],
    ['nothing after it has ended', '140726', '2023-07-01', undefined],
    ['nothing that was never known', '999999', day, undefined],
  ])('finds %s', (_, code, on, name) => {
    expect(book.place(code, on)?.nameZh).toBe(name);
  });

  it.each([
    ['place.unknown', () => book.requirePlace('140726', day, '/place/code')],
    ['organisation.unknown', () => book.requireOrganisation('nobody', day)],
    ['fieldOfSupervision.unknown', () => book.requireField('nothing', day)],
    ['campaign.unknown', () => book.requireCampaign('nothing', day)],
    ['campaign.unknown', () => book.requirePolicy('SX2023', '2023-04-24')],
    ['standard.unknown', () => book.requireStandard('nothing', day)],
    ['standard.notInForce', () => book.requireStandard('GAS-2023', '2022-12-31')],
    ['clause.unknown', () => book.requireClause('GAS-2023', '9.9', day)],
  ])('refuses with %s', (code, lookUp) => {
    expect(refusalOf(lookUp)).toMatchObject({ code });
  });

  it('names the field of the request', () => {
    const refused = () => book.requirePlace('999999', day, '/place/code');
    expect(refusalOf(refused)).toMatchObject({ fields: [{ pointer: '/place/code', code: 'place.unknown' }] });
  });

  it('knows offices of a person, the policy and the calendar', () => {
    expect(book.officesOf('ty-handler', day)).toHaveLength(1);
    expect(book.requirePolicy('SX2023', day).version).toBe(1);
    expect(book.calendar().isWorkingDay('2023-10-07')).toBe(true);
    expect(book.clause('GAS-2023', '4.1', day)?.code).toBe('GAS-2023.1');
  });

  it('answers nothing until the manifest is reached', () => {
    const early = new ReferenceBook();
    const items = smallProvince();
    const manifest = referenceItem('manifest', 'all', { code: 'all', items: items.length });
    early.replace([manifest, ...items.slice(1)]);
    expect(early.ready()).toBe(false);
    expect(refusalOf(() => early.place('140105', day))).toMatchObject({ code: 'reference.notReady' });
    early.replace([manifest, ...items]);
    expect(early.ready()).toBe(true);
  });
});
