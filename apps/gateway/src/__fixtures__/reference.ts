import { demoAccounts, type ReferenceItem, type ReferenceKind } from '@bihuan/contracts';
import { ReferenceBook } from '@bihuan/platform/reference';

const item = (kind: ReferenceKind, code: string, body: object, effectiveTo: string | null = null) =>
  ({ kind, code, effectiveFrom: '2020-01-01', effectiveTo, version: 1, body }) as ReferenceItem;

function organisation(code: string): ReferenceItem {
  const place = /^GOV-(\d{6})$/.exec(code)?.[1];
  const level = place === undefined ? 'provincialDepartment' : place.endsWith('00') ? 'city' : 'county';
  return item('organisation', code, {
    code,
    nameZh: code,
    nameEn: code,
    level,
    parentCode: null,
    placeCode: place ?? '140000',
    campaignOffice: code === 'SX-OFFICE',
    creditCode: null,
  });
}

const ended = 'datong.leader';

/** The demonstration's organisations and offices, complete; the leader of Datong has left office. */
export function demoItems(): ReferenceItem[] {
  const organisations = [...new Set(demoAccounts.map(({ orgCode }) => orgCode))].map(organisation);
  const offices = demoAccounts.map(({ login, titleZh, titleEn, orgCode, role }) =>
    item(
      'office',
      login,
      { code: login, person: login, titleZh, titleEn, orgCode, role },
      login === ended ? '2022-12-31' : null,
    ),
  );
  const items = [...organisations, ...offices];
  return [...items, item('manifest', 'all', { code: 'all', items: items.length })];
}

export function demoReference(): ReferenceBook {
  const book = new ReferenceBook();
  book.replace(demoItems());
  return book;
}
