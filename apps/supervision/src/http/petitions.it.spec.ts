import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { deadline, registered, untilRectifying } from '../__fixtures__/facts.ts';
import { agree, decide, evidenceId, evidenceOf, file, petition, refuse } from '../__fixtures__/petitions.ts';
import { plan, startSupervision, type SupervisionWorld } from '../__fixtures__/supervision-world.ts';

let world: SupervisionWorld;
beforeAll(async () => (world = await startSupervision()), 60_000);
afterAll(() => world.close());

let serial = 400;
const nextNo = () => `SX2023-140105-GAS-202310-00${String((serial += 1))}K`;
const factsOf = (no: string) =>
  world.rows<{ type: string; data: Record<string, unknown> }>(
    `SELECT type, envelope->'data' AS data FROM outbox WHERE key = $1 AND type LIKE 'petition.%' ORDER BY seq`,
    [no],
  );
const audited = async (no: string) =>
  (
    await world.rows<{ action: string }>(
      `SELECT action FROM audit_entry WHERE subject = $1 AND action LIKE 'petition.%' ORDER BY seq`,
      [no],
    )
  ).map(({ action }) => action);
const stateOf = async (no: string) =>
  (await world.rows<{ state: string }>(`SELECT state FROM hazard_case WHERE hazard_no = $1`, [no]))[0]?.state;

async function rectifying(): Promise<string> {
  const no = nextNo();
  await world.hear([...untilRectifying(no), evidenceOf(no)]);
  return no;
}

describe('a petition that is agreed to', () => {
  let [no, id] = ['', ''];

  it('is taken from the enterprise, and waits for the campaign office under a clock of its own', async () => {
    no = await rectifying();
    const { status, body } = await file(world, no, 'enterprise');
    id = body.petitionId;
    expect([status, body]).toEqual([
      201,
      {
        petitionId: id,
        hazardNo: no,
        round: 1,
        state: 'pending',
        ...petition,
        runningDue: deadline,
        fileBy: '2023-11-01T10:00:00.000Z',
        late: false,
        filed: {
          by: { person: 'enterprise', orgCode: 'ENT-DEMO' },
          at: expect.stringMatching(/^2023-10-09T07/),
        },
        decision: {
          orgCode: 'SX-OFFICE',
          orgName: '省专项行动领导组办公室',
          due: '2023-10-12T10:00:00.000Z',
        },
        decided: null,
        lapsedAt: null,
      },
    ]);
    const clocks = Object.values(await world.clocks(no));
    const decision = clocks.find(({ kind }) => kind === 'extensionDecision');
    expect(decision).toMatchObject({ state: 'open', clockId: `supervision.extensionDecision.${id}` });
    expect(clocks.find(({ kind }) => kind === 'rectify')).toMatchObject({ due: deadline, version: 1 });
  });

  it('moves the clock of rectification, whose ladder follows; the hazard stays where it stands', async () => {
    const { status, body } = await decide(world, no, id, 'officeHandler', agree);
    expect([status, body]).toMatchObject([
      200,
      {
        state: 'agreed',
        decided: { until: '2023-11-29', opinion: agree.opinion, by: { orgCode: 'SX-OFFICE' } },
      },
    ]);
    const { rectify, plan: filing, ...others } = await world.clocks(no);
    expect(rectify).toMatchObject({
      state: 'open',
      version: 2,
      startedAt: '2023-10-09T01:00:00.000Z',
      due: '2023-11-29T10:00:00.000Z',
      wakeAt: '2023-11-24T10:00:00.000Z',
      explanation: expect.stringContaining('Extended, as approved, until 2023-11-29 18:00'),
      changes: [
        {
          kind: 'extension',
          dueBefore: deadline,
          dueAfter: '2023-11-29T10:00:00.000Z',
          reason: agree.opinion,
          reference: id,
          orgCode: 'SX-OFFICE',
        },
      ],
    });
    expect(filing?.state).toBe('open');
    expect(Object.values(others).find(({ kind }) => kind === 'extensionDecision')).toMatchObject({
      state: 'met',
      overdueAt: null,
    });
    expect(await stateOf(no)).toBe('rectifying');
    const moved = await world.rows(`SELECT 1 FROM outbox WHERE key = $1 AND type = 'clock.moved'`, [no]);
    expect(moved).toHaveLength(1);
  });

  it('was announced and is on record, with who asked for what and what was granted', async () => {
    expect(await factsOf(no)).toMatchObject([
      {
        type: 'petition.filed',
        data: {
          petitionId: id,
          filedOrg: 'ENT-DEMO',
          late: false,
          until: '2023-11-29',
          runningDue: deadline,
        },
      },
      {
        type: 'petition.decided',
        data: { petitionId: id, agreed: true, deadline: '2023-11-29T10:00:00.000Z', filedOrg: 'ENT-DEMO' },
      },
    ]);
    expect(await audited(no)).toEqual(['petition.filed', 'petition.decided']);
  });

  it('lets completion after the old date and before the new one be in time', async () => {
    await world.as('cityHandler').post(`/hazards/${no}/plan`, plan);
    world.service.clock.advanceTo('2023-11-20T10:00:00+08:00');
    const done = { summary: '已更换', finishedOn: '2023-11-20' };
    expect((await world.as('enterprise').post(`/hazards/${no}/completion`, done)).status).toBe(200);
    const { rectify } = await world.clocks(no);
    expect(rectify).toMatchObject({ state: 'met', overdueAt: null });
    const reports = await world.rows(`SELECT on_time FROM completion_report WHERE hazard_no = $1`, [no]);
    expect(reports).toEqual([{ on_time: true }]);
  });
});

