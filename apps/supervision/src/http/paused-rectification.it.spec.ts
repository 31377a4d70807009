import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { hazardNo, untilRectifying } from '../__fixtures__/facts.ts';
import { plan, startSupervision, type SupervisionWorld } from '../__fixtures__/supervision-world.ts';

let world: SupervisionWorld;
beforeAll(async () => (world = await startSupervision()), 60_000);
afterAll(() => world.close());

it('a pause of rectification does not count: what is completed within the days it added is in time', async () => {
  await world.hear(untilRectifying());
  await world.as('cityHandler').post(`/hazards/${hazardNo}/plan`, plan);
  const order = async (what: 'pause' | 'resume', body: object) => {
    const { status } = await world
      .as('officeLeader')
      .post(`/clocks/supervision.rectify.${hazardNo}/${what}`, body);
    expect(status).toBe(200);
  };
  await order('pause', { version: 1, reasonCode: 'forceMajeure', reason: '特大暴雨' });
  world.service.clock.advanceTo('2023-10-26T10:00:00+08:00');
  await order('resume', { version: 2, reason: '雨停' });
  world.service.clock.advanceTo('2023-11-10T10:00:00+08:00');

  const completion = { summary: '完成', finishedOn: '2023-11-09' };
  const { status } = await world.as('enterprise').post(`/hazards/${hazardNo}/completion`, completion);
  expect(status).toBe(200);
  expect(await world.rows(`SELECT on_time FROM completion_report`)).toEqual([{ on_time: true }]);
  expect((await world.clocks(hazardNo))['rectify']).toMatchObject({ state: 'met', overdueAt: null });
});
