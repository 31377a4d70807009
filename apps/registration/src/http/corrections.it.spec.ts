import type { CorrectionReply, HazardDetail } from '@bihuan/contracts';
import { publishReference, referenceItem } from '@bihuan/testing/reference';
import type { ServiceAgent, TestService } from '@bihuan/testing/service';
import { eventually } from '@bihuan/testing/temporal';
import { ReferenceBook } from '@bihuan/platform/reference';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  handler,
  ledgerReference,
  type Problem,
  registered,
  startLedger,
} from '../__fixtures__/ledger-world.ts';

const datong = referenceItem('place', '140212', {
  code: '140212',
  nameZh: '新荣区',
  nameEn: 'Xinrong',
  level: 'county',
  cityCode: '140200',
});

describe('correcting over HTTP', () => {
  let service: TestService;
  let office: ServiceAgent;

  beforeAll(async () => {
    service = await startLedger();
    await publishReference(service.topics, [...ledgerReference(), datong]);
    const book = service.app.get(ReferenceBook);
    await eventually(() => book.place('140212', '2023-10-08'), Boolean);
    office = service.as(handler);
  }, 60_000);

  afterAll(() => service.close());

  const correct = (no: string, changes: object, agent = office) =>
    agent.post<CorrectionReply & Problem>(`/hazards/${no}/corrections`, { reason: '登记有误', changes });
  const written = async (no: string): Promise<unknown[]> =>
    service.database.asSuperuser(
      `SELECT version FROM hazard_correction WHERE hazard_no = $1 ORDER BY version`,
      [no],
    );
  const told = async (no: string) =>
    (
      await service.database.asSuperuser(
        `SELECT envelope->'data' AS data FROM outbox WHERE key = $1 AND type = 'hazard.corrected' ORDER BY seq`,
        [no],
      )
    ).map(({ data }) => data as Record<string, unknown>);

  it('changes the place, keeps before and after, and tells how the hazard stands now', async () => {
    const no = await registered(service);
    const before = (await office.get<HazardDetail>(`/hazards/${no}`)).body;
    const { status, body } = await correct(no, { place: { code: '140212', address: '平泉路 2 号' } });
    expect(status).toBe(201);
    expect(body).toMatchObject({
      hazardNo: no,
      version: 1,
      reason: '登记有误',
      by: { person: 'office-1', orgCode: 'SX-OFFICE' },
    });
    expect(Object.keys(body.before)).toEqual(['place']);
    expect(body.before.place).toMatchObject({ code: '140105', cityCode: '140100' });
    expect(body.after.place).toMatchObject({ code: '140212', cityNameZh: '大同市', address: '平泉路 2 号' });

    const after = (await office.get<HazardDetail>(`/hazards/${no}`)).body;
    const moved = { placeCode: '140212', placeName: '新荣区', cityCode: '140200', cityName: '大同市' };
    expect(after).toEqual({ ...before, ...moved, address: '平泉路 2 号' });
    expect(await told(no)).toMatchObject([
      { hazardNo: no, version: 1, place: { code: '140212' }, field: { code: 'gas', leadOrg: 'SX-HOUSING' } },
    ]);
  });

  it('gives another field its departments, with a standard of its own', async () => {
    const no = await registered(service);
    const refused = await correct(no, { fieldCode: 'fire' });
    expect([refused.status, refused.body]).toMatchObject([
      422,
      { code: 'standard.otherField', errors: [{ pointer: '#/changes/standardCode' }] },
    ]);
    expect(await written(no)).toEqual([]);
    const reason = '通用标准适用';
    const { status, body } = await correct(no, {
      fieldCode: 'fire',
      standardCode: 'ANY-FIELD',
      clauseReason: reason,
    });
    expect(status).toBe(201);
    expect(body.after).toMatchObject({
      field: { code: 'fire', nameZh: '消防' },
      coOrgs: ['SX-OFFICE'],
      standard: { code: 'ANY-FIELD' },
      clauseNo: null,
      clauseReason: reason,
    });
  });

  it('counts versions and lists the latest first, page by page', async () => {
    const no = await registered(service);
    for (const description of ['一', '二', '三']) await correct(no, { description });
    const first = await office.get<{ items: CorrectionReply[]; next: string }>(
      `/hazards/${no}/corrections?limit=2`,
    );
    expect(first.body.items.map(({ version, after }) => [version, after.description])).toEqual([
      [3, '三'],
      [2, '二'],
    ]);
    const second = await office.get<{ items: CorrectionReply[]; next: null }>(
      `/hazards/${no}/corrections?limit=2&after=${first.body.next}`,
    );
    expect(second.body).toMatchObject({ items: [{ version: 1, after: { description: '一' } }], next: null });
  });

  it('of many at once each gets a version of its own', async () => {
    const no = await registered(service);
    const replies = await Promise.all(
      Array.from({ length: 8 }, (_, i) => correct(no, { description: `第 ${String(i)} 稿` })),
    );
    expect(replies.map(({ body }) => body.version).sort()).toEqual([1, 2, 3, 4, 5, 6, 7, 8]);
  });

  it.each<[string, object, number, string]>([
    ['nothing', {}, 422, 'correction.nothingChanged'],
    ['what is there already', { kind: 'illegal_act', coOrgs: [] }, 422, 'correction.nothingChanged'],
    ['an unknown place', { place: { code: '149999', address: '某路' } }, 422, 'place.unknown'],
    ['a city as place', { place: { code: '140200', address: '某路' } }, 422, 'place.notCounty'],
    ['an unknown clause', { clauseNo: '9.9' }, 422, 'clause.unknown'],
    ['a standard that had ended', { standardCode: 'NO-CLAUSES' }, 422, 'standard.notInForce'],
    ['a standard without its reason', { standardCode: 'ANY-FIELD' }, 422, 'clause.reasonRequired'],
    [
      'a wrong check digit',
      { responsible: { type: 'unit', name: '某站', creditCode: '91330424MA28AQAQXT' } },
      422,
      'unit.creditCodeInvalid',
    ],
    ['an unknown department', { coOrgs: ['NOBODY'] }, 422, 'organisation.unknown'],
    ['the deadline', { deadline: '2023-12-31' }, 400, 'request.invalid'],
    ['the day it was found', { foundOn: '2023-10-01' }, 400, 'request.invalid'],
    ['a number', { hazardNo: 'X' }, 400, 'request.invalid'],
  ])('refuses to correct %s, and writes nothing', async (_, changes, status, code) => {
    const no = await registered(service);
    const answer = await correct(no, changes);
    expect([answer.status, answer.body.code]).toEqual([status, code]);
    expect(await written(no)).toEqual([]);
    expect(await told(no)).toEqual([]);
  });

  it('is for the registering organisation and the campaign office; others may not, or do not see it', async () => {
    const city = { orgCode: 'TY', level: 'city' as const, campaignOffice: false };
    const scope = { cities: ['140100'], orgs: ['TY'] };
    const no = await registered(service, {}, { office: city, scope });
    const as = (office: object, its: object = scope) => service.as({ office, scope: its });
    const change = { description: '更正后的描述' };
    const leader = await correct(no, change, as({ ...city, role: 'leader' }));
    expect([leader.status, leader.body.code]).toEqual([403, 'auth.notAllowed']);
    const other = { ...city, orgCode: 'DT' };
    expect((await correct(no, change, as(other))).status).toBe(403);
    expect((await correct(no, change, as(other, { cities: ['140200'] }))).status).toBe(404);
    const operations = service.as({ office: { role: 'operations' } });
    expect((await correct(no, change, operations)).status).toBe(403);
    expect(await written(no)).toEqual([]);
    expect((await correct(no, change, as(city))).status).toBe(201);
    expect(
      (await service.as({ scope: { cities: ['140200'] } }).get(`/hazards/${no}/corrections`)).status,
    ).toBe(404);
  });

  it('is refused for a hazard that is struck off', async () => {
    const no = await registered(service);
    await service.database.asSuperuser(
      `INSERT INTO hazard_status (hazard_no, facts, state, marks, overdue, finished, assigned_orgs)
       VALUES ($1, '{}', 'struckOff', '{}', false, false, '{}')
       ON CONFLICT (hazard_no) DO UPDATE SET state = 'struckOff'`,
      [no],
    );
    const answer = await correct(no, { description: '晚了' });
    expect([answer.status, answer.body.code]).toEqual([409, 'hazard.stateConflict']);
    expect(await written(no)).toEqual([]);
  });
});
