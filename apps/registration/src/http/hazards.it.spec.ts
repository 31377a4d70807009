import type { HazardDetail, HazardSummary, RegisteredReply, RegisterHazard } from '@bihuan/contracts';
import { assertNoDrift } from '@bihuan/platform/persistence';
import { ReferenceBook } from '@bihuan/platform/reference';
import { eventually } from '@bihuan/testing/temporal';
import { publishReference, referenceItem, smallProvince } from '@bihuan/testing/reference';
import { startTestService, type TestService } from '@bihuan/testing/service';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { DataSource } from 'typeorm';
import { AppModule } from '../app.module.ts';

const gas: RegisterHazard = {
  campaignCode: 'SX2023',
  kind: 'illegal_act',
  massCasualties: true,
  foundBy: 'inspection',
  foundOn: '2023-10-08',
  responsible: { type: 'unit', name: '某液化气站', creditCode: '91330424MA28AQAQXU' },
  place: { code: '140105', address: '平阳路 1 号' },
  fieldCode: 'gas',
  coOrgs: [],
  standardCode: 'GAS-2023',
  clauseNo: '4.1',
  description: '无许可证经营燃气',
  report: { stateAndCause: '现场不能出示许可证', harmAndDifficulty: '可能泄漏爆炸' },
  deadline: '2023-11-08',
};

const handler = { office: { role: 'handler' as const } };

interface Problem {
  readonly code: string;
  readonly errors?: readonly { readonly pointer: string; readonly code: string }[];
}

