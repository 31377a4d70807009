import type { InterviewReply } from '@bihuan/contracts';
import { afterAll, afterEach, beforeEach, beforeAll, describe, expect, it } from '@jest/globals';
import { registered } from '../__fixtures__/facts.ts';
import { withdrawalOf } from '../__fixtures__/petitions.ts';
import { due, lastRungAt, rungOf, rungOfEdition } from '../__fixtures__/rungs.ts';
import {
  type CallerName,
  startSupervision,
  type SupervisionWorld,
} from '../__fixtures__/supervision-world.ts';
import type { FactOfCase } from './case-facts.ts';

let world: SupervisionWorld;
beforeAll(async () => (world = await startSupervision('2023-11-07T18:00:00+08:00')), 60_000);
beforeEach(() => world.rows(`TRUNCATE interview, interview_cause`));
afterAll(() => world.close());

let serial = 600;
const nextNo = () => `SX2023-140105-GAS-202310-00${String((serial += 1))}K`;
async function list(query = '', by: CallerName = 'officeHandler'): Promise<InterviewReply[]> {
  const { body } = await world.as(by).get<{ items: InterviewReply[] }>(`/interviews${query}`);
  return body.items;
}
const told = async ({ interviewId }: Pick<InterviewReply, 'interviewId'>) =>
  (
    await world.rows<{ type: string; aggregate: string }>(
      `SELECT type, envelope->'aggregate'->>'type' AS aggregate FROM outbox WHERE key = $1 ORDER BY seq`,
      [interviewId],
    )
  ).map(({ type, aggregate }) => `${aggregate}: ${type}`);

describe('the last rung of a clock', () => {
  it('opens an interview of the leader of the organisation that did not act, by the leader one level up', async () => {
    const no = nextNo();
    await world.hear([registered(no), rungOf(no)]);
    const [interview, ...others] = await list();
    expect(others).toEqual([]);
    expect(interview).toEqual({
      interviewId: expect.any(String),
      interviewNo: 'SX2023-I-0001',
      state: 'open',
      interviewee: { orgCode: 'GOV-140100', orgName: '太原市人民政府' },
      interviewer: { orgCode: 'SX-GOV', orgName: '省人民政府' },
      openedAt: expect.stringMatching(/^2023-11-07T10:/),
      cancelledAt: null,
      causes: [
        {
          clockId: `supervision.rectify.${no}`,
          kind: 'rectify',
          hazardNo: no,
          due,
          at: lastRungAt,
          why: expect.stringContaining('the ladder ends in a warning interview'),
        },
      ],
    });
    expect(interview && (await told(interview))).toEqual(['interview: interview.opened']);
    const audit = await world.rows(`SELECT action FROM audit_entry WHERE subject = $1`, [no]);
    expect(audit).toContainEqual({ action: 'interview.opened' });
  });

  const orders: [string, (facts: FactOfCase[]) => FactOfCase[]][] = [
    ['in order', (facts) => facts],
    ['backwards', (facts) => facts.toReversed()],
    ['each twice', (facts) => facts.flatMap((fact) => [fact, fact])],
  ];
  it.each(orders)('joins the one that is open, from whichever owner: %s', async (_, arrange) => {
    const [one, two] = [nextNo(), nextNo()];
    const subject = crypto.randomUUID();
    await world.hear(
      arrange([
        registered(one),
        rungOf(one, { owner: 'handover', kind: 'acknowledge', subject }),
        registered(two),
        rungOf(two),
        rungOf(two, { kind: 'plan' }),
      ]),
    );
    const interviews = await list();
    expect(interviews).toHaveLength(1);
    const causes = interviews.flatMap((each) => each.causes.map(({ clockId }) => clockId));
    expect(causes.sort()).toEqual(
      [`handover.acknowledge.${subject}`, `supervision.plan.${two}`, `supervision.rectify.${two}`].sort(),
    );
    expect(interviews[0] && (await told(interviews[0]))).toEqual([
      'interview: interview.opened',
      'interview: interview.joined',
      'interview: interview.joined',
    ]);
  });

  it('joins again where the date was extended and missed once more; told again, it does not', async () => {
    const [no, dueAt] = [nextNo(), '2023-10-31T10:00:00.000Z'];
    await world.hear([rungOf(no), rungOf(no, { dueAt }), rungOf(no, { dueAt })]);
    const [interview] = await list();
    expect(interview?.causes.map((cause) => cause.due)).toEqual([due, dueAt]);
  });

  it('opens one for each organisation, also for a clock without a hazard; rungs below it open none', async () => {
    const no = nextNo();
    const zjt = { orgCode: 'SX-ZJT', orgName: '省住房和城乡建设厅' };
    await world.hear([
      rungOf(no),
      rungOf(no, { kind: 'accept', ...zjt }),
      rungOf(nextNo(), { rung: 'leader', orgCode: 'GOV-140200', orgName: '大同市人民政府' }),
      rungOfEdition('2023-10'),
    ]);
    const interviews = await list();
    expect(interviews.map(({ interviewee }) => interviewee.orgCode).sort()).toEqual([
      'GOV-140100',
      'SX-OFFICE',
      'SX-ZJT',
    ]);
    expect(new Set(interviews.map(({ interviewNo }) => interviewNo)).size).toBe(3);
    const [edition] = await list('?orgCode=SX-OFFICE');
    expect(edition).toMatchObject({
      interviewer: { orgCode: 'SX-GOV' },
      causes: [{ hazardNo: null, kind: 'monthlyEdition' }],
    });
  });
});

