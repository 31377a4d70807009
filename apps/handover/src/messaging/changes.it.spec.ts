import type { EventData } from '@bihuan/contracts';
import { hazardCorrected, withdrawalApproved } from '@bihuan/testing/facts';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  callers,
  hazard,
  type HandoverWorld,
  type Problem,
  notOurs,
  startHandover,
  takenOn,
} from '../http/handover-world.fixture.ts';

type Change = Partial<EventData<'hazard.corrected'>>;
const placed = (code: string, cityCode: string): Change => ({
  place: { code, nameZh: code, cityCode, cityNameZh: cityCode, address: '某路1号' },
});
const inField = (code: string, leadOrg: string): Change => ({
  field: { code, nameZh: code, leadOrg, coOrgs: [] },
});
const datong = placed('140212', '140200');
const nowhere = placed('140902', '140900');

describe('a hazard that was corrected or withdrawn', () => {
  let world: HandoverWorld;
  beforeAll(async () => {
    world = await startHandover();
  }, 60_000);
  afterAll(() => world.service.close());

  let serial = 500;
  const nextHazard = (differing = {}) => hazard((serial += 1), differing);
  async function dispatched(differing = {}): Promise<string> {
    const of = nextHazard(differing);
    await world.dispatch(of);
    return of.hazardNo;
  }
  const correct = (no: string, version: number, change: Change) =>
    world.hear(hazardCorrected(no, version, change));
  const standing = async (no: string) =>
    (await world.handoversOf(no)).map(({ track, orgCode, status }) => `${track} ${orgCode} ${status}`).sort();
  const answer = async (no: string, track: string, what: string, body: object = {}) => {
    const { handoverId, orgCode } = await world.ofTrack(no, track);
    const caller = orgCode === 'TY' ? callers.city : callers.department;
    return world.service.as(caller).post<Problem>(`/handovers/${handoverId}/${what}`, body);
  };

  it('in another city goes to its government under a clock of its own; the old handover is closed', async () => {
    const no = await dispatched();
    const old = await world.ofTrack(no, 'territorial');
    await correct(no, 1, datong);
    expect(await standing(no)).toEqual([
      'industry SX-HOUSING dispatched',
      'territorial DT dispatched',
      'territorial TY redirected',
    ]);
    const successor = await world.ofTrack(no, 'territorial');
    expect(successor).toMatchObject({ predecessorId: old.handoverId, placeCode: '140212' });
    expect(await world.clock(no, 'acknowledge', old.handoverId)).toMatchObject({ state: 'cancelled' });
    expect(await world.clock(no, 'acknowledge', successor.handoverId)).toMatchObject({
      state: 'open',
      waitsFor: { orgCode: 'DT' },
    });
    const [told] = await world.rows(
      `SELECT envelope->'data' AS data FROM outbox WHERE key = $1 AND type = 'handover.redirected'`,
      [no],
    );
    expect(told?.['data']).toMatchObject({
      handoverId: old.handoverId,
      version: 2,
      status: 'redirected',
      settled: false,
      reason: '登记有误',
      successorId: successor.handoverId,
    });
  });

  it('that had been taken on stays settled', async () => {
    const no = await dispatched();
    expect((await answer(no, 'territorial', 'acknowledge', takenOn)).status).toBe(200);
    await correct(no, 1, datong);
    const [told] = await world.rows(
      `SELECT envelope->'data' AS data FROM outbox WHERE key = $1 AND type = 'handover.redirected'`,
      [no],
    );
    expect(told?.['data']).toMatchObject({ orgCode: 'TY', settled: true, version: 3 });
  });

  it('that had been refused leaves nothing to decide', async () => {
    const no = await dispatched();
    expect((await answer(no, 'industry', 'refuse', notOurs)).status).toBe(200);
    await correct(no, 1, inField('mall', 'SX-COMMERCE'));
    expect(await standing(no)).toContain('industry SX-COMMERCE dispatched');
    expect(await world.clock(no, 'refusalDecision')).toMatchObject({ state: 'cancelled' });
  });

  it.each<[string, Change, string]>([
    ['another county of the city', placed('140106', '140100'), 'territorial'],
    ['another field of the same lead', inField('pipe', 'SX-HOUSING'), 'industry'],
    ['another unit', { responsible: { type: 'body', name: '某街道', orgCode: null } }, 'territorial'],
  ])('with %s stays where it is', async (_, change, track) => {
    const no = await dispatched();
    const before = await world.told(no);
    await correct(no, 1, change);
    expect(await world.told(no)).toEqual(before);
    const handover = await world.ofTrack(no, track);
    expect(handover).toMatchObject({ version: 1, predecessorId: null });
    if (change.place) expect(handover.placeCode).toBe(change.place.code);
    if (change.field) expect(handover.fieldCode).toBe(change.field.code);
  });

  it('corrected again while the office seeks an organisation alarms nobody anew', async () => {
    const no = await dispatched();
    await correct(no, 1, nowhere);
    const told = await world.told(no);
    const since = () => world.rows(`SELECT since FROM unrouted_track WHERE hazard_no = $1`, [no]);
    const before = await since();
    await correct(no, 2, { ...nowhere, description: '另一描述' });
    expect(await world.told(no)).toEqual(told);
    expect(await since()).toEqual(before);
    const handOver = (await world.clocksOf(no)).filter(
      ({ kind, state }) => kind === 'handOver' && state === 'open',
    );
    expect(handOver).toHaveLength(1);
  });

  it('heard twice, or after a later correction, changes nothing', async () => {
    const no = await dispatched();
    await correct(no, 2, datong);
    const told = await world.told(no);
    await correct(no, 1, nowhere);
    await correct(no, 2, datong);
    expect(await world.told(no)).toEqual(told);
    expect(await standing(no)).toContain('territorial DT dispatched');
  });

  it('goes back where it was first by a further correction', async () => {
    const no = await dispatched();
    await correct(no, 1, datong);
    await correct(no, 2, {});
    expect(await standing(no)).toEqual([
      'industry SX-HOUSING dispatched',
      'territorial DT redirected',
      'territorial TY dispatched',
      'territorial TY redirected',
    ]);
  });

  it('before its handovers were dispatched, goes only where it belongs', async () => {
    const of = nextHazard();
    await correct(of.hazardNo, 1, { ...datong, ...inField('mall', 'SX-COMMERCE') });
    await world.dispatch(of);
    expect(await standing(of.hazardNo)).toEqual([
      'industry SX-COMMERCE dispatched',
      'territorial DT dispatched',
    ]);
  });

  it('without a route any more stays where it is until the office names an organisation', async () => {
    const no = await dispatched();
    await correct(no, 1, nowhere);
    expect(await standing(no)).toEqual(['industry SX-HOUSING dispatched', 'territorial TY dispatched']);
    expect(await world.clock(no, 'handOver', `${no}.1`)).toMatchObject({ state: 'open' });
    const office = world.service.as();
    const { body } = await office.get<{ items: { id: string; track: string }[] }>(
      `/handovers/unrouted?hazardNo=${no}`,
    );
    expect(body.items).toMatchObject([{ track: 'territorial' }]);
    const routed = await office.post(`/handovers/unrouted/${body.items[0]!.id}/route`, {
      toOrgCode: 'DT',
      reason: '就近',
    });
    expect(routed.status).toBe(200);
    expect(await standing(no)).toEqual([
      'industry SX-HOUSING dispatched',
      'territorial DT dispatched',
      'territorial TY redirected',
    ]);
    expect(await world.clock(no, 'handOver', `${no}.1`)).toMatchObject({ state: 'met' });
  });

  it('that waited for a route gets one by the correction', async () => {
    const no = await dispatched({ fieldCode: 'orphan' });
    expect(await standing(no)).toEqual(['territorial TY dispatched']);
    await correct(no, 1, inField('gas', 'SX-HOUSING'));
    expect(await standing(no)).toEqual(['industry SX-HOUSING dispatched', 'territorial TY dispatched']);
    expect(await world.clock(no, 'handOver')).toMatchObject({ state: 'met' });
    const { body } = await world.service.as().get<{ items: unknown[] }>(`/handovers/unrouted?hazardNo=${no}`);
    expect(body.items).toEqual([]);
  });

  it('keeps one successor where it is transferred and corrected at the same moment', async () => {
    const no = await dispatched();
    await Promise.all([
      answer(no, 'territorial', 'transfer', { toOrgCode: 'DT', reason: '属大同' }),
      correct(no, 1, datong),
    ]);
    const open = (await standing(no)).filter((line) => line.startsWith('territorial'));
    expect(open.filter((line) => line.endsWith('dispatched'))).toEqual(['territorial DT dispatched']);
    expect(open).toHaveLength(2);
  });

  it('withdrawn has its clocks ended, is confirmed, and takes no answer any more', async () => {
    const no = await dispatched({ fieldCode: 'orphan' });
    const approved = withdrawalApproved(no);
    await world.hear(approved);
    const clocks = await world.clocksOf(no);
    expect(clocks.map(({ state }) => state)).toEqual(['cancelled', 'cancelled']);
    expect((await world.told(no)).slice(-3).sort()).toEqual([
      'clock.ended',
      'clock.ended',
      'withdrawal.confirmed',
    ]);
    const [told] = await world.rows(
      `SELECT envelope->'data' AS data FROM outbox WHERE key = $1 AND type = 'withdrawal.confirmed'`,
      [no],
    );
    const { withdrawalId } = approved.data;
    expect(told?.['data']).toMatchObject({ withdrawalId, owner: 'handover', outcome: 'ended' });

    for (const [what, body] of [
      ['acknowledge', takenOn],
      ['refuse', notOurs],
      ['transfer', { toOrgCode: 'DT', reason: '属大同' }],
    ] as const) {
      const refused = await answer(no, 'territorial', what, body);
      expect([refused.status, refused.body.code]).toEqual([409, 'hazard.stateConflict']);
    }
    const { body } = await world.service.as().get<{ items: unknown[] }>(`/handovers/unrouted?hazardNo=${no}`);
    expect(body.items).toEqual([]);
    const [waiting] = await world.rows(`SELECT id FROM unrouted_track WHERE hazard_no = $1`, [no]);
    const routed = await world.service
      .as()
      .post<Problem>(`/handovers/unrouted/${String(waiting?.['id'])}/route`, {
        toOrgCode: 'SX-HOUSING',
        reason: '指定',
      });
    expect([routed.status, routed.body.code]).toEqual([409, 'hazard.stateConflict']);
  });

  it('withdrawn before the loop asked is not dispatched; a correction behind it sends nothing', async () => {
    const of = nextHazard();
    await world.hear(withdrawalApproved(of.hazardNo));
    expect(await world.dispatch(of)).toEqual({ dispatched: 0, unrouted: 0 });
    await correct(of.hazardNo, 1, datong);
    expect(await world.handoversOf(of.hazardNo)).toEqual([]);
    expect(await world.told(of.hazardNo)).toEqual(['withdrawal.confirmed']);
  });
});
