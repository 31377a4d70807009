import { createHash } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { baseClock } from './__fixtures__/base-clock.ts';
import { doorWorld, hazardNo, refused, type DoorWorld } from './__fixtures__/door-world.ts';
import type { Upstream } from './__fixtures__/upstream.ts';

let world: DoorWorld;
beforeAll(async () => {
  world = await doorWorld();
});
afterAll(() => world.stop());
beforeEach(() => {
  world.reset();
});

const rung = (name: string, at: string) => ({
  ...{ rung: name, at, to: ['responsible'], actions: ['remind'], text: `${name} ${at}` },
});
const clock = (owner: string, id: string, own: object) => ({
  ...{ ...baseClock, owner, clockId: id, due: '2023-10-12T10:00:00.000Z', ...own },
});

describe('the outlook of a hazard', () => {
  it('puts the rungs ahead of all open clocks in order, and names what stands still', async () => {
    world.handover.answer = () => ({
      body: {
        clocks: [
          clock('handover', 'handover.acknowledge.1', {
            rungsAhead: [
              rung('overdue', '2023-10-12T10:00:00.000Z'),
              rung('leader', '2023-10-17T10:00:00.000Z'),
            ],
          }),
          clock('handover', 'handover.acknowledge.2', { state: 'met' }),
        ],
      },
    });
    world.supervision.answer = () => ({
      body: {
        clocks: [
          clock('supervision', 'supervision.plan.1', {
            rungsAhead: [rung('reminder', '2023-10-12T06:00:00.000Z')],
          }),
          clock('supervision', 'supervision.rectify.1', {
            pausedAt: '2023-10-10T01:00:00.000Z',
            rungsAhead: [rung('overdue', '2023-10-11T10:00:00.000Z')],
          }),
        ],
      },
    });
    world.disclosure.answer = () => null;
    const { status, body } = await world.call(`/hazards/${hazardNo}/outlook`);
    expect(status).toBe(200);
    expect(body).toMatchObject({
      hazardNo,
      items: [{ rung: 'reminder', clockId: 'supervision.plan.1' }, { rung: 'overdue' }, { rung: 'leader' }],
      paused: [{ clockId: 'supervision.rectify.1', kind: 'plan', since: '2023-10-10T01:00:00.000Z' }],
      unavailable: ['disclosure'],
    });
  });
});

describe('a command about a clock', () => {
  const init = { method: 'POST', body: '{}' };

  it('goes to the owner that the id names', async () => {
    await world.call('/clocks/supervision.rectify.1/pause', init);
    expect(world.supervision.last).toMatchObject({ url: '/clocks/supervision.rectify.1/pause' });
    await world.call('/clocks/handover.acknowledge.1/resume', init);
    expect(world.handover.last).toMatchObject({ url: '/clocks/handover.acknowledge.1/resume' });
  });

  it.each(['assessment.overall.1', 'supervision', 'none'])(
    'is refused for %s, which names none',
    async (id) => {
      expect(await world.call(`/clocks/${id}/pause`, init)).toMatchObject(refused('clock.notFound', 404));
    },
  );
});

