import type { ErrorCode } from '@bihuan/contracts';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { v7 as uuid } from 'uuid';
import { brought, deadline, historyOf, registeredAt, untilRectifying } from '../__fixtures__/facts.ts';
import { agree, decide, evidenceOf, file, petition, refuse } from '../__fixtures__/petitions.ts';
import {
  type CallerName,
  plan,
  startSupervision,
  type SupervisionWorld,
} from '../__fixtures__/supervision-world.ts';

let world: SupervisionWorld;
let [no, completedNo, decidedNo, decidedId, pendingNo, pendingId] = ['', '', '', '', '', ''];

let serial = 500;
const nextNo = () => `SX2023-140105-GAS-202310-00${String((serial += 1))}K`;
async function rectifying(): Promise<string> {
  const fresh = nextNo();
  await world.hear([...untilRectifying(fresh), evidenceOf(fresh)]);
  return fresh;
}

beforeAll(async () => {
  world = await startSupervision();
  no = await rectifying();
  completedNo = await rectifying();
  await world.as('cityHandler').post(`/hazards/${completedNo}/plan`, plan);
  const done = { summary: '完成', finishedOn: '2023-10-09' };
  await world.as('cityHandler').post(`/hazards/${completedNo}/completion`, done);
  decidedNo = await rectifying();
  decidedId = (await file(world, decidedNo, 'cityHandler')).body.petitionId;
  await decide(world, decidedNo, decidedId, 'officeHandler', refuse);
  pendingNo = await rectifying();
  pendingId = (await file(world, pendingNo, 'cityHandler')).body.petitionId;
}, 60_000);
afterAll(() => world.close());

describe('a petition is not taken', () => {
  const [first] = petition.interimSafeguards;
  const unknown = uuid();
  type Row = [
    why: string,
    by: CallerName,
    change: object,
    status: number,
    code: ErrorCode,
    pointers: string[],
  ];
  it.each<Row>([
    ['from another city', 'otherCity', {}, 404, 'hazard.notFound', []],
    ['from the department of the field', 'lead', {}, 403, 'auth.notAllowed', []],
    ['from the city’s leader', 'cityLeader', {}, 403, 'auth.notAllowed', []],
    ['from the campaign office', 'officeHandler', {}, 403, 'auth.notAllowed', []],
    ['for the running date', 'enterprise', { until: '2023-11-08' }, 422, 'petition.notLater', ['#/until']],
    ['for over a year', 'enterprise', { until: '2024-10-10' }, 422, 'hazard.deadlineTooFar', ['#/until']],
    ['without steps', 'enterprise', { stepsTaken: [] }, 400, 'request.invalid', ['#/stepsTaken']],
    [
      'with steps and a notice that lie ahead',
      'enterprise',
      {
        stepsTaken: [{ on: '2023-10-10', what: '订货' }],
        noticeToExposed: { how: '公告', on: '2023-10-11' },
      },
      400,
      'field.invalid',
      ['#/stepsTaken/0/on', '#/noticeToExposed/on'],
    ],
    [
      'without safeguards',
      'enterprise',
      { interimSafeguards: [] },
      400,
      'request.invalid',
      ['#/interimSafeguards'],
    ],
    [
      'with a safeguard that nothing proves',
      'enterprise',
      { interimSafeguards: [{ ...first, evidenceIds: [] }] },
      400,
      'request.invalid',
      ['#/interimSafeguards/0/evidenceIds'],
    ],
    [
      'without a reason and a notice',
      'enterprise',
      { reason: undefined, noticeToExposed: undefined },
      400,
      'request.invalid',
      ['#/reason', '#/noticeToExposed'],
    ],
    [
      'with evidence that the hazard does not have',
      'enterprise',
      { interimSafeguards: [first, { measure: '警戒', evidenceIds: [unknown] }] },
      422,
      'petition.evidenceUnknown',
      ['#/interimSafeguards'],
    ],
  ])('%s', async (_, by, change, status, code, pointers) => {
    const answer = await file(world, no, by, change);
    expect([answer.status, answer.body.code]).toEqual([status, code]);
    expect((answer.body.errors ?? []).map(({ pointer }) => pointer)).toEqual(pointers);
    if (code === 'petition.evidenceUnknown') expect(answer.body.detail).toContain(unknown);
    expect(await world.rows(`SELECT 1 FROM petition WHERE hazard_no = $1`, [no])).toEqual([]);
  });

  it('once the clock of rectification is met', async () => {
    const answer = await file(world, completedNo, 'enterprise');
    expect([answer.status, answer.body.code]).toEqual([409, 'petition.clockEnded']);
  });

  it('of a hazard that a ledger brought as finished', async () => {
    const past = nextNo();
    const { reportedAt } = historyOf({});
    await world.hear([
      brought(historyOf({ struckOffAt: reportedAt }), { registeredAt, deadline }, past),
      evidenceOf(past),
    ]);
    expect((await file(world, past, 'enterprise')).body.code).toBe('petition.clockEnded');
  });

  it('while another waits; of two filed at once one is taken', async () => {
    expect((await file(world, pendingNo, 'enterprise')).body.code).toBe('petition.pending');
    const fresh = await rectifying();
    const answers = await Promise.all([
      file(world, fresh, 'cityHandler'),
      file(world, fresh, 'enterprise'),
      file(world, fresh, 'countyHandler'),
    ]);
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 409, 409]);
    expect(await world.rows(`SELECT 1 FROM petition WHERE hazard_no = $1`, [fresh])).toHaveLength(1);
  });

  it('after as many extensions as a hazard may have', async () => {
    const twice = await rectifying();
    for (const until of ['2023-11-29', '2023-12-29']) {
      const { body } = await file(world, twice, 'enterprise', { until });
      expect((await decide(world, twice, body.petitionId, 'officeHandler', agree)).status).toBe(200);
    }
    const answer = await file(world, twice, 'enterprise', { until: '2024-01-31' });
    expect([answer.status, answer.body.code]).toEqual([409, 'petition.allowanceUsed']);
  });
});

