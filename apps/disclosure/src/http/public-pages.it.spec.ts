import { createHash } from 'node:crypto';
import { publicPages } from '@bihuan/contracts';
import { ServerAway } from '@bihuan/platform/errors';
import { ObjectStore } from '@bihuan/platform/storage';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type DisclosureWorld, startDisclosure } from '../__fixtures__/disclosure-world.ts';
import { nextNo, registered } from '../__fixtures__/facts.ts';

let world: DisclosureWorld;
const nasty = `<script>alert("1")</script> & '某' \u202eab`;
beforeAll(async () => {
  world = await startDisclosure('2023-06-05T09:30:00+08:00');
  const at = '2023-05-10T02:00:00.000Z';
  await world.hear([registered(nextNo(), { at, more: { description: nasty } })]);
  await world.issue('2023-05');
  await world.request('2023-05');
}, 60_000);
afterAll(() => world.close());

const edition = '/public/editions/SX2023/2023-05';
async function get(path: string, headers: Record<string, string> = {}) {
  const answer = await fetch(new URL(path, world.url), { headers });
  return { status: answer.status, headers: answer.headers, body: await answer.text() };
}

describe('without a token', () => {
  it.each([
    ['edition.html', 'text/html; charset=utf-8'],
    ['edition.json', 'application/json; charset=utf-8'],
    ['manifest.json', 'application/json; charset=utf-8'],
  ])('%s is served as what it is, for good, under its hash', async (file, type) => {
    const { status, headers, body } = await get(`${edition}/${file}`);
    expect([status, headers.get('content-type')]).toEqual([200, type]);
    const sha256 = createHash('sha256').update(body).digest('hex');
    expect(headers.get('etag')).toBe(`"${sha256}"`);
    expect(headers.get('cache-control')).toBe('public, max-age=31536000, immutable');
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    const policy = headers.get('content-security-policy') ?? '';
    expect(policy).toContain("default-src 'none'");
    expect(policy).not.toContain('script');
    const again = await get(`${edition}/${file}`, { 'if-none-match': `"other", W/"${sha256}"` });
    expect([again.status, again.body]).toEqual([304, '']);
  });

  it('the page shows what was written as text, and allows no style but its own', async () => {
    const { body, headers } = await get(`${edition}/edition.html`);
    expect(body).toContain('&lt;script&gt;alert(&quot;1&quot;)&lt;/script&gt; &amp; &#39;某&#39; ab');
    expect(body).not.toMatch(/<script|\u202e/);
    const style = /<style>([\s\S]*?)<\/style>/.exec(body)?.[1] ?? '';
    const hash = createHash('sha256').update(style).digest('base64');
    expect(headers.get('content-security-policy')).toContain(`style-src 'sha256-${hash}'`);
  });

  it('the index lists what is published, newest first, also as data', async () => {
    const { status, body, headers } = await get(publicPages.editions.path);
    expect([status, headers.get('cache-control')]).toEqual([200, 'public, max-age=60']);
    expect(body).toContain(`href="${edition}/edition.html"`);
    expect(body).toContain('第1期&emsp;2023年5月');
    const data = JSON.parse((await get(publicPages.editionsJson.path)).body) as { items: object[] };
    expect(data.items).toEqual([expect.objectContaining({ month: '2023-05', no: 1, state: 'published' })]);
  });

  it.each([
    '/public/editions/SX2023/2023-06/edition.html',
    '/public/editions/SX2023/2023-13/edition.html',
    '/public/editions/OTHER/2023-05/edition.html',
    `${edition}/secret.txt`,
    `${edition}/..%2f..%2fedition.html`,
    '/public/publications/018b0f3e-5c00-7000-8000-000000000001',
    '/public/publications/none',
  ])('nothing else is there: %s', async (path) => {
    const { status, body, headers } = await get(path);
    expect([status, headers.get('content-type')]).toEqual([404, 'text/html; charset=utf-8']);
    expect(body).toContain('没有这一页');
    expect(headers.get('cache-control')).toBe('no-store');
  });

  it('a month that was cut and not published is not shown', async () => {
    world.clock.advanceTo('2023-07-05T09:30:00+08:00');
    await world.request('2023-06');
    await world.draft('2023-06');
    await world.freeze('2023-06');
    expect((await get('/public/editions/SX2023/2023-06/edition.html')).status).toBe(404);
    expect((await get(publicPages.editionsJson.path)).body).not.toContain('"month":"2023-06"');
    await world.publish('2023-06');
    expect((await get('/public/editions/SX2023/2023-06/edition.html')).status).toBe(200);
  });

  it.each([publicPages.editions.path, `${edition}/edition.html`, `${edition}/secret.txt`])(
    'the headers of %s come without it, as with it',
    async (path) => {
      const [whole, head] = await Promise.all(
        ['GET', 'HEAD'].map((method) => fetch(new URL(path, world.url), { method })),
      );
      expect([head!.status, await head!.text()]).toEqual([whole!.status, '']);
      for (const name of ['content-type', 'content-length', 'etag', 'cache-control'])
        expect([name, head!.headers.get(name)]).toEqual([name, whole!.headers.get(name)]);
    },
  );

  it('an error is not kept in the place of what it stands for', async () => {
    const store = world.app.get(ObjectStore);
    const open = store.get.bind(store);
    store.get = () => Promise.reject(new ServerAway('the object store does not answer'));
    const { status, headers } = await get(`${edition}/edition.html`);
    store.get = open;
    expect(status).toBe(503);
    expect([headers.get('etag'), headers.get('cache-control')]).not.toContain(
      'public, max-age=31536000, immutable',
    );
    expect(headers.get('etag')).toBeNull();
  });

  it('the list of what was published by itself goes on page by page', async () => {
    await world.rows(
      `INSERT INTO publication (id, kind, hazard_no, decided_on, medium, published_at, late, page, page_sha256,
         page_policy, published_by)
       SELECT gen_random_uuid(), 'penalty', 'H' || n, '2023-06-01', '省政府网站',
         timestamptz '2023-06-01T00:00:00Z' + n * interval '1 second', false, '<p>', '', '', 'office-1'
       FROM generate_series(1, 101) AS n`,
    );
    const first = (await get(publicPages.publications.path)).body;
    const older = /rel="next" href="([^"]+)"/.exec(first)?.[1] ?? '';
    const second = (await get(older)).body;
    expect([first.match(/<li>/g)?.length, second.match(/<li>/g)?.length]).toEqual([100, 1]);
    expect(first).toContain('H101');
    expect(second).toMatch(/H1</);
    expect(second).not.toContain('rel="next"');
    expect((await get(`${publicPages.publications.path}?after=nonsense`)).body).toBe(first);
  });

  it('what needs a token still does', async () => {
    const answers = await Promise.all([
      world.anonymous().get('/editions'),
      world.anonymous().post('/publications', {}),
    ]);
    expect(answers.map(({ status }) => status)).toEqual([401, 401]);
  });
});