describe('a re-projection', () => {
  const counts = { looked: 3, earlier: 1, later: 1, sameDue: 0, nowOverdue: 1 };
  const none = { looked: 2, earlier: 0, later: 0, sameDue: 0, nowOverdue: 0 };
  const hashes = { handover: 'a'.repeat(64), supervision: 'b'.repeat(64), disclosure: 'c'.repeat(64) };
  const cause = { kind: 'calendar' };
  const whole = createHash('sha256')
    .update(
      Object.entries(hashes)
        .map(([owner, hash]) => `${owner}:${hash}`)
        .join('|'),
    )
    .digest('hex');
  const answers = (hash: string, moved: object): Upstream['answer'] => {
    return ({ url }) => ({
      body: url.endsWith('/apply')
        ? { hash, counts: moved, toTell: 2 }
        : url.endsWith('/recall')
          ? { applied: null }
          : { hash, counts: moved, sample: [] },
    });
  };
  /** An owner that has applied its part already, and has nothing more to move. */
  const hasApplied = (hash: string, moved: object): Upstream['answer'] => {
    return ({ url }) => ({
      body: url.endsWith('/recall')
        ? { applied: { hash, counts: moved, toTell: 2 } }
        : { hash: 'e'.repeat(64), counts: none, sample: [] },
    });
  };
  beforeEach(() => {
    world.handover.answer = answers(hashes.handover, counts);
    world.supervision.answer = answers(hashes.supervision, counts);
    world.disclosure.answer = answers(hashes.disclosure, none);
  });
  const post = (path: string, body: object) =>
    world.call(path, { method: 'POST', body: JSON.stringify(body) });
  const apply = (hash: string) => post(`/reprojections/${hash}/apply`, { cause, reason: '放假安排调整' });

  it('is previewed by every owner, with one hash over theirs', async () => {
    const { status, body } = await post('/reprojections', { cause });
    expect([status, body['hash'], body['counts']]).toEqual([
      200,
      whole,
      { looked: 8, earlier: 2, later: 2, sameDue: 0, nowOverdue: 2 },
    ]);
    expect(body['owners']).toMatchObject([
      { owner: 'handover' },
      { owner: 'supervision' },
      { owner: 'disclosure' },
    ]);
  });

  it('is applied by every owner, each by its own hash, and told of those that move something', async () => {
    expect(await apply(whole)).toMatchObject({
      status: 200,
      body: {
        hash: whole,
        owners: [
          { owner: 'handover', toTell: 2 },
          { owner: 'supervision', toTell: 2 },
        ],
      },
    });
    for (const owner of ['handover', 'disclosure'] as const) {
      expect(world[owner].last?.url).toBe(`/reprojections/${whole}/apply`);
      expect(JSON.parse(world[owner].last?.body ?? '')).toMatchObject({ cause, part: hashes[owner] });
    }
  });

  it('asked for again is answered as it was, whatever would move by now', async () => {
    const { body } = await apply(whole);
    world.handover.answer = hasApplied(hashes.handover, counts);
    world.supervision.answer = hasApplied(hashes.supervision, counts);
    world.disclosure.answer = hasApplied(hashes.disclosure, none);
    expect(await apply(whole)).toMatchObject({ status: 200, body });
  });

  it('asked for again after an owner was away is applied by those that have not yet', async () => {
    const { body } = await apply(whole);
    world.handover.reset();
    world.handover.answer = hasApplied(hashes.handover, counts);
    expect(await apply(whole)).toMatchObject({ status: 200, body });
    expect(world.handover.received.map(({ url }) => url)).toEqual([`/reprojections/${whole}/recall`]);
  });

  it('is refused where an owner would move something else by now', async () => {
    world.supervision.answer = answers('d'.repeat(64), counts);
    expect(await apply(whole)).toMatchObject(refused('reprojection.changed', 409));
    expect(world.handover.received.filter(({ url }) => url.endsWith('/apply'))).toEqual([]);
  });

  it('is refused where nothing would move', async () => {
    world.handover.answer = answers(hashes.handover, none);
    world.supervision.answer = answers(hashes.supervision, none);
    expect(await apply(whole)).toMatchObject(refused('reprojection.nothing', 409));
  });

  it('is all or nothing where an owner is away', async () => {
    world.supervision.answer = () => null;
    expect(await post('/reprojections', { cause })).toMatchObject(refused('service.unavailable', 503));
    expect(await apply(whole)).toMatchObject(refused('service.unavailable', 503));
    expect(world.handover.received.filter(({ url }) => url.endsWith('/apply'))).toEqual([]);
  });

  it('takes a body that is JSON', async () => {
    expect(await world.call('/reprojections', { method: 'POST', body: '{' })).toMatchObject(
      refused('request.jsonMalformed', 400),
    );
  });

  it('tells how many clocks are still to be told of', async () => {
    world.handover.answer = () => ({ body: { toTell: 40 } });
    world.supervision.answer = () => ({ body: { toTell: 2 } });
    world.disclosure.answer = () => null;
    expect(await world.call('/reprojections')).toMatchObject({
      status: 200,
      body: { toTell: 42, unavailable: ['disclosure'] },
    });
  });
});