describe('a petition that is refused', () => {
  it('leaves the old date, and another may be filed; the list shows both, the latest first', async () => {
    const no = await longOne();
    const { body: first } = await file(world, no, 'countyHandler', { until: '2024-03-29' });
    const refused = await decide(world, no, first.petitionId, 'officeLeader', refuse);
    expect([refused.status, refused.body]).toMatchObject([
      200,
      { state: 'refused', decided: { until: null, opinion: '不同意' } },
    ]);
    expect((await world.clocks(no))['rectify']).toMatchObject({
      due: '2024-03-08T10:00:00.000Z',
      version: 1,
    });
    const [, fact] = await factsOf(no);
    expect(fact?.data).toMatchObject({ agreed: false, deadline: '2024-03-08T10:00:00.000Z' });
    const { body: second } = await file(world, no, 'enterprise', { until: '2024-03-20' });
    const page = await world
      .as('lead')
      .get<{ items: { petitionId: string }[]; next: string }>(`/hazards/${no}/petitions?limit=1`);
    expect(page.body.items.map(({ petitionId }) => petitionId)).toEqual([second.petitionId]);
    const rest = await world
      .as('lead')
      .get<{ items: unknown[]; next: null }>(`/hazards/${no}/petitions?after=${page.body.next}`);
    expect(rest.body).toEqual({ items: [refused.body], next: null });
    expect((await world.as('otherCity').get(`/hazards/${no}/petitions`)).status).toBe(404);
  });

  it('and one that is agreed to in part moves the clock to the day that was granted', async () => {
    const no = await longOne();
    const { body } = await file(world, no, 'enterprise', { until: '2024-03-29' });
    // Longer than sixty days: twenty working days ahead, ten to decide.
    expect(body).toMatchObject({ late: false, decision: { due: '2023-12-04T10:00:00.000Z' } });
    await decide(world, no, body.petitionId, 'officeHandler', { ...agree, until: '2024-03-15' });
    expect((await world.clocks(no))['rectify']?.due).toBe('2024-03-15T10:00:00.000Z');
  });

  /** A hazard with a period of some hundred days. */
  async function longOne(): Promise<string> {
    const no = nextNo();
    const long = registered(no, undefined, { deadline: '2024-03-08T10:00:00.000Z' });
    await world.hear([long, ...untilRectifying(no).slice(1), evidenceOf(no)]);
    return no;
  }
});

describe('evidence of a hazard', () => {
  it('is known whether it is heard before the registration or after it, once or twice', async () => {
    const no = nextNo();
    await world.hear([evidenceOf(no)]);
    await world.hear([evidenceOf(no), registered(no)]);
    const known = await world.rows(`SELECT evidence_id FROM known_evidence WHERE hazard_no = $1`, [no]);
    expect(known).toEqual([{ evidence_id: evidenceId }]);
    expect((await file(world, no, 'enterprise', { until: '2023-12-29' })).status).toBe(201);
  });
});
