import {
  type HazardDetail,
  type WithdrawalOwner,
  withdrawalOwners,
  type WithdrawalReply,
} from '@bihuan/contracts';
import { eventOf, publishFacts } from '@bihuan/testing/facts';
import type { ServiceAgent, TestService } from '@bihuan/testing/service';
import { eventually } from '@bihuan/testing/temporal';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { handler, type Problem, registered, startLedger } from '../__fixtures__/ledger-world.ts';

type Reply = WithdrawalReply & Problem;

describe('withdrawing over HTTP', () => {
  let service: TestService;
  let finder: ServiceAgent;
  let decider: ServiceAgent;

  beforeAll(async () => {
    service = await startLedger();
    finder = service.as(handler);
    decider = service.as({ person: 'office-leader', office: { role: 'leader' } });
  }, 60_000);

  afterAll(() => service.close());

  const ask = (no: string, agent = finder) =>
    agent.post<Reply>(`/hazards/${no}/withdrawal`, { reason: '与另一项重复登记' });
  const decide = (no: string, approved: boolean, agent = decider) =>
    agent.post<Reply>(`/hazards/${no}/withdrawal/decision`, { approved, opinion: '核实' });
  const read = async (no: string) => (await finder.get<Reply>(`/hazards/${no}/withdrawal`)).body;
  const facts = async (no: string): Promise<string[]> =>
    (
      await service.database.asSuperuser(
        `SELECT type FROM outbox WHERE key = $1 AND type <> 'hazard.registered' ORDER BY seq`,
        [no],
      )
    ).map(({ type }) => String(type));
  const confirm = (
    hazardNo: string,
    withdrawalId: string,
    owner: WithdrawalOwner,
    outcome: 'ended' | 'struckOff' = 'ended',
  ) =>
    publishFacts(service.topics, [
      eventOf('withdrawal.confirmed', {
        hazardNo,
        withdrawalId,
        owner,
        outcome,
        confirmedAt: '2023-10-09T02:00:00.000Z',
      }),
    ]);
  async function approved(): Promise<{ no: string; id: string }> {
    const no = await registered(service);
    const { body } = await ask(no);
    expect((await decide(no, true)).body.state).toBe('approved');
    return { no, id: body.withdrawalId };
  }

  it('is asked for, decided by another person, and complete once every owner has confirmed', async () => {
    const no = await registered(service);
    expect((await finder.get<Problem>(`/hazards/${no}/withdrawal`)).body.code).toBe('withdrawal.notFound');
    const asked = await ask(no);
    expect([asked.status, asked.body]).toMatchObject([
      201,
      { state: 'requested', decided: null, confirmedBy: [], endedAt: null },
    ]);
    const decided = await decide(no, true);
    expect([decided.status, decided.body]).toMatchObject([
      200,
      {
        state: 'approved',
        decided: { opinion: '核实', by: { person: 'office-leader', orgCode: 'SX-OFFICE' } },
      },
    ]);
    for (const owner of withdrawalOwners) await confirm(no, asked.body.withdrawalId, owner);
    const ended = await eventually(
      () => read(no),
      ({ state }) => state === 'completed',
    );
    expect(ended.confirmedBy).toEqual(['disclosure', 'handover', 'supervision']);
    expect(await facts(no)).toEqual(['withdrawal.approved', 'hazard.withdrawn']);
    const detail = await eventually(
      async () => (await finder.get<HazardDetail>(`/hazards/${no}`)).body,
      ({ state }) => state === 'withdrawn',
    );
    expect(detail.hazardNo).toBe(no);
    const listed = await finder.get<{ items: { hazardNo: string }[] }>(
      '/hazards?state=withdrawn&finished=true',
    );
    expect(listed.body.items.map(({ hazardNo }) => hazardNo)).toContain(no);
    const late = await finder.post<Problem>(`/hazards/${no}/corrections`, {
      reason: '晚了',
      changes: { description: '另一描述' },
    });
    expect([late.status, late.body.code]).toEqual([409, 'hazard.stateConflict']);
  });

  it('takes a confirmation that comes twice once, and waits for the last owner', async () => {
    const { no, id } = await approved();
    await confirm(no, id, 'handover');
    await confirm(no, id, 'handover');
    await confirm(no, id, 'disclosure');
    await eventually(
      () => read(no),
      ({ confirmedBy }) => confirmedBy.length === 2,
    );
    expect((await read(no)).state).toBe('approved');
    expect(await facts(no)).toEqual(['withdrawal.approved']);
  });

  it('is overtaken where the hazard was struck off meanwhile', async () => {
    const { no, id } = await approved();
    await confirm(no, id, 'supervision', 'struckOff');
    await confirm(no, id, 'disclosure');
    await confirm(no, id, 'handover');
    await eventually(
      () => read(no),
      ({ state }) => state === 'overtaken',
    );
    expect(await facts(no)).toEqual(['withdrawal.approved']);
  });

  it('that was refused leaves the hazard as it is, and may be asked for again', async () => {
    const no = await registered(service);
    await ask(no);
    expect((await decide(no, false)).body.state).toBe('refused');
    expect(await facts(no)).toEqual([]);
    const again = await decide(no, true);
    expect([again.status, again.body.code]).toEqual([409, 'withdrawal.decided']);
    expect((await ask(no)).status).toBe(201);
    expect((await read(no)).state).toBe('requested');
  });

  it('is open once, however many ask at the same moment', async () => {
    const no = await registered(service);
    const answers = await Promise.all(Array.from({ length: 6 }, () => ask(no)));
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 409, 409, 409, 409, 409]);
    expect(answers.find(({ status }) => status === 409)?.body.code).toBe('withdrawal.open');
  });

  it('is not decided by whoever asked, nor outside the campaign office, nor by its operators', async () => {
    const no = await registered(service);
    await ask(no, decider);
    const same = await decide(no, true);
    expect([same.status, same.body.code]).toEqual([403, 'withdrawal.samePerson']);
    const city = { orgCode: 'TY', level: 'city' as const, campaignOffice: false };
    for (const office of [city, { role: 'operations' as const }, { role: 'system' as const }]) {
      const answer = await decide(no, true, service.as({ person: 'somebody', office }));
      expect([answer.status, answer.body.code]).toEqual([403, 'auth.notAllowed']);
    }
    expect((await read(no)).state).toBe('requested');
    expect(await facts(no)).toEqual([]);
  });

  it('is not asked for by others, nor seen outside the scope', async () => {
    const no = await registered(service);
    const city = service.as({
      office: { orgCode: 'TY', campaignOffice: false },
      scope: { cities: ['140100'] },
    });
    expect((await ask(no, city)).status).toBe(403);
    const elsewhere = service.as({ scope: { cities: ['140200'] } });
    expect((await ask(no, elsewhere)).status).toBe(404);
    expect((await elsewhere.get(`/hazards/${no}/withdrawal`)).status).toBe(404);
    expect((await read(no)).code).toBe('withdrawal.notFound');
  });

  it('without a request there is nothing to decide', async () => {
    const no = await registered(service);
    const answer = await decide(no, true);
    expect([answer.status, answer.body.code]).toEqual([404, 'withdrawal.notFound']);
  });

  it('holds corrections up from the approval on', async () => {
    const { no } = await approved();
    const answer = await finder.post<Problem>(`/hazards/${no}/corrections`, {
      reason: '登记有误',
      changes: { description: '另一描述' },
    });
    expect([answer.status, answer.body.code]).toEqual([409, 'hazard.stateConflict']);
    expect((await ask(no)).body.code).toBe('hazard.stateConflict');
  });
});
