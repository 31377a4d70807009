import type { HazardDetail } from '@bihuan/contracts';
import { emptyFacts, evolve, marksOf } from '@bihuan/process-core';
import { type HazardFact, hazardLife, isHazardEvent, publishFacts } from '@bihuan/testing/facts';
import type { TestService } from '@bihuan/testing/service';
import { eventually } from '@bihuan/testing/temporal';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { DataSource, In } from 'typeorm';
import { handler, registered, startLedger } from '../__fixtures__/ledger-world.ts';
import { HazardStatus } from '../persistence/hazard-status.entity.ts';

type Facts = HazardFact[];

let serial = 100;
const nextNo = () => `SX2023-140105-GAS-202310-00${String((serial += 1))}K`;

describe('the status view', () => {
  let service: TestService;
  let dataSource: DataSource;

  beforeAll(async () => {
    service = await startLedger();
    dataSource = service.app.get(DataSource);
  }, 60_000);

  afterAll(() => service.close());

  /** Publishes facts and waits until each was taken in. @returns the row of the hazard */
  async function hear(hazardNo: string, facts: Facts): Promise<HazardStatus> {
    await publishFacts(service.topics, facts);
    const ids = [...new Set(facts.map(({ id }) => id))];
    await eventually(
      () => dataSource.query<unknown[]>(`SELECT 1 FROM inbox WHERE message_id = ANY($1::uuid[])`, [ids]),
      (known) => known.length === ids.length,
    );
    return dataSource.manager.findOneByOrFail(HazardStatus, { hazardNo });
  }

  const orders: [string, (facts: Facts) => Facts][] = [
    ['as they happened', (facts) => facts],
    ['backwards', (facts) => facts.toReversed()],
    ['each twice', (facts) => facts.flatMap((fact) => [fact, fact])],
    ['registration last', ([first, ...rest]) => [...rest, first!]],
  ];

  it.each(orders)('comes to the same from the facts of a whole life, %s', async (_, arrange) => {
    const hazardNo = nextNo();
    const life = hazardLife(hazardNo);
    const row = await hear(hazardNo, arrange(life));
    const facts = life.filter(isHazardEvent).reduce(evolve, emptyFacts(hazardNo));
    expect(row).toMatchObject({ facts, state: 'struckOff', marks: marksOf(facts), overdue: false });
    expect(row.finished).toBe(false);
    expect(row.assignedOrgs.toSorted()).toEqual(['SX-HOUSING', 'TY']);
  });

  it('comes to the same for many hazards whose facts come from all topics at once', async () => {
    const lives = Array.from({ length: 30 }, () => hazardLife(nextNo()));
    const topics = Map.groupBy(lives.flat(), ({ type }) => type);
    await Promise.all(
      [...topics.values()].map((facts, n) =>
        hear(facts[0]!.aggregate.id, n % 2 === 0 ? facts : facts.toReversed()),
      ),
    );
    const rows = await dataSource.manager.findBy(HazardStatus, {
      hazardNo: In(lives.map(([first]) => first!.aggregate.id)),
    });
    const facts = new Map(rows.map((row) => [row.hazardNo, row.facts]));
    for (const life of lives) {
      const hazardNo = life[0]!.aggregate.id;
      expect(facts.get(hazardNo)).toEqual(life.filter(isHazardEvent).reduce(evolve, emptyFacts(hazardNo)));
    }
  });

  it('keeps what it heard before the registration', async () => {
    const hazardNo = nextNo();
    const life = hazardLife(hazardNo);
    const early = await hear(hazardNo, life.slice(1, 4));
    expect(early).toMatchObject({ state: 'handedOver', marks: { handedOver: expect.anything() } });
    expect(early.marks.found).toBeUndefined();
    const late = await hear(hazardNo, life.slice(0, 1));
    const at = '2023-09-30T16:30:00.000Z';
    expect(late).toMatchObject({ state: 'handedOver', marks: { found: { first: at, last: at } } });
  });

  it('is overdue from the rung that says so until the clock ends', async () => {
    const hazardNo = nextNo();
    const life = hazardLife(hazardNo);
    const upTo = (type: HazardFact['type']) => life.findIndex((fact) => fact.type === type);
    const before = await hear(hazardNo, life.slice(0, upTo('clock.rungTaken')));
    expect(before.overdue).toBe(false);
    const rung = upTo('clock.rungTaken');
    expect((await hear(hazardNo, life.slice(rung, rung + 1))).overdue).toBe(true);
    const ended = upTo('clock.ended');
    expect((await hear(hazardNo, life.slice(rung + 1, ended + 1))).overdue).toBe(false);
  });

  it('shows in the ledger, marks and all', async () => {
    const hazardNo = await registered(service);
    const [, ...others] = hazardLife(hazardNo);
    await hear(hazardNo, others.slice(0, 5));
    const { body } = await service.as(handler).get<HazardDetail>(`/hazards/${hazardNo}`);
    expect(body).toMatchObject({
      state: 'handedOver',
      overdue: true,
      marks: { found: expect.anything(), handedOver: expect.anything() },
    });
  });

  it('lets the organisations it was handed over to see the hazard', async () => {
    const hazardNo = await registered(service);
    const taiyuan = service.as({ scope: { orgs: ['TY'] } });
    expect((await taiyuan.get(`/hazards/${hazardNo}`)).status).toBe(404);
    await hear(hazardNo, hazardLife(hazardNo).slice(1, 3));
    expect((await taiyuan.get(`/hazards/${hazardNo}`)).status).toBe(200);
    expect((await service.as({ scope: { orgs: ['DT'] } }).get(`/hazards/${hazardNo}`)).status).toBe(404);
  });
});
