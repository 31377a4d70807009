import type { HazardDetail, RegisteredReply } from '@bihuan/contracts';
import { assertNoDrift } from '@bihuan/platform/persistence';
import type { TestService } from '@bihuan/testing/service';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { DataSource } from 'typeorm';
import { fire, gas, handler, type Problem, registered, startLedger } from '../__fixtures__/ledger-world.ts';

describe('registering over HTTP', () => {
  let service: TestService;
  const rows = async (table: string): Promise<number> =>
    Number((await service.database.asSuperuser(`SELECT count(*) AS n FROM ${table}`))[0]?.['n']);

  beforeAll(async () => {
    service = await startLedger();
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
    [
      'a field outside the campaign',
      { campaignCode: 'FIRE2023' },
      422,
      'campaign.fieldOutside',
      '/fieldCode',
    ],
    [
      'an unknown body',
      { responsible: { type: 'body', name: 'x', orgCode: 'NOBODY' } },
      422,
      'organisation.unknown',
      '/responsible/orgCode',
    ],
    ['an unknown co-department', { coOrgs: ['TY', 'NOBODY'] }, 422, 'organisation.unknown', '/coOrgs/1'],
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

  it.each(['leader', 'enterprise', 'governor'] as const)('refuses the role %s', async (role) => {
    const reply = await service.as({ office: { role } }).post<Problem>('/hazards', gas);
    expect([reply.status, reply.body.code]).toEqual([403, 'auth.notAllowed']);
  });

  it('registers a field that the campaign covers', async () => {
    const hazardNo = await registered(service, { ...fire, campaignCode: 'FIRE2023' });
    expect(hazardNo).toMatch(/^FIRE2023-140105-FIR-/);
  });

  const shares: [string, string[], string[]][] = [
    ['the field’s own department where none is named', [], ['SX-OFFICE']],
    ['those named besides the field’s own', ['TY'], ['SX-OFFICE', 'TY']],
    ['each once', ['SX-OFFICE', 'TY', 'TY'], ['SX-OFFICE', 'TY']],
  ];
  it.each(shares)('shares a hazard with %s', async (_what, coOrgs, expected) => {
    const hazardNo = await registered(service, { ...fire, coOrgs });
    const read = await service.as(handler).get<HazardDetail>(`/hazards/${hazardNo}`);
    expect(read.body.coOrgs).toEqual(expected);
  });

  const bodies: [string, object, string | null][] = [
    ['an organisation of the reference data', { orgCode: 'TY' }, 'TY'],
    ['a body known only by name', {}, null],
  ];
  it.each(bodies)('registers %s in place of a unit', async (_what, org, orgCode) => {
    const responsible = { type: 'body' as const, name: '太原市人民政府', ...org };
    const hazardNo = await registered(service, { responsible });
    const read = await service.as(handler).get<HazardDetail>(`/hazards/${hazardNo}`);
    expect(read.body).toMatchObject({
      responsible: { type: 'body', name: '太原市人民政府', orgCode },
      responsibleName: '太原市人民政府',
    });
  });

  it('answers nothing without a token', async () => {
    const reply = await service.anonymous().get<Problem>('/hazards');
    expect([reply.status, reply.body.code]).toEqual([401, 'auth.tokenMissing']);
  });
});
