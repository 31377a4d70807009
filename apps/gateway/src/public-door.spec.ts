import { publicPages, type PublicPage } from '@bihuan/contracts';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { demoReference } from './__fixtures__/reference.ts';
import { startGateway } from './__fixtures__/start-gateway.ts';
import { Upstream } from './__fixtures__/upstream.ts';

let disclosure: Upstream;
let gateway: Awaited<ReturnType<typeof startGateway>>;
const issuer = 'http://127.0.0.1:1';
const book = demoReference();

beforeAll(async () => {
  disclosure = await Upstream.start();
  gateway = await startGateway({ issuer, book, services: { disclosure: disclosure.url } });
});
afterAll(async () => {
  await gateway.stop();
  await disclosure.stop();
});
beforeEach(() => {
  disclosure.reset();
});

const get = (path: string, init: RequestInit = {}) => fetch(`${gateway.url}${path}`, init);
const filled = ({ path }: PublicPage) =>
  path
    .replace('{campaign}', 'SX2023')
    .replace('{month}', '2023-10')
    .replace('{file}', 'edition.html')
    .replace('{id}', '0b0e9f0e-0000-7000-8000-000000000001');

describe('what has been published', () => {
  it.each(Object.values<PublicPage>(publicPages).map(filled))(
    '%s is sent on without a token',
    async (path) => {
      expect((await get(path)).status).toBe(200);
      expect(disclosure.last).toMatchObject({ method: 'GET', url: path });
    },
  );

  it('can be asked for its headers alone', async () => {
    const path = filled(publicPages.editionFile);
    const answer = await get(path, { method: 'HEAD' });
    expect([answer.status, await answer.text()]).toEqual([200, '']);
    expect(disclosure.last).toMatchObject({ method: 'HEAD', url: path });
  });

  it('keeps the headers it is served with, and is not sent twice', async () => {
    const headers = {
      'content-type': 'text/html; charset=utf-8',
      'content-security-policy': "default-src 'none'; style-src 'sha256-abc'",
      'x-content-type-options': 'nosniff',
      'cache-control': 'public, max-age=31536000, immutable',
      etag: '"abc"',
    };
    disclosure.answer = ({ headers: { 'if-none-match': known } }) =>
      known === '"abc"' ? { status: 304, headers: { etag: '"abc"' }, body: '' } : { headers, body: '<p>' };
    const path = filled(publicPages.editionFile);
    const page = await get(path);
    expect([await page.text(), Object.fromEntries(page.headers)]).toEqual([
      '<p>',
      expect.objectContaining(headers),
    ]);
    const again = await get(path, { headers: { 'if-none-match': '"abc"' } });
    expect([again.status, await again.text()]).toEqual([304, '']);
  });

  it('hands nothing of who asks to the service', async () => {
    await get(`${publicPages.editions.path}?a=b`, {
      headers: { authorization: 'Bearer secret', cookie: 'a=b', 'x-internal-token': 'forged' },
    });
    const { url, headers } = disclosure.last!;
    expect(url).toBe(`${publicPages.editions.path}?a=b`);
    for (const name of ['authorization', 'cookie', 'x-internal-token'])
      expect(headers).not.toHaveProperty(name);
  });

  it('a page that is not there is the service’s to say', async () => {
    disclosure.answer = () => ({ status: 404, headers: { 'content-type': 'text/html' }, body: '没有这一页' });
    const answer = await get('/public/editions/SX2023/2023-12/edition.html');
    expect([answer.status, await answer.text()]).toEqual([404, '没有这一页']);
  });

  it.each([
    ['GET', '/public/nowhere'],
    ['GET', '/public/editions/SX2023'],
    ['GET', '/editions'],
    ['POST', '/public/editions'],
    ['GET', '/public/publications/%2e%2e'],
  ])('%s %s opens nothing', async (method, path) => {
    expect((await get(path, { method })).status).toBe(404);
    expect(disclosure.received).toEqual([]);
  });

  it('lets no path climb', async () => {
    const path = '/public/editions/SX2023/2023-10/..%2F..%2F..%2F..%2Feditions';
    await get(path);
    for (const { url } of disclosure.received) expect(url).toBe(path);
  });

  it('is 503 while the service is away', async () => {
    disclosure.answer = () => null;
    const answer = await get(publicPages.editions.path);
    expect([answer.status, await answer.json()]).toEqual([
      503,
      expect.objectContaining({ code: 'service.unavailable' }),
    ]);
    expect(Number(answer.headers.get('retry-after'))).toBeGreaterThan(0);
  });

  it('is counted by address', async () => {
    const services = { disclosure: disclosure.url };
    const small = await startGateway({ issuer, book, services, requestsPerMinute: 2 });
    const ask = () => fetch(`${small.url}${publicPages.editions.path}`);
    const statuses = [(await ask()).status, (await ask()).status];
    const third = await ask();
    expect([...statuses, third.status]).toEqual([200, 200, 429]);
    expect(await third.json()).toMatchObject({ code: 'rate.limited' });
    await small.stop();
  });
});
