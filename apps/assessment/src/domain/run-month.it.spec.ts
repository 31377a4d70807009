import { serviceActor, UnitOfWork } from '@bihuan/platform/commands';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type AssessmentWorld, october, startAssessment } from '../__fixtures__/assessment-world.ts';
import { disclosedIn, hazardNoOf, lifeOf, registeredIn } from '../__fixtures__/editions.ts';
import { monthsBetween } from '@bihuan/process-core';
import { hazardRegistered, rectifyClock } from '@bihuan/testing/facts';
import { CityAssessmentRow } from '../persistence/city-assessment.entity.ts';
import { MonthAssessment } from '../persistence/month-assessment.entity.ts';
import { AssessMonth } from './assess-month.ts';
import { OpenMonth } from './open-month.ts';
import { TellHazards } from './tell-hazards.ts';

const origin = { actor: serviceActor('test'), correlationId: 'test' };
const [first, second, third] = [1, 2, 3].map(hazardNoOf) as [string, string, string];

let world: AssessmentWorld;
beforeAll(async () => {
  world = await startAssessment();
}, 60_000);
afterAll(() => world.close());

const rowsOf = (month = '2023-10') =>
  world.dataSource.manager.find(CityAssessmentRow, { where: { month }, order: { cityCode: 'ASC' } });
const monthOf = (month = '2023-10') => world.dataSource.manager.findOneByOrFail(MonthAssessment, { month });
/** Begins anew, with nothing but the months before October. */
const forget = async () => {
  await world.dataSource.query(
    `TRUNCATE city_assessment, month_assessment, edition_cut, figure_revision, hazard_measure, measured_round,
       measured_handover`,
  );
  await world.pass(monthsBetween('2023-05', '2023-09'));
  await world.dataSource.query(`TRUNCATE outbox`);
};

describe('the month waits', () => {
  beforeAll(forget);

  it('until the one before has been assessed', async () => {
    await world.dataSource.query(`UPDATE month_assessment SET assessed_at = NULL WHERE month = '2023-08'`);
    await expect(world.run()).rejects.toMatchObject({
      code: 'assessment.earlierMonthOpen',
      status: 503,
      params: { month: '2023-08' },
    });
    await world.dataSource.query(`UPDATE month_assessment SET assessed_at = now() WHERE month = '2023-08'`);
  });

  it('until its edition has been published, and stands in the list meanwhile', async () => {
    await expect(world.run()).rejects.toMatchObject({ code: 'assessment.editionAwaited', status: 503 });
    expect(await monthOf()).toMatchObject({ assessedAt: null, publishedAt: null });
    expect(await rowsOf()).toEqual([]);
  });

  const edition = { month: '2023-10', found: [first, second], struckOff: [first] };
  it('until the hazards of the edition have been heard of, naming how many are missing', async () => {
    await world.hear([registeredIn(1), registeredIn(2), ...disclosedIn({ ...edition, found: [first] })]);
    await world.announce(edition);
    await expect(world.run()).rejects.toMatchObject({
      code: 'assessment.factsBehind',
      status: 503,
      params: { month: '2023-10', found: 1, foundOf: 2, struckOff: 1, struckOffOf: 1 },
    });
  });

  it('also where the numbers agree but the hazards do not', async () => {
    await world.hear([registeredIn(3), ...disclosedIn({ ...edition, found: [third], struckOff: [] })]);
    await expect(world.run()).rejects.toMatchObject({
      code: 'assessment.factsBehind',
      params: { found: 2, foundOf: 2 },
    });
    expect(await rowsOf()).toEqual([]);
    expect(await world.told('hazard.assessed')).toEqual([]);
  });

  it('until each hazard’s registration has been heard: no city could be told of it', async () => {
    await forget();
    await world.hear(disclosedIn(edition));
    await world.announce(edition);
    await expect(world.run()).rejects.toMatchObject({ params: { found: 0, foundOf: 2 } });
    await world.hear([registeredIn(1), registeredIn(2)]);
    expect(await world.run()).toMatchObject({ found: 2, struckOff: 1 });
  });
});

describe('a month that cannot be assessed', () => {
  it.each([
    ['has not ended', '2023-11', 'month.notEnded'],
    ['lies before the first edition', '2023-04', 'month.outsideCampaign'],
  ])('%s', async (_, month, code) => {
    await expect(world.run({ campaignCode: 'SX2023', month })).rejects.toMatchObject({ code });
    expect(await world.dataSource.manager.findBy(MonthAssessment, { month })).toEqual([]);
  });

  it('of no campaign', async () => {
    await expect(world.run({ campaignCode: 'NONE', month: '2023-10' })).rejects.toMatchObject({
      code: 'campaign.unknown',
    });
  });
});