describe('a rung that a release without interviews had taken', () => {
  afterEach(() => world.rows(`TRUNCATE interview_start`));

  it('opens none; one that was taken since then does, whichever is heard first', async () => {
    await world.rows(`INSERT INTO interview_start VALUES ($1)`, [lastRungAt]);
    const [before, since] = [nextNo(), nextNo()];
    await world.hear([
      rungOf(since, { at: '2023-11-07T10:00:00.001Z' }),
      rungOf(before, { orgCode: 'SX-ZJT', orgName: '省住房和城乡建设厅' }),
    ]);
    const interviews = await list();
    expect(interviews.flatMap(({ causes }) => causes.map(({ hazardNo }) => hazardNo))).toEqual([since]);
  });
});

describe('a withdrawn hazard', () => {
  it('leaves the interview, which goes on about the others', async () => {
    const [one, two] = [nextNo(), nextNo()];
    await world.hear([registered(one), registered(two), rungOf(one), rungOf(two)]);
    await world.hear([withdrawalOf(one)]);
    const [interview] = await list('?state=open');
    expect(interview?.causes.map(({ hazardNo }) => hazardNo)).toEqual([two]);
  });

  it('cancels one that was about it alone; the next late clock opens another', async () => {
    const [one, two] = [nextNo(), nextNo()];
    await world.hear([registered(one), rungOf(one)]);
    await world.hear([withdrawalOf(one)]);
    expect(await list('?state=open')).toEqual([]);
    const [cancelled] = await list('?state=cancelled');
    expect(cancelled).toMatchObject({ cancelledAt: expect.any(String), causes: [] });
    expect(cancelled && (await told(cancelled))).toEqual([
      'interview: interview.opened',
      'interview: interview.cancelled',
    ]);
    await world.hear([rungOf(two)]);
    expect(await list('?state=open')).toMatchObject([{ interviewNo: 'SX2023-I-0002' }]);
  });

  it('opens none where the rung is heard after the withdrawal', async () => {
    const no = nextNo();
    await world.hear([registered(no)]);
    await world.hear([withdrawalOf(no)]);
    await world.hear([rungOf(no)]);
    expect(await list()).toEqual([]);
  });
});

describe('who sees an interview', () => {
  const departments = { orgCode: 'SX-ZJT', orgName: '省住房和城乡建设厅' };
  it('sees what concerns its own organisation whole, and else the hazards in its scope', async () => {
    const [here, there] = [nextNo(), nextNo()];
    await world.hear([
      registered(here),
      rungOf(here, { kind: 'accept', ...departments }),
      rungOf(there, { kind: 'accept', ...departments }),
    ]);
    const seenBy = async (by: CallerName) =>
      (await list('', by)).map(({ causes }) => causes.map(({ hazardNo }) => hazardNo));
    expect(await seenBy('lead')).toEqual([[here, there]]);
    expect(await seenBy('officeLeader')).toEqual([[here, there]]);
    // Nobody has registered the other one yet, as far as supervision knows: it is in no scope.
    expect(await seenBy('cityHandler')).toEqual([[here]]);
    expect(await seenBy('enterprise')).toEqual([[here]]);
    expect(await seenBy('otherCity')).toEqual([]);
  });

  it('reads it page by page, the latest first', async () => {
    await world.hear([rungOf(nextNo()), rungOfEdition('2023-10')]);
    const { body } = await world
      .as('governor')
      .get<{ items: InterviewReply[]; next: string }>('/interviews?limit=1');
    const rest = await list(`?after=${body.next}`, 'governor');
    expect([...body.items, ...rest]).toEqual(await list('', 'governor'));
    expect(rest).toHaveLength(1);
    const bad = await world.as('governor').get('/interviews?after=x');
    expect([bad.status, bad.body]).toMatchObject([400, { code: 'request.cursorInvalid' }]);
  });
});
