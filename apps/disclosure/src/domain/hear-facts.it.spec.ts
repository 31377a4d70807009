import { serviceActor, UnitOfWork } from '@bihuan/platform/commands';
import { hazardLife, isHazardEvent } from '@bihuan/testing/facts';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type DisclosureWorld, startDisclosure } from '../__fixtures__/disclosure-world.ts';
import { nextNo, pastOf, registered, struckOff, withdrawalApproved } from '../__fixtures__/facts.ts';
import { MaterialFactsConsumer } from '../messaging/material-facts.ts';
import { emptyMaterial, evolveMaterial } from './material.ts';
import { StrikeOffClocks } from './strike-off-clocks.ts';

let world: DisclosureWorld;
beforeAll(async () => (world = await startDisclosure()), 60_000);
afterAll(() => world.close());

const at = '2023-10-09T02:00:00.000Z';
const clocksOf = (hazardNo: string) =>
  world.rows<{ id: string; state: string; due: Date }>(
    `SELECT id, state, due FROM clock WHERE hazard_no = $1`,
    [hazardNo],
  );

describe('a batch of facts', () => {
  it('is folded at once to what its facts come to one by one', async () => {
    const lives = [nextNo(), nextNo(), nextNo()].map((no) => hazardLife(no).filter(isHazardEvent));
    const mixed = lives[0]!.flatMap((_, i) => lives.map((life) => life.at(-1 - i)!));
    const origin = { actor: serviceActor('disclosure'), correlationId: 'test' };
    await world.app
      .get(UnitOfWork)
      .run(origin, (work) => world.app.get(MaterialFactsConsumer).handleAll(work, mixed));
    for (const life of lives) {
      const [{ data }] = life as [(typeof life)[number]];
      const [row] = await world.rows(`SELECT facts FROM edition_material WHERE hazard_no = $1`, [
        data.hazardNo,
      ]);
      expect(row).toEqual({ facts: life.reduce(evolveMaterial, emptyMaterial(data.hazardNo)) });
      expect(await clocksOf(data.hazardNo)).toHaveLength(1);
    }
  });
});

describe('the clock of a strike-off', () => {
  const facts = (no: string) => [registered(no, { at }), struckOff(no, '2023-10-09T03:00:00.000Z')];

  it.each([
    ['as they happened', facts],
    ['the other way round', (no: string) => facts(no).toReversed()],
    ['each twice', (no: string) => facts(no).flatMap((fact) => [fact, fact])],
  ])('is opened once, from the day it was signed: facts %s', async (_, arrange) => {
    const no = nextNo();
    await world.hear(arrange(no));
    // Five working days after Monday.
    expect(await clocksOf(no)).toEqual([
      {
        id: `disclosure.publishStrikeOff.${no}`,
        state: 'open',
        due: new Date('2023-10-16T10:00:00.000Z'),
      },
    ]);
  });

  it('is not opened for what was struck off before its ledger was brought', async () => {
    const no = nextNo();
    const past = '2023-06-28T01:00:00.000Z';
    await world.hear([struckOff(no, past), registered(no, { at, more: { history: pastOf(past) } })]);
    expect(await clocksOf(no)).toEqual([]);
  });
});

describe('a withdrawal', () => {
  it('is confirmed, and the clocks of the hazard are cancelled', async () => {
    const no = nextNo();
    await world.hear([registered(no, { at })]);
    await world.app
      .get(UnitOfWork)
      .run({ actor: serviceActor('disclosure'), correlationId: 'test' }, (work) =>
        world.app.get(StrikeOffClocks).open(work, {
          hazardNo: no,
          campaignCode: 'SX2023',
          registeredAt: at,
          struckOffAt: at,
        }),
      );
    await world.hear([withdrawalApproved(no, at)]);
    const confirmed = await world.announced('withdrawal.confirmed');
    expect(confirmed.at(-1)?.data).toMatchObject({ hazardNo: no, owner: 'disclosure', outcome: 'ended' });
    expect(await clocksOf(no)).toMatchObject([{ state: 'cancelled' }]);
  });

  it('of a hazard that was struck off says so, and leaves its clock running', async () => {
    const no = nextNo();
    await world.hear([registered(no, { at }), struckOff(no, at), withdrawalApproved(no, at)]);
    const confirmed = await world.announced('withdrawal.confirmed');
    expect(confirmed.at(-1)?.data).toMatchObject({ hazardNo: no, outcome: 'struckOff' });
    expect(await clocksOf(no)).toMatchObject([{ state: 'open' }]);
  });
});
