import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { deadline, hazardNo, untilRectifying } from '../__fixtures__/facts.ts';
import { plan, startSupervision, type SupervisionWorld } from '../__fixtures__/supervision-world.ts';
import { SupervisionActivitiesProvider } from './supervision-activities.ts';

let world: SupervisionWorld;
let activities: SupervisionActivitiesProvider;
beforeAll(async () => {
  world = await startSupervision();
  activities = world.service.app.get(SupervisionActivitiesProvider, { strict: false });
  await world.hear(untilRectifying());
});
afterAll(() => world.close());

describe('what the loop asks of supervision', () => {
  it('not yet, before the first rung of the plan clock', async () => {
    const answer = await activities.decideClock(`supervision.plan.${hazardNo}`);
    // From 9 October 15:00 until the reminder, four hours before 12 October 18:00.
    expect(answer).toEqual({
      outcome: 'notYet',
      version: 1,
      remainingMs: (3 * 24 - 1) * 3_600_000,
      due: '2023-10-12T10:00:00.000Z',
      waitsFor: '太原市人民政府',
      overdueAt: null,
    });
  });

  it('an answer that was committed a moment earlier wins', async () => {
    world.service.clock.advanceTo('2023-10-12T18:00:00+08:00');
    await world.as('cityHandler').post(`/hazards/${hazardNo}/plan`, plan);
    expect(await activities.decideClock(`supervision.plan.${hazardNo}`)).toMatchObject({ outcome: 'ended' });
  });

  it('the rectification clock climbs its ladder: reminder, overdue', async () => {
    const id = `supervision.rectify.${hazardNo}`;
    world.service.clock.advanceTo('2023-11-03T18:00:00+08:00');
    expect(await activities.decideClock(id)).toMatchObject({ outcome: 'rungTaken', rung: 'reminder' });
    world.service.clock.advanceTo(deadline);
    expect(await activities.decideClock(id)).toMatchObject({ rung: 'overdue', overdueAt: deadline });
    const { rectify } = await world.clocks(hazardNo);
    expect(rectify?.rungsTaken.map(({ rung }) => rung)).toEqual(['reminder', 'overdue']);
  });

  it('a month is closed by what was struck off until its end', async () => {
    const month = (name: string) => activities.closeMonth({ campaignCode: 'SX2023', month: name });
    await expect(month('2023-11')).rejects.toMatchObject({ code: 'month.notEnded' });
    expect(await month('2023-10')).toEqual({ facts: 0, digest: '0' });
    await world.rows(
      `UPDATE hazard_case SET state = 'struckOff',
         facts = jsonb_set(facts, '{struckOffAt}', '"2023-10-31T15:59:59.999Z"') WHERE hazard_no = $1`,
      [hazardNo],
    );
    const [{ digest }] = (await world.rows<{ digest: string }>(
      `SELECT hashtextextended($1 || '|struckOff', 0)::text AS digest`,
      [hazardNo],
    )) as [{ digest: string }];
    expect(await month('2023-10')).toEqual({ facts: 1, digest });
    expect(await month('2023-09')).toEqual({ facts: 0, digest: '0' });
    expect(await activities.closeMonth({ campaignCode: 'OTHER', month: '2023-10' })).toMatchObject({
      facts: 0,
    });
  });

  it('a clock that was never opened is refused', async () => {
    await expect(activities.decideClock('supervision.plan.unknown')).rejects.toMatchObject({
      code: 'resource.notFound',
    });
  });
});
