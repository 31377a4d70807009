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

  it('a clock that was never opened is refused', async () => {
    await expect(activities.decideClock('supervision.plan.unknown')).rejects.toMatchObject({
      code: 'resource.notFound',
    });
  });
});
