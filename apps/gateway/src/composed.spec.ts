import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { baseClock } from './__fixtures__/base-clock.ts';
import { doorWorld, hazardNo, refused, type DoorWorld } from './__fixtures__/door-world.ts';
import { claimsIn } from './__fixtures__/start-gateway.ts';
import type { Upstream } from './__fixtures__/upstream.ts';

let world: DoorWorld;

beforeAll(async () => {
  world = await doorWorld();
});
afterAll(() => world.stop());
beforeEach(() => {
  world.reset();
});

describe('composed views', () => {
  const entry = (at: string, owner: string) => ({
    at,
    owner,
    type: `${owner}.fact`,
    actor: { person: 'a', orgCode: null, role: 'handler' },
    data: {},
  });

  it('bring the histories of all owners together in time', async () => {
    world.registration.answer = ({ url }) => ({
      body: url.endsWith('/timeline')
        ? {
            entries: [
              entry('2023-10-09T01:00:00Z', 'registration'),
              entry('2023-10-09T03:00:00.500Z', 'registration'),
            ],
          }
        : {},
    });
    world.handover.answer = () => ({ body: { entries: [entry('2023-10-09T03:00:00Z', 'handover')] } });
    world.supervision.answer = () => ({ body: { entries: [entry('2023-10-09T02:00:00Z', 'supervision')] } });
    world.disclosure.answer = () => ({ body: { entries: [entry('2023-11-07T02:00:00Z', 'disclosure')] } });
    world.assessment.answer = () => ({ body: { entries: [entry('2023-11-08T02:00:00Z', 'assessment')] } });
    const { body } = await world.call(`/hazards/${hazardNo}/timeline`);
    expect((body['entries'] as { owner: string }[]).map(({ owner }) => owner)).toEqual([
      'registration',
      'supervision',
      'handover',
      'registration',
      'disclosure',
      'assessment',
    ]);
    expect(body).toMatchObject({ hazardNo, unavailable: [] });
    expect((await claimsIn(world.handover.last?.headers.authorization)).sub).toBe('office.handler');
  });

  it.each<[string, () => ReturnType<Upstream['answer']>]>([
    ['is away', () => null],
    ['fails', () => ({ status: 500 })],
    ['answers something else', () => ({ body: { entries: 'none' } })],
  ])('name the owner that %s', async (_name, answer) => {
    world.registration.answer = ({ url }) => ({
      body: url.endsWith('/timeline') ? { entries: [entry('2023-10-09T01:00:00Z', 'registration')] } : {},
    });
    world.handover.answer = answer;
    world.disclosure.answer = () => ({ body: { entries: [] } });
    world.supervision.answer = () => ({ body: { entries: [] } });
    world.assessment.answer = () => ({ body: { entries: [] } });
    expect(await world.call(`/hazards/${hazardNo}/timeline`)).toMatchObject({
      status: 200,
      body: { unavailable: ['handover'], entries: [{ owner: 'registration' }] },
    });
  });

  it.each(['timeline', 'clocks'])('show no %s of a hazard that the caller may not see', async (view) => {
    const problem = { code: 'hazard.notFound', status: 404 };
    world.registration.answer = () => ({
      status: 404,
      headers: { 'content-type': 'application/problem+json' },
      body: problem,
    });
    expect(await world.call(`/hazards/${hazardNo}/${view}`)).toMatchObject({ status: 404, body: problem });
    expect([world.handover, world.disclosure, world.supervision].flatMap(({ received }) => received)).toEqual(
      [],
    );
  });

  it('show nothing while registration is away', async () => {
    world.registration.answer = () => null;
    expect(await world.call(`/hazards/${hazardNo}/clocks`)).toMatchObject(
      refused('service.unavailable', 503),
    );
    expect(world.handover.received).toEqual([]);
  });

  it('bring the clocks together, the nearest due first', async () => {
    const clock = (clockId: string, owner: string, due: string) => ({ ...baseClock, clockId, owner, due });
    world.handover.answer = () => ({
      body: { clocks: [clock('clock-b', 'handover', '2023-10-11T10:00:00Z')] },
    });
    world.disclosure.answer = () => ({
      body: { clocks: [clock('clock-d', 'disclosure', '2023-10-10T11:00:00Z')] },
    });
    world.supervision.answer = () => ({
      body: {
        clocks: [
          clock('clock-c', 'supervision', '2023-11-08T10:00:00Z'),
          clock('clock-a', 'supervision', '2023-10-10T10:00:00Z'),
        ],
      },
    });
    const { body } = await world.call(`/hazards/${hazardNo}/clocks`);
    expect((body['clocks'] as { clockId: string }[]).map(({ clockId }) => clockId)).toEqual([
      'clock-a',
      'clock-d',
      'clock-b',
      'clock-c',
    ]);
  });
});

