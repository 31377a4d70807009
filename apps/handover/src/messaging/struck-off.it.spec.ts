import { eventOf, hazardCorrected } from '@bihuan/testing/facts';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import {
  callers,
  hazard,
  type HandoverWorld,
  startHandover,
  takenOn,
} from '../http/handover-world.fixture.ts';

const placed = (code: string, cityCode: string) => ({
  place: { code, nameZh: code, cityCode, cityNameZh: cityCode, address: '某路1号' },
});

let world: HandoverWorld;
beforeAll(async () => {
  world = await startHandover();
}, 60_000);
afterAll(() => world.service.close());

it('a hazard that is struck off asks nobody for an answer, whenever its correction comes', async () => {
  const of = hazard(700);
  const no = of.hazardNo;
  const open = async () => (await world.clocksOf(no)).filter(({ state }) => state === 'open');
  await world.dispatch(of);
  for (const [track, caller] of [
    ['territorial', callers.city],
    ['industry', callers.department],
  ] as const) {
    const { handoverId } = await world.ofTrack(no, track);
    const { status } = await world.service.as(caller).post(`/handovers/${handoverId}/acknowledge`, takenOn);
    expect(status).toBe(200);
  }
  await world.hear(hazardCorrected(no, 1, placed('140212', '140200')));
  expect(await open()).toHaveLength(1);
  await world.hear(eventOf('hazard.struckOff', { hazardNo: no, struckOffAt: '2023-10-09T02:00:00.000Z' }));
  expect(await open()).toEqual([]);
  await world.hear(hazardCorrected(no, 2, placed('140902', '140900')));
  expect(await open()).toEqual([]);
});
