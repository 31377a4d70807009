import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { registered, untilRectifying } from '../__fixtures__/facts.ts';
import { agree, decide, evidenceOf, file, withdrawalOf } from '../__fixtures__/petitions.ts';
import { plan, startSupervision, type SupervisionWorld } from '../__fixtures__/supervision-world.ts';
import { SupervisionActivitiesProvider } from '../activities/supervision-activities.ts';

let world: SupervisionWorld;
beforeAll(async () => (world = await startSupervision()), 60_000);
afterAll(() => world.close());

let serial = 450;
const nextNo = () => `SX2023-140105-GAS-202310-00${String((serial += 1))}K`;
const factsOf = (no: string) =>
  world.rows<{ type: string; data: Record<string, unknown> }>(
    `SELECT type, envelope->'data' AS data FROM outbox WHERE key = $1 AND type LIKE 'petition.%' ORDER BY seq`,
    [no],
  );
const audited = async (no: string) =>
  (
    await world.rows<{ action: string }>(
      `SELECT action FROM audit_entry WHERE subject = $1 AND action LIKE 'petition.%' ORDER BY seq`,
      [no],
    )
  ).map(({ action }) => action);

async function rectifying(): Promise<string> {
  const no = nextNo();
  await world.hear([...untilRectifying(no), evidenceOf(no)]);
  return no;
}

describe('a petition that waits lapses', () => {
  const lapsed = async (no: string) => {
    const { body } = await world.as('officeHandler').get<{ items: object[] }>(`/hazards/${no}/petitions`);
    expect(body.items).toMatchObject([{ state: 'lapsed', decided: null, lapsedAt: expect.any(String) }]);
    const clocks = Object.values(await world.clocks(no));
    expect(clocks.find(({ kind }) => kind === 'extensionDecision')).toMatchObject({ state: 'cancelled' });
    expect((await factsOf(no)).map(({ type }) => type)).toEqual(['petition.filed', 'petition.lapsed']);
    expect(await audited(no)).toEqual(['petition.filed', 'petition.lapsed']);
  };

  it('with the completion of rectification', async () => {
    const no = await rectifying();
    await file(world, no, 'enterprise', { until: '2023-12-29' });
    await world.as('cityHandler').post(`/hazards/${no}/plan`, plan);
    await world
      .as('cityHandler')
      .post(`/hazards/${no}/completion`, { summary: '完成', finishedOn: '2023-10-09' });
    await lapsed(no);
  });

  it('and can be decided no more', async () => {
    const no = await rectifying();
    const { body } = await file(world, no, 'enterprise');
    await world.hear([withdrawalOf(no)]);
    const answer = await decide(world, no, body.petitionId, 'officeHandler', agree);
    expect([answer.status, answer.body.code]).toEqual([409, 'petition.decided']);
  });

  it('with the withdrawal of the hazard', async () => {
    const no = await rectifying();
    await file(world, no, 'enterprise', { until: '2023-12-29' });
    await world.hear([withdrawalOf(no)]);
    await lapsed(no);
  });
});

describe('a petition that nobody decides', () => {
  it('escalates by its own clock, while rectification goes overdue on the old date', async () => {
    const no = nextNo();
    const later = registered(no, undefined, { deadline: '2023-11-24T10:00:00.000Z' });
    await world.hear([later, ...untilRectifying(no).slice(1), evidenceOf(no)]);
    world.service.clock.advanceTo('2023-11-20T10:00:00+08:00');
    const { body } = await file(world, no, 'cityHandler', { until: '2023-12-20' });
    // Filed on 20 November with four working days left: late, and to be decided in three working days.
    expect(body).toMatchObject({ late: true, decision: { due: '2023-11-23T10:00:00.000Z' } });
    const activities = world.service.app.get(SupervisionActivitiesProvider, { strict: false });
    const ask = (kind: string, subject: string) => activities.decideClock(`supervision.${kind}.${subject}`);
    await ask('rectify', no);
    world.service.clock.advanceTo('2023-11-23T18:00:00+08:00');
    expect(await ask('extensionDecision', body.petitionId)).toMatchObject({
      outcome: 'rungTaken',
      rung: 'overdue',
      waitsFor: '省专项行动领导组办公室',
    });
    world.service.clock.advanceTo('2023-11-24T18:00:00+08:00');
    expect(await ask('rectify', no)).toMatchObject({
      rung: 'overdue',
      overdueAt: '2023-11-24T10:00:00.000Z',
    });
    world.service.clock.advanceTo('2023-11-28T18:00:00+08:00');
    expect(await ask('extensionDecision', body.petitionId)).toMatchObject({ rung: 'leader' });
    expect((await world.clocks(no))['rectify']).toMatchObject({
      state: 'open',
      overdueAt: expect.any(String),
    });
  });
});