describe('publishing facts again', () => {
  const init = {
    method: 'POST',
    body: JSON.stringify({ hazardNos: [hazardNo] }),
    headers: { 'content-type': 'application/json' },
  };

  it('asks every owner and adds up; one that is away is named', async () => {
    world.registration.answer = () => ({ body: { messages: 3 } });
    world.handover.answer = () => ({ body: { messages: 2 } });
    world.supervision.answer = () => null;
    world.disclosure.answer = () => ({ body: { messages: 4 } });
    world.assessment.answer = () => ({ body: { messages: 1 } });
    const token = await world.identity.tokenOf('operations');
    expect(await world.call('/operations/re-emit', { token, ...init })).toMatchObject({
      status: 200,
      body: { messages: 10, unavailable: ['supervision'] },
    });
    expect(world.registration.last).toMatchObject({ url: '/operations/re-emit', body: init.body });
  });

  it('is refused where an owner refuses', async () => {
    const problem = { code: 'auth.notAllowed', status: 403 };
    for (const upstream of [
      world.registration,
      world.handover,
      world.disclosure,
      world.supervision,
      world.assessment,
    ]) {
      upstream.answer = () => ({
        status: 403,
        headers: { 'content-type': 'application/problem+json' },
        body: problem,
      });
    }
    expect(
      await world.call('/operations/re-emit', {
        token: await world.identity.tokenOf('taiyuan.handler'),
        ...init,
      }),
    ).toMatchObject({
      status: 403,
      body: problem,
    });
  });
});

describe('parked messages', () => {
  const parked = (id: string) => ({
    id,
    topic: 'handover',
    key: hazardNo,
    type: 'handover.dispatched',
    attempts: 5,
    parkedAt: '2023-10-09T01:00:00.000Z',
    lastError: 'MESSAGE_TOO_LARGE',
  });
  const message = '01890a5d-ac96-774b-bcce-b302099a8057';

  it('are listed with their owner; owners that are away are named', async () => {
    world.registration.answer = () => ({ body: { items: [] } });
    world.handover.answer = () => ({ body: { items: [parked(message)] } });
    world.supervision.answer = () => null;
    const token = await world.identity.tokenOf('operations');
    const { status, body } = await world.call('/operations/parked', { token });
    expect([status, body['items']]).toEqual([200, [{ owner: 'handover', ...parked(message) }]]);
    expect(body['unavailable']).toContain('supervision');
  });

  it('are sent again by whoever parked them', async () => {
    world.registration.answer = () => ({ body: { messages: 0 } });
    world.handover.answer = () => ({ body: { messages: 1 } });
    const body = JSON.stringify({ messageIds: [message] });
    const answer = await world.call('/operations/requeue', {
      token: await world.identity.tokenOf('operations'),
      method: 'POST',
      body,
      headers: { 'content-type': 'application/json' },
    });
    expect(answer).toMatchObject({ status: 200, body: { messages: 1 } });
    expect(world.handover.last).toMatchObject({ url: '/operations/requeue', body });
  });
});
