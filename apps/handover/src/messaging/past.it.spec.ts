import type { PastHandovers } from '@bihuan/contracts';
import { assertNoDrift } from '@bihuan/platform/persistence';
import { hazardBrought, hazardRegistered, withdrawalApproved } from '@bihuan/testing/facts';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { DataSource } from 'typeorm';
import { hazard, type HandoverWorld, startHandover } from '../http/handover-world.fixture.ts';

/** Thursday 18 May, 09:00; handed over the same day, due on the 19th at 18:00. */
const registeredAt = '2023-05-18T01:00:00.000Z';
const [inTime, late] = ['2023-05-19T01:00:00.000Z', '2023-05-22T01:00:00.000Z'];
const due = '2023-05-19T10:00:00.000Z';
const reportedAt = '2023-10-09T01:00:00.000Z';

const handovers = (territorial: string | null, industry: string | null): PastHandovers['handovers'] => [
  { track: 'territorial', dispatchedAt: registeredAt, answeredAt: territorial },
  { track: 'industry', dispatchedAt: registeredAt, answeredAt: industry },
];
const past = (given: PastHandovers['handovers']): PastHandovers => ({
  reportedBy: 'SX-OFFICE',
  reportedByName: '省专项行动领导组办公室',
  reportedAt,
  handovers: given,
});

