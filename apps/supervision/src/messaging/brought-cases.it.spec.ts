import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { brought, handover } from '../__fixtures__/facts.ts';
import { startSupervision, type SupervisionWorld } from '../__fixtures__/supervision-world.ts';
import type { HeardFact } from '../domain/known-case.ts';

let world: SupervisionWorld;
beforeAll(async () => (world = await startSupervision()), 60_000);
afterAll(() => world.close());

let serial = 200;
const nextNo = () => `SX2023-140105-GAS-202310-00${String((serial += 1))}K`;
const told = async (no: string): Promise<string[]> =>
  (await world.rows<{ type: string }>(`SELECT type FROM outbox WHERE key = $1 ORDER BY seq`, [no])).map(
    ({ type }) => type,
  );
const caseOf = async (no: string) =>
  (
    await world.rows<Record<string, unknown>>(
      `SELECT state, territorial_org FROM hazard_case WHERE hazard_no = $1`,
      [no],
    )
  )[0];

describe('a hazard that a ledger brought', () => {
  const at = (day: string) => `2023-${day}T01:00:00.000Z`;
  const long = { registeredAt: at('05-18'), deadline: '2023-06-17T10:00:00.000Z' };
  const handovers = (['territorial', 'industry'] as const).map((track) => ({
    track,
    dispatchedAt: at('05-18'),
    answeredAt: at('05-19'),
  }));
  const answered = (no: string): HeardFact[] =>
    (['territorial', 'industry'] as const).map((track) =>
      handover({ no, track, status: 'acknowledged', at: at('05-19') }),
    );

  it('struck off in the past has its facts, its rows and its met clocks, and nothing that runs', async () => {
    const no = nextNo();
    const past = {
      handovers,
      planFiledAt: at('05-23'),
      completedAt: at('06-20'),
      acceptedAt: at('06-25'),
      struckOffAt: at('06-28'),
    };
    await world.hear([brought(past, long, no), ...answered(no)]);
    expect(await told(no)).toEqual([
      'plan.filed',
      'completion.reported',
      'acceptance.applied',
      'acceptance.decided',
      'hazard.struckOff',
    ]);
    expect(await caseOf(no)).toMatchObject({ state: 'struckOff', territorial_org: 'GOV-140100' });
    const clocks = Object.entries(await world.clocks(no)).map(([name, { state, overdueAt }]) => [
      name,
      state,
      overdueAt,
    ]);
    expect(clocks.sort()).toEqual([
      ['accept', 'met', null],
      ['plan', 'met', null],
      ['rectify', 'met', long.deadline],
      ['strikeOff', 'met', null],
    ]);
    const rows = await world.rows(
      `SELECT brought_by FROM plan WHERE hazard_no = $1
       UNION ALL SELECT brought_by FROM completion_report WHERE hazard_no = $1 AND NOT on_time
       UNION ALL SELECT brought_by FROM acceptance WHERE hazard_no = $1 AND passed
       UNION ALL SELECT brought_by FROM strike_off WHERE hazard_no = $1 AND struck_off_at = $2`,
      [no, at('06-28')],
    );
    expect(rows).toEqual(Array.from({ length: 4 }, () => ({ brought_by: 'SX-OFFICE' })));
    const audit = await world.rows<{ after: object }>(`SELECT after FROM audit_entry WHERE subject = $1`, [
      no,
    ]);
    expect(audit).toHaveLength(5);
    for (const { after } of audit)
      expect(after).toMatchObject({ reportedBy: 'SX-OFFICE', reportedByName: '省专项行动领导组办公室' });
  });

  it.each<[string, (facts: HeardFact[]) => HeardFact[]]>([
    ['in order', (facts) => facts],
    ['backwards', (facts) => facts.toReversed()],
    ['each twice', (facts) => facts.flatMap((fact) => [fact, fact])],
  ])(
    'open and overdue has its true dates, and nobody is told of the months before: %s',
    async (_, arrange) => {
      const no = nextNo();
      await world.hear(arrange([brought({ handovers }, long, no), ...answered(no)]));
      const { rectify, plan: filing, progress, ...none } = await world.clocks(no);
      expect(none).toEqual({});
      expect(rectify).toMatchObject({
        state: 'open',
        due: long.deadline,
        overdueAt: long.deadline,
        wakeAt: null,
        rungsTaken: [],
      });
      expect(filing).toMatchObject({
        state: 'open',
        startedAt: at('05-19'),
        overdueAt: '2023-05-24T10:00:00.000Z',
        wakeAt: null,
      });
      // Brought on Monday 9 October: ten days later is a Thursday.
      expect(progress).toMatchObject({
        startedAt: '2023-10-09T01:00:00.000Z',
        due: '2023-10-19T10:00:00.000Z',
        overdueAt: null,
      });
      expect(progress?.wakeAt).not.toBeNull();
      expect(await told(no)).toEqual(['clock.opened', 'clock.opened', 'clock.opened']);
    },
  );

  it('goes on here where the past ends; who brought the ledger may accept', async () => {
    const no = nextNo();
    const past = { handovers, planFiledAt: at('05-23'), completedAt: at('06-10') };
    await world.hear([brought(past, long, no), ...answered(no)]);
    expect(Object.values(await world.clocks(no)).map(({ state }) => state)).toEqual(['met', 'met']);
    const apply = await world
      .as('cityHandler')
      .post(`/hazards/${no}/acceptance/application`, { statement: '已完成' });
    expect(apply.status).toBe(200);
    const verdict = await world.as('officeHandler').post(`/hazards/${no}/acceptance/verdict`, {
      passed: true,
      opinion: '到位',
      visitedOn: '2023-10-09',
    });
    expect(verdict.status).toBe(200);
    expect((await world.as('cityLeader').post(`/hazards/${no}/strike-off`, { opinion: '同意' })).status).toBe(
      200,
    );
  });
});