describe('a petition is not decided', () => {
  it.each<[string, CallerName, object, number, ErrorCode]>([
    ['by who filed it', 'cityHandler', agree, 403, 'petition.ownPetition'],
    ['by a leader of that organisation', 'cityLeader', agree, 403, 'petition.ownPetition'],
    ['by the county', 'countyHandler', agree, 403, 'auth.notAllowed'],
    ['by the department of the field', 'lead', agree, 403, 'auth.notAllowed'],
    ['by the governor', 'governor', agree, 403, 'auth.notAllowed'],
    ['by another city', 'otherCity', agree, 404, 'hazard.notFound'],
    ['for longer than asked', 'officeLeader', { ...agree, until: '2023-12-01' }, 422, 'petition.beyondAsked'],
    ['for no longer than now', 'officeLeader', { ...agree, until: '2023-11-08' }, 422, 'petition.notLater'],
    ['as refused with a date', 'officeLeader', { ...refuse, until: '2023-11-20' }, 400, 'field.invalid'],
    ['without an opinion', 'officeLeader', { agreed: true }, 400, 'request.invalid'],
  ])('%s', async (_, by, body, status, code) => {
    const answer = await decide(world, pendingNo, pendingId, by, body);
    expect([answer.status, answer.body.code]).toEqual([status, code]);
    const state = await world.rows(`SELECT state FROM petition WHERE id = $1`, [pendingId]);
    expect(state).toEqual([{ state: 'pending' }]);
  });

  it('by the person who filed it, now in the campaign office', async () => {
    const moved = world.service.as({
      person: 'taiyuan.handler',
      office: { orgCode: 'SX-OFFICE', role: 'handler', campaignOffice: true },
      scope: { all: true },
    });
    const path = `/hazards/${pendingNo}/petitions/${pendingId}/decision`;
    expect((await moved.post(path, agree)).body).toMatchObject({ code: 'petition.ownPetition' });
  });

  it('twice, or where there is none of that hazard', async () => {
    const again = await decide(world, decidedNo, decidedId, 'officeLeader', agree);
    expect([again.status, again.body.code]).toEqual([409, 'petition.decided']);
    const elsewhere = await decide(world, no, decidedId, 'officeLeader', agree);
    expect([elsewhere.status, elsewhere.body.code]).toEqual([404, 'petition.notFound']);
  });

  it('in a word where it was filed late', async () => {
    const late = await rectifying();
    world.service.clock.advanceTo('2023-11-01T18:00:00+08:00');
    const { body } = await file(world, late, 'enterprise');
    expect(body.late).toBe(true);
    const short = await decide(world, late, body.petitionId, 'officeHandler', {
      agreed: true,
      opinion: '同意',
    });
    expect([short.status, short.body.code]).toEqual([422, 'petition.reasonTooShort']);
    expect((await decide(world, late, body.petitionId, 'officeHandler', agree)).status).toBe(200);
  });
});