describe('handovers of the past', () => {
  let world: HandoverWorld;
  beforeAll(async () => {
    world = await startHandover();
  }, 60_000);
  afterAll(() => world.service.close());

  let serial = 100;
  const nextHazard = () => ({ ...hazard((serial += 1)), registeredAt });
  const byTrack = async (no: string) =>
    Object.fromEntries((await world.handoversOf(no)).map((handover) => [handover.track, handover]));

  it('keeps tables and entities the same', () => assertNoDrift(world.service.app.get(DataSource)));

  const bothWays: [
    string,
    (of: ReturnType<typeof nextHazard>, given: PastHandovers['handovers']) => Promise<void>,
  ][] = [
    [
      'the registration is heard of, then the loop asks',
      async (of, given) => {
        await world.hear(hazardBrought(of.hazardNo, { handovers: given }, { registeredAt }));
        await world.dispatch({ ...of, past: past(given) });
      },
    ],
    [
      'the loop asks, then the registration is heard of',
      async (of, given) => {
        await world.dispatch({ ...of, past: past(given) });
        await world.hear(hazardBrought(of.hazardNo, { handovers: given }, { registeredAt }));
      },
    ],
    [
      'both come twice and at once',
      async (of, given) => {
        const heard = hazardBrought(of.hazardNo, { handovers: given }, { registeredAt });
        const again = hazardBrought(of.hazardNo, { handovers: given }, { registeredAt });
        await Promise.all([
          world.hear(heard, heard, again),
          world.dispatch({ ...of, past: past(given) }),
          world.dispatch({ ...of, past: past(given) }),
        ]);
      },
    ],
  ];

  it.each(bothWays)('are written once where %s', async (_, arrange) => {
    const of = nextHazard();
    await arrange(of, handovers(inTime, late));
    const { territorial, industry, ...none } = await byTrack(of.hazardNo);
    expect(none).toEqual({});
    const answered = {
      ...{ status: 'acknowledged', version: 1, dispatchedAt: registeredAt, reported: true },
      ...{ answer: 'acknowledged', receipt: null, responsible: null },
    };
    expect(territorial?.documentNo).toBe(`${of.hazardNo}-T1`);
    expect(territorial).toMatchObject({ ...answered, orgCode: 'TY', answeredAt: inTime, late: false });
    expect(industry).toMatchObject({ ...answered, orgCode: 'SX-HOUSING', answeredAt: late, late: true });
    expect(await world.told(of.hazardNo)).toEqual(['handover.acknowledged', 'handover.acknowledged']);
    const clocks = await world.clocksOf(of.hazardNo);
    expect(clocks.map(({ kind, state, overdueAt }) => [kind, state, overdueAt]).sort()).toEqual([
      ['acknowledge', 'met', null],
      ['acknowledge', 'met', due],
      ['handOver', 'met', null],
    ]);
    expect(clocks.flatMap(({ rungsTaken }) => rungsTaken)).toEqual([]);
  });

  it('say in the audit trail who reported them', async () => {
    const of = nextHazard();
    await world.hear(hazardBrought(of.hazardNo, { handovers: handovers(inTime, inTime) }, { registeredAt }));
    const entries = await world.rows(`SELECT action, after FROM audit_entry WHERE subject = $1`, [
      of.hazardNo,
    ]);
    expect(entries).toHaveLength(2);
    for (const entry of entries)
      expect(entry).toMatchObject({
        action: 'handover.acknowledged',
        after: { reportedBy: 'SX-OFFICE', reportedByName: '省专项行动领导组办公室' },
      });
  });

  it('not answered yet run on under their true due, and nobody climbs what lies behind', async () => {
    const of = nextHazard();
    await world.hear(hazardBrought(of.hazardNo, { handovers: handovers(inTime, null) }, { registeredAt }));
    const { industry } = await byTrack(of.hazardNo);
    expect(industry).toMatchObject({ status: 'dispatched', answeredAt: null, overdue: true, dueAt: due });
    expect(await world.clock(of.hazardNo, 'acknowledge', industry!.handoverId)).toMatchObject({
      state: 'open',
      due,
      overdueAt: due,
      wakeAt: null,
      rungsTaken: [],
    });
    const skipped = await world.rows(
      `SELECT rung FROM clock_rung WHERE NOT taken AND clock_id LIKE $1 ORDER BY rung`,
      [`%${industry!.handoverId}`],
    );
    expect(skipped.map(({ rung }) => rung)).toEqual(['interview', 'leader', 'overdue', 'reminder']);
    expect(await world.told(of.hazardNo)).toContain('clock.opened');
  });

  it('with rungs still ahead are asked about at their time', async () => {
    const of = { ...nextHazard(), registeredAt: '2023-10-07T01:00:00.000Z' };
    const given = handovers(null, null).map((one) => ({ ...one, dispatchedAt: of.registeredAt }));
    await world.dispatch({ ...of, past: past(given) });
    const [clock] = (await world.clocksOf(of.hazardNo)).filter(({ kind }) => kind === 'acknowledge');
    // Saturday 7 October was worked, and so was the 8th: overdue since the evening before; next the leader.
    expect(clock).toMatchObject({
      due: '2023-10-08T10:00:00.000Z',
      overdueAt: '2023-10-08T10:00:00.000Z',
      wakeAt: '2023-10-11T10:00:00.000Z',
    });
  });

  it('of a struck-off hazard leave no clock open', async () => {
    const of = nextHazard();
    const struckOffAt = '2023-06-28T01:00:00.000Z';
    await world.hear(
      hazardBrought(of.hazardNo, { handovers: handovers(inTime, null), struckOffAt }, { registeredAt }),
    );
    const clocks = await world.clocksOf(of.hazardNo);
    expect(clocks.map(({ state }) => state).sort()).toEqual(['cancelled', 'met', 'met']);
    expect(await world.told(of.hazardNo)).toEqual(['handover.acknowledged', 'handover.dispatched']);
  });

  it('where there are none, the loop dispatches as ever, without a call for the months before', async () => {
    const of = nextHazard();
    await world.hear(hazardBrought(of.hazardNo, {}, { registeredAt }));
    expect(await world.handoversOf(of.hazardNo)).toEqual([]);
    await world.dispatch({ ...of, past: past([]) });
    expect(await byTrack(of.hazardNo)).toMatchObject({
      territorial: { status: 'dispatched', dispatchedAt: reportedAt },
      industry: { status: 'dispatched' },
    });
    expect(await world.clock(of.hazardNo, 'handOver')).toMatchObject({ state: 'met', overdueAt: due });
  });

  it('of one track alone leave the other to the loop', async () => {
    const of = nextHazard();
    const [territorial] = handovers(inTime, null);
    await world.hear(hazardBrought(of.hazardNo, { handovers: [territorial!] }, { registeredAt }));
    expect(await world.clock(of.hazardNo, 'handOver')).toMatchObject({ state: 'open', overdueAt: due });
    await world.dispatch({ ...of, past: past([territorial!]) });
    expect(await byTrack(of.hazardNo)).toMatchObject({
      territorial: { status: 'acknowledged' },
      industry: { status: 'dispatched', dispatchedAt: reportedAt },
    });
    expect((await world.clock(of.hazardNo, 'handOver'))?.state).toBe('met');
  });

  it('are not written for a hazard that was registered here, nor for a withdrawn one', async () => {
    const [plain, withdrawn] = [nextHazard(), nextHazard()];
    await world.hear(hazardRegistered(plain.hazardNo), withdrawalApproved(withdrawn.hazardNo));
    await world.hear(
      hazardBrought(withdrawn.hazardNo, { handovers: handovers(inTime, inTime) }, { registeredAt }),
    );
    expect(await world.handoversOf(plain.hazardNo)).toEqual([]);
    expect(await world.handoversOf(withdrawn.hazardNo)).toEqual([]);
  });
});
