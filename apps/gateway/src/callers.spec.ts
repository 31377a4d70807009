import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { ReferenceBook } from '@bihuan/platform/reference';
import { doorWorld, refused, type DoorWorld } from './__fixtures__/door-world.ts';
import { demoReference } from './__fixtures__/reference.ts';
import { claimsIn, startGateway } from './__fixtures__/start-gateway.ts';

let world: DoorWorld;

beforeAll(async () => {
  world = await doorWorld();
});
afterAll(() => world.stop());
beforeEach(() => {
  world.reset();
});

describe('the caller', () => {
  it.each([
    ['office.handler', { all: true }],
    ['yjt.leader', { all: false, fields: [] }],
    ['taiyuan.handler', { all: false, cities: ['140100'], counties: [] }],
    ['pingcheng.handler', { all: false, cities: [], counties: ['140213'] }],
  ])('%s reaches the services with offices and scope of the day', async (login, scope) => {
    await world.call('/hazards', { token: await world.identity.tokenOf(login) });
    const claims = await claimsIn(world.registration.last?.headers.authorization);
    expect(claims).toMatchObject({ sub: login, scope, offices: [{ role: login.split('.')[1] }] });
  });

  it('may be a system', async () => {
    await world.call('/hazards', { token: await world.identity.tokenOfSystem('yjt.system') });
    expect(await claimsIn(world.registration.last?.headers.authorization)).toMatchObject({
      sub: 'yjt.system',
      offices: [{ orgCode: 'SX-YJT', role: 'system' }],
    });
  });

  it('who has left office is refused', async () => {
    expect(
      await world.call('/hazards', { token: await world.identity.tokenOf('datong.leader') }),
    ).toMatchObject(refused('auth.noOffice', 403));
  });

  it('waits for the reference copies', async () => {
    const early = await startGateway({
      issuer: world.issuer,
      book: new ReferenceBook(),
      services: {},
    });
    const answer = await world.call('/hazards', { at: early.url });
    expect(answer).toMatchObject(refused('reference.notReady', 503));
    expect(Number(answer.headers.get('retry-after'))).toBeGreaterThan(0);
    await early.stop();
  });

  it('is told to slow down, others are not', async () => {
    const narrow = await startGateway({
      issuer: world.issuer,
      book: demoReference(),
      services: { registration: world.registration.url },
      requestsPerMinute: 2,
    });
    const other = await world.identity.tokenOf('governor');
    for (let sent = 0; sent < 2; sent += 1) await world.call('/hazards', { at: narrow.url });
    const answer = await world.call('/hazards', { at: narrow.url });
    expect(answer).toMatchObject(refused('rate.limited', 429));
    expect(Number(answer.headers.get('retry-after'))).toBeGreaterThan(0);
    expect(await world.call('/hazards', { token: other, at: narrow.url })).toMatchObject({ status: 200 });
    await narrow.stop();
  });
});