describe('the ledger over HTTP', () => {
  let service: TestService;
  const rows = async (table: string): Promise<number> =>
    Number((await service.database.asSuperuser(`SELECT count(*) AS n FROM ${table}`))[0]?.['n']);

  beforeAll(async () => {
    service = await startTestService(AppModule, { service: 'registration' });
    await publishReference(service.topics, [
      ...smallProvince(),
      referenceItem(
        'standard',
        'NO-CLAUSES',
        {
          code: 'NO-CLAUSES',
          fieldCode: 'gas',
          titleZh: '未收录条款的标准',
          issuingNo: '',
          issuerZh: '',
          clausesSupplied: 0,
        },
        { effectiveFrom: '2023-01-01', effectiveTo: '2023-10-05' },
      ),
    ]);
    const book = service.app.get(ReferenceBook);
    await eventually(() => book.ready(), Boolean);
  }, 60_000);

  afterAll(() => service.close());

  it('keeps tables and entities the same', () => assertNoDrift(service.app.get(DataSource)));

  it('registers a hazard under a number with a check character, and shows it', async () => {
    const { status, body } = await service.as(handler).post<RegisteredReply>('/hazards', gas);
    expect(status).toBe(201);
    expect(body.hazardNo).toMatch(/^SX2023-140105-GAS-202310-\d{5}[0-9A-Z]$/);
    expect(body.deadline).toBe('2023-11-08T10:00:00.000Z');

    const read = await service.as(handler).get<HazardDetail>(`/hazards/${body.hazardNo}`);
    expect(read.body).toMatchObject({
      state: 'registered',
      cityName: '太原市',
      standardCode: 'GAS-2023',
      report: gas.report,
    });
  });

  it('never gives a number twice, however many ask at once', async () => {
    const replies = await Promise.all(
      Array.from({ length: 20 }, () => service.as(handler).post<RegisteredReply>('/hazards', gas)),
    );
    expect(new Set(replies.map(({ body }) => body.hazardNo)).size).toBe(20);
  });

  it('answers the same key and body alike, and another body with 422', async () => {
    const before = await rows('hazard');
    const first = await service.as(handler).post<RegisteredReply>('/hazards', gas, 'key-1');
    const second = await service.as(handler).post<RegisteredReply>('/hazards', gas, 'key-1');
    expect(second.body).toEqual(first.body);
    const other = await service
      .as(handler)
      .post<Problem>('/hazards', { ...gas, description: '另一项' }, 'key-1');
    expect([other.status, other.body.code]).toEqual([422, 'request.idempotencyKeyReused']);
    expect(await rows('hazard')).toBe(before + 1);
  });

  it('takes the policy’s thirty days where no deadline is named', async () => {
    const unnamed = { ...gas, deadline: undefined };
    const { body } = await service.as(handler).post<RegisteredReply>('/hazards', unnamed);
    expect(body.deadline).toBe('2023-11-08T10:00:00.000Z');
  });

  const refusals: [string, object, number, string, string][] = [
    ['an unknown campaign', { campaignCode: 'NOPE' }, 422, 'campaign.unknown', '/campaignCode'],
    ['an unknown place', { place: { code: '999999', address: 'x' } }, 422, 'place.unknown', '/place/code'],
    [
      'a city for a place',
      { place: { code: '140100', address: 'x' } },
      422,
      'place.notCounty',
      '/place/code',
    ],
    ['an unknown field', { fieldCode: 'nope' }, 422, 'fieldOfSupervision.unknown', '/fieldCode'],
    ['an unknown standard', { standardCode: 'NOPE' }, 422, 'standard.unknown', '/standardCode'],
    ['an unknown clause', { clauseNo: '第九十九条' }, 422, 'clause.unknown', '/clauseNo'],
    ['no clause where there are some', { clauseNo: undefined }, 422, 'clause.required', '/clauseNo'],
    [
      'a standard that was not in force',
      { standardCode: 'NO-CLAUSES', clauseReason: '理由' },
      422,
      'standard.notInForce',
      '/standardCode',
    ],
    [
      'no reason where there are no clauses',
      { standardCode: 'NO-CLAUSES', foundOn: '2023-10-01' },
      422,
      'clause.reasonRequired',
      '/clauseReason',
    ],
    ['a deadline behind us', { deadline: '2023-10-08' }, 422, 'hazard.deadlinePast', '/deadline'],
    ['a deadline over a year ahead', { deadline: '2024-10-10' }, 422, 'hazard.deadlineTooFar', '/deadline'],
    ['a day in the future', { foundOn: '2023-10-10' }, 422, 'hazard.foundInFuture', '/foundOn'],
    [
      'a wrong check digit',
      { responsible: { type: 'unit', name: 'x', creditCode: '91330424MA28AQAQX0' } },
      422,
      'unit.creditCodeInvalid',
      '/responsible/creditCode',
    ],
    ['huge text', { description: '长'.repeat(2001) }, 400, 'request.invalid', '/description'],
    ['a field nobody knows', { nobody: 1 }, 400, 'request.invalid', '/nobody'],
  ];

  it.each(refusals)(
    'refuses %s, naming the field, and writes nothing',
    async (_what, change, status, code, pointer) => {
      const before = [await rows('hazard'), await rows('outbox'), await rows('audit_entry')];
      const reply = await service.as(handler).post<Problem>('/hazards', { ...gas, ...change });
      expect([reply.status, reply.body.code]).toEqual([status, code]);
      expect(reply.body.errors?.[0]?.pointer.replace('#', '')).toBe(pointer);
      expect([await rows('hazard'), await rows('outbox'), await rows('audit_entry')]).toEqual(before);
    },
  );

  it('refuses leaders and enterprises', async () => {
    const reply = await service.as({ office: { role: 'leader' } }).post<Problem>('/hazards', gas);
    expect([reply.status, reply.body.code]).toEqual([403, 'auth.notAllowed']);
  });

  it('does not let a city see another city’s hazard', async () => {
    const { body } = await service.as(handler).post<RegisteredReply>('/hazards', gas);
    const datong = service.as({ scope: { cities: ['140200'] } });
    const reply = await datong.get<Problem>(`/hazards/${body.hazardNo}`);
    expect([reply.status, reply.body.code]).toEqual([404, 'hazard.notFound']);
    expect((await datong.get<{ items: unknown[] }>('/hazards')).body.items).toEqual([]);
  });

  it('pages through the ledger by keyset, without gap or repetition', async () => {
    const all: string[] = [];
    let after: string | null = null;
    do {
      const path: string = `/hazards?limit=7${after === null ? '' : `&after=${encodeURIComponent(after)}`}`;
      const { body } = await service.as(handler).get<{ items: HazardSummary[]; next: string | null }>(path);
      all.push(...body.items.map(({ hazardNo }) => hazardNo));
      after = body.next;
    } while (after !== null);
    expect(new Set(all).size).toBe(all.length);
    expect(all.length).toBe(await rows('hazard'));
  });

  it('filters and searches', async () => {
    const found = await service
      .as(handler)
      .get<{ items: HazardSummary[] }>(
        `/hazards?search=${encodeURIComponent('液化气')}&cityCode=140100&limit=5`,
      );
    expect(found.body.items).toHaveLength(5);
    const none = await service.as(handler).get<{ items: HazardSummary[] }>('/hazards?search=100%25');
    expect(none.body.items).toEqual([]);
  });

  it('lists what the loop still has to do with, and what it has done with', async () => {
    const [row] = await service.database.asSuperuser('SELECT hazard_no FROM hazard LIMIT 1');
    const hazardNo = String(row?.['hazard_no']);
    await service.database.asSuperuser(
      `INSERT INTO hazard_status (hazard_no, facts, state, marks, overdue, finished, assigned_orgs)
       VALUES ($1, '{}', 'struckOff', '{}', false, true, '{}')
       ON CONFLICT (hazard_no) DO UPDATE SET finished = true`,
      [hazardNo],
    );
    const listed = async (finished: boolean): Promise<string[]> => {
      const path = `/hazards?limit=200&finished=${String(finished)}`;
      const { body } = await service.as(handler).get<{ items: HazardSummary[] }>(path);
      return body.items.map((hazard) => hazard.hazardNo);
    };
    expect(await listed(true)).toEqual([hazardNo]);
    const open = await listed(false);
    expect(open).not.toContain(hazardNo);
    expect(open).toHaveLength((await rows('hazard')) - 1);
  });

  it('refuses a cursor that was tampered with', async () => {
    const reply = await service.as(handler).get<Problem>('/hazards?after=abc');
    expect([reply.status, reply.body.code]).toEqual([400, 'request.cursorInvalid']);
  });

  it('answers nothing without a token', async () => {
    const reply = await service.anonymous().get<Problem>('/hazards');
    expect([reply.status, reply.body.code]).toEqual([401, 'auth.tokenMissing']);
  });
});