describe('an assessed month', () => {
  const ofDatong = [11, 12];
  const edition = {
    month: '2023-10',
    found: [first, second, third, ...ofDatong.map(hazardNoOf)],
    struckOff: [first, hazardNoOf(11)],
  };

  beforeAll(async () => {
    await forget();
    await world.hear([...[1, 2, 3].map((serial) => registeredIn(serial)), ...lifeOf(4)]);
    await world.hear(ofDatong.map((serial) => registeredIn(serial, '140200')));
    await world.publish(edition, 6);
    await Promise.all([world.run(), world.run(), world.run()]);
    await world.run();
  });

  it('agrees with its edition by construction', async () => {
    const cities = await rowsOf();
    const sum = (count: (row: CityAssessmentRow) => number) =>
      cities.reduce((total, row) => total + count(row), 0);
    expect(sum(({ found }) => found)).toBe(edition.found.length);
    expect(sum(({ struckOff }) => struckOff)).toBe(edition.struckOff.length);
    expect(cities).toMatchObject([
      { cityCode: '140100', nameZh: '太原市', nameEn: 'Taiyuan', found: 3, struckOff: 1, rank: 1 },
      { cityCode: '140200', found: 2, struckOff: 1, rank: null },
    ]);
  });

  it('is told once of each hazard found or struck off, however often it was asked for', async () => {
    const told = await world.told('hazard.assessed');
    expect(told.map(({ data }) => [data.hazardNo, data.strikeOffAssessed])).toEqual(
      edition.found.map((hazardNo) => [hazardNo, edition.struckOff.includes(hazardNo)]),
    );
    for (const { aggregate, data } of told) {
      expect(aggregate).toEqual({ type: 'hazard', id: data.hazardNo });
      expect(data).toMatchObject({ month: '2023-10', assessedAt: '2023-11-08T01:00:00.000Z' });
    }
    const published = await world.told('assessment.published');
    expect(published).toMatchObject([
      {
        aggregate: { type: 'assessment', id: 'SX2023.2023-10' },
        data: { ...october, assessedAt: '2023-11-08T01:00:00.000Z' },
      },
    ]);
  });

  it('stands on the audit trail: counted once, with the cut it counts', async () => {
    const counted = await world.dataSource.query<{ after: unknown }[]>(
      `SELECT after FROM audit_entry WHERE action = 'assessment.counted' AND subject = 'SX2023.2023-10'
         AND after->>'found' = $1`,
      [String(edition.found.length)],
    );
    expect(counted).toEqual([
      {
        after: {
          found: edition.found.length,
          struckOff: edition.struckOff.length,
          digest: (await world.cutOf(edition)).digest,
          cities: 2,
          comparedWith: '2023-09',
        },
      },
    ]);
  });

  it('does not change when more is heard of its hazards', async () => {
    const before = await rowsOf();
    await world.hear(lifeOf(2));
    await world.run();
    expect(await rowsOf()).toEqual(before);
  });
});

describe('a deadline that was moved', () => {
  const numbers = [21, 22, 23].map(hazardNoOf) as [string, string, string];
  const [inTime, tooLate, stopped] = numbers;
  const deadline = '2023-10-20T10:00:00.000Z';
  const granted = '2023-11-20T10:00:00.000Z';

  beforeAll(async () => {
    await forget();
    await world.hear([
      // The clocks are heard of before the hazards, and the change before the start.
      rectifyClock(inTime, 2, { due: granted, at: '2023-10-31T15:59:59.999Z' }),
      rectifyClock(tooLate, 2, { due: granted, at: '2023-10-31T16:00:00.000Z' }),
      rectifyClock(stopped, 2, { due: deadline, paused: true, at: '2023-10-12T02:00:00.000Z' }),
      ...numbers.map((no) => rectifyClock(no, 1, { due: deadline, at: '2023-10-01T02:00:00.000Z' })),
      ...numbers.map((no) => hazardRegistered(no, { deadline })),
    ]);
    await world.publish({ month: '2023-10', found: numbers, struckOff: [] }, 6);
    await world.run();
  });

  it('counts as it stood at the month’s end: granted the moment after, or standing still then', async () => {
    expect(await rowsOf()).toMatchObject([
      { cityCode: '140100', foundTotal: 3, due: 1, overdue: 1, notYetDue: 2 },
      { cityCode: '140200', foundTotal: 0 },
    ]);
  });
});

describe('a crash between two parts of the telling', () => {
  const numbers = Array.from({ length: 1_100 }, (_, n) => hazardNoOf(n));

  beforeAll(async () => {
    await forget();
    await world.dataSource.query(
      `INSERT INTO hazard_measure (hazard_no, facts, state, campaign_code, city_code, found_month)
       SELECT no, '{}', 'registered', 'SX2023', '140100', '2023-10' FROM unnest($1::text[]) AS no`,
      [numbers],
    );
    await world.announce({ month: '2023-10', found: numbers, struckOff: [] });
  });

  it('tells each hazard once all the same, going on from what was committed', async () => {
    const { app } = world.service;
    const [units, tell] = [app.get(UnitOfWork), app.get(TellHazards)];
    // The process dies after the second part was written and before it was committed.
    await units.run(origin, (work) => app.get(OpenMonth).execute(work, october));
    await units.run(origin, (work) => app.get(AssessMonth).execute(work, october));
    expect(await units.run(origin, (work) => tell.execute(work, october))).toBe(true);
    const killed = units.run(origin, async (work) => {
      await tell.execute(work, october);
      throw new Error('killed');
    });
    await expect(killed).rejects.toThrow('killed');
    expect(await world.told('hazard.assessed')).toHaveLength(500);
    expect(await monthOf()).toMatchObject({ toldTo: hazardNoOf(499), publishedAt: null });

    await world.run();
    const told = await world.told('hazard.assessed');
    expect(told.map(({ data }) => data.hazardNo)).toEqual(numbers);
    expect(await world.told('assessment.published')).toHaveLength(1);
    expect(await units.run(origin, (work) => tell.execute(work, october))).toBe(false);
  });
});
