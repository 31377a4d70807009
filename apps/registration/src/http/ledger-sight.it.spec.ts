import type { HazardSummary, RegisterHazard as RegisterHazardCommand, Scope } from '@bihuan/contracts';
import { Caller } from '@bihuan/platform/auth';
import { UnitOfWork } from '@bihuan/platform/commands';
import { eventOf, publishFacts } from '@bihuan/testing/facts';
import { internalClaims, type TestService } from '@bihuan/testing/service';
import { eventually } from '@bihuan/testing/temporal';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { fire, gas, type Problem, registered, startLedger } from '../__fixtures__/ledger-world.ts';
import { RegisterHazard } from '../domain/register-hazard.ts';

const housing = { office: { orgCode: 'SX-HOUSING', role: 'handler' as const } };
const body = { type: 'body' as const, name: '太原市人民政府', orgCode: 'TY' };
const at = '2023-10-09T02:00:00.000Z';

describe('who sees a hazard in the ledger', () => {
  let service: TestService;

  beforeAll(async () => (service = await startLedger()), 60_000);
  afterAll(() => service.close());

  /** What a caller of that scope is answered: for the hazard itself, and whether the list holds it. */
  async function answers(hazardNo: string, scope: Partial<Scope>) {
    const caller = service.as({ scope });
    const read = await caller.get<Problem>(`/hazards/${hazardNo}`);
    const list = await caller.get<{ items: HazardSummary[] }>('/hazards?limit=200');
    return { status: read.status, listed: list.body.items.some((line) => line.hazardNo === hazardNo) };
  }

  const concerned: [string, Partial<RegisterHazardCommand>, Partial<Scope>][] = [
    ['the city', {}, { cities: ['140100'] }],
    ['the county', {}, { counties: ['140105'] }],
    ['a department of the field', {}, { fields: ['gas'] }],
    ['a co-department that was named', { coOrgs: ['SX'] }, { orgs: ['SX'] }],
    ['the field’s own co-department', { ...fire, coOrgs: ['SX'] }, { orgs: ['SX-OFFICE'] }],
    ['the body that is responsible', { responsible: body }, { orgs: ['TY'] }],
    ['who registered it', {}, { orgs: ['SX-HOUSING'] }],
    ['the enterprise', {}, { units: ['91330424MA28AQAQXU'] }],
  ];
  const strangers: Partial<Scope> = {
    cities: ['140200'],
    counties: ['140202'],
    fields: ['coal'],
    units: ['911401007011234567'],
    orgs: ['SX-YJT'],
  };

  it.each(concerned)('%s does, a stranger does not', async (_who, change, scope) => {
    const hazardNo = await registered(service, change, housing);
    expect(await answers(hazardNo, scope)).toEqual({ status: 200, listed: true });
    expect(await answers(hazardNo, strangers)).toEqual({ status: 404, listed: false });
  });

  it('the office it was registered in does, not the one the person holds first', async () => {
    const claims = internalClaims({ person: 'two-offices' });
    const [held] = claims.offices;
    const offices = [
      { ...held!, orgCode: 'TY', role: 'leader' as const },
      { ...held!, orgCode: 'SX-HOUSING', role: 'handler' as const },
    ];
    const caller = new Caller({ ...claims, offices }, 'en', 'request-1');
    const [reply] = await service.app
      .get(UnitOfWork, { strict: false })
      .run({ actor: caller.actor(), correlationId: 'request-1' }, (work) => {
        const useCase = service.app.get(RegisterHazard);
        return useCase.carryOut([{ work, plan: useCase.decide(work, { caller, command: gas }) }]);
      });
    const { hazardNo } = reply!;
    expect(await answers(hazardNo, { orgs: ['SX-HOUSING'] })).toEqual({ status: 200, listed: true });
    expect(await answers(hazardNo, { orgs: ['TY'] })).toEqual({ status: 404, listed: false });
  });

  it('an organisation it was handed over to does, from then on', async () => {
    const hazardNo = await registered(service, {}, housing);
    const scope = { orgs: ['TY'] };
    expect(await answers(hazardNo, scope)).toEqual({ status: 404, listed: false });
    const handover = eventOf('handover.dispatched', {
      handoverId: '01890a5d-ac96-774b-bcce-b302099a8051',
      hazardNo,
      track: 'territorial',
      orgCode: 'TY',
      orgName: '太原市人民政府',
      status: 'dispatched',
      version: 1,
      dispatchedAt: at,
      answeredAt: null,
      late: false,
    });
    await publishFacts(service.topics, [handover]);
    const seen = await eventually(
      () => answers(hazardNo, scope),
      ({ status }) => status === 200,
    );
    expect(seen).toEqual({ status: 200, listed: true });
    expect(await answers(hazardNo, strangers)).toEqual({ status: 404, listed: false });
  });
});
