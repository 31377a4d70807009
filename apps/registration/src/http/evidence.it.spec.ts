import { createHash } from 'node:crypto';
import type { Evidence } from '@bihuan/contracts';
import { assertNoDrift } from '@bihuan/platform/persistence';
import { pdfOf, withCameraBlock } from '@bihuan/testing/files';
import type { TestService } from '@bihuan/testing/service';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { DataSource } from 'typeorm';
import { added, photo, putState, storedFiles } from '../__fixtures__/evidence-world.ts';
import { handler, type Problem, registered, startLedger } from '../__fixtures__/ledger-world.ts';

interface Page {
  readonly items: Evidence[];
  readonly next: string | null;
}

describe('evidence over HTTP', () => {
  let service: TestService;
  let hazardNo: string;

  beforeAll(async () => {
    service = await startLedger();
    hazardNo = await registered(service);
  }, 60_000);
  afterAll(() => service.close());

  const rows = async (table: string): Promise<number> =>
    Number((await service.database.asSuperuser(`SELECT count(*) AS n FROM ${table}`))[0]?.['n']);
  const pathOf = ({ id }: Evidence) => `/hazards/${hazardNo}/evidence/${id}`;

  it('keeps tables and entities the same', () => assertNoDrift(service.app.get(DataSource)));

  it('keeps the record of a photo, what was told of it beside what the camera says', async () => {
    const content = withCameraBlock(await photo(1), {
      orientation: 6,
      takenAt: '2023:10:08 15:04:05',
      latitude: [37, 52, 12],
      longitude: [112, 33, 30],
    });
    const fields = { note: '储罐区', purpose: 'handling', takenAt: '2023-10-08T08:00:00Z' };
    const { status, body } = await added(service, hazardNo, content, { name: '现场.jpg', fields });
    const sha256 = createHash('sha256').update(content).digest('hex');
    expect([status, body]).toEqual([
      201,
      {
        id: body.id,
        hazardNo,
        purpose: 'handling',
        note: '储罐区',
        name: '现场.jpg',
        mediaType: 'image/jpeg',
        bytes: content.length,
        sha256,
        takenAt: '2023-10-08T08:00:00.000Z',
        width: 320,
        height: 240,
        camera: {
          takenAt: '2023-10-08T07:04:05.000Z',
          latitude: 37.87,
          longitude: expect.closeTo(112.558, 3),
          orientation: 6,
        },
        addedAt: expect.stringMatching(/^2023-10-09T01:0/),
        addedBy: { orgCode: 'SX-OFFICE', person: 'office-1' },
      },
    ]);
    expect((await service.as(handler).get(pathOf(body))).body).toEqual(body);
    const [note] = await service.database.asSuperuser(
      `SELECT subject, after FROM audit_entry WHERE action = 'evidence.added'`,
    );
    expect(note).toEqual({ subject: hazardNo, after: body });
    const [fact] = await service.database.asSuperuser(
      `SELECT topic, key, envelope->'data' AS data FROM outbox WHERE type = 'evidence.attached'`,
    );
    const data = { hazardNo, evidenceId: body.id, sha256, attachedAt: body.addedAt };
    expect(fact).toEqual({ topic: 'registration', key: hazardNo, data });
    expect(await storedFiles(service)).toEqual([
      expect.stringContaining(`evidence/${sha256.slice(0, 2)}/${sha256}`),
    ]);
  });

  it('keeps a document, with what was not said left out', async () => {
    const { body } = await added(service, hazardNo, pdfOf('1'), { name: '方案.pdf' });
    expect(body).toMatchObject({
      purpose: 'found',
      note: null,
      takenAt: null,
      width: null,
      mediaType: 'application/pdf',
      camera: { takenAt: null, latitude: null, longitude: null, orientation: null },
    });
  });

  it('serves the file as nothing but a file', async () => {
    const content = await photo(2, 'png');
    const { body } = await added(service, hazardNo, content, { name: '照片.png' });
    const answer = await service.as(handler).fetch(`${pathOf(body)}/content`);
    expect(Buffer.from(await answer.arrayBuffer()).equals(content)).toBe(true);
    expect([answer.status, Object.fromEntries(answer.headers)]).toMatchObject([
      200,
      {
        'content-type': 'image/png',
        'content-length': String(content.length),
        'content-disposition': `inline; filename="evidence-${body.id}.png"; filename*=UTF-8''%E7%85%A7%E7%89%87.png`,
        'content-security-policy': "sandbox; default-src 'none'",
        'x-content-type-options': 'nosniff',
        'cross-origin-resource-policy': 'same-origin',
        'cache-control': 'private, max-age=0, must-revalidate',
        etag: `"${body.sha256}"`,
      },
    ]);

    const again = await service
      .as(handler)
      .fetch(`${pathOf(body)}/content`, { 'if-none-match': `"${body.sha256}"` });
    expect([again.status, await again.text(), again.headers.get('etag')]).toEqual([
      304,
      '',
      `"${body.sha256}"`,
    ]);
  });

  it('has documents saved, not shown', async () => {
    const { body } = await added(service, hazardNo, pdfOf('2'), { name: 'a.pdf' });
    const answer = await service.as(handler).fetch(`${pathOf(body)}/content`);
    expect(answer.headers.get('content-disposition')).toMatch(/^attachment;/);
    expect(answer.headers.get('content-type')).toBe('application/pdf');
  });

  it('answers a problem, not a file, where the content is gone', async () => {
    const { body } = await added(service, hazardNo, pdfOf('3'), { name: 'a.pdf' });
    await service.database.asSuperuser(`UPDATE evidence SET sha256 = repeat('0', 64) WHERE id = $1`, [
      body.id,
    ]);
    const answer = await service.as(handler).fetch(`${pathOf(body)}/content`);
    expect([answer.status, answer.headers.get('content-disposition')]).toEqual([500, null]);
  });

  it('takes the same content once a hazard, and names the piece', async () => {
    const content = await photo(3);
    const first = await added(service, hazardNo, content);
    const second = await added(service, hazardNo, content, { name: 'other.jpg' });
    expect([second.status, second.body.code]).toEqual([409, 'evidence.alreadyThere']);
    expect(JSON.stringify(second.body)).toContain(first.body.id);
    const other = await added(service, await registered(service), content);
    expect([other.status, other.body.sha256]).toEqual([201, first.body.sha256]);
  });

  it('takes one of the same content that come at once', async () => {
    const content = await photo(4);
    const answers = await Promise.all([1, 2, 3, 4].map(() => added(service, hazardNo, content)));
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 409, 409, 409]);
  });

  it('answers a repeated command alike, whatever has become of the hazard; another file is refused', async () => {
    const own = await registered(service);
    const content = await photo(5);
    const first = await added(service, own, content, { key: 'evidence-1' });
    await putState(service, own, 'struckOff');
    const again = await added(service, own, content, { key: 'evidence-1' });
    expect([again.status, again.body]).toEqual([201, first.body]);
    await putState(service, own, 'rectifying');
    const other = await added(service, own, await photo(6), { key: 'evidence-1' });
    expect([other.status, other.body.code]).toEqual([422, 'request.idempotencyKeyReused']);
  });

  it('lists page by page, oldest first, and by purpose', async () => {
    const own = await registered(service);
    for (const seed of [11, 12, 13, 14, 15]) {
      const purpose = seed % 2 === 0 ? 'acceptance' : 'found';
      expect((await added(service, own, await photo(seed), { fields: { purpose } })).status).toBe(201);
      if (seed !== 12) service.clock.advance(1000);
    }
    const all: Evidence[] = [];
    let after: string | null = '';
    while (after !== null) {
      const query: string = after === '' ? '' : `&after=${after}`;
      const { body } = await service.as(handler).get<Page>(`/hazards/${own}/evidence?limit=2${query}`);
      all.push(...body.items);
      after = body.next;
    }
    const keys = all.map(({ addedAt, id }) => `${addedAt} ${id}`);
    expect(keys).toEqual([...new Set(keys)].toSorted());
    expect(keys).toHaveLength(5);
    const some = await service.as(handler).get<Page>(`/hazards/${own}/evidence?purpose=acceptance`);
    expect(some.body.items.map(({ purpose }) => purpose)).toEqual(['acceptance', 'acceptance']);
    const cursor = await service.as(handler).get<Problem>(`/hazards/${own}/evidence?after=abc`);
    expect([cursor.status, cursor.body.code]).toEqual([400, 'request.cursorInvalid']);
  });

  it.each(['struckOff', 'withdrawn'])(
    'takes none for a hazard that is %s, and stores none',
    async (state) => {
      const own = await registered(service);
      await putState(service, own, state);
      const before = [await rows('evidence'), await storedFiles(service)];
      const answer = await added(service, own, await photo(31));
      expect([answer.status, answer.body.code]).toEqual([409, 'hazard.stateConflict']);
      expect([await rows('evidence'), await storedFiles(service)]).toEqual(before);
    },
  );

  it.each([
    [
      'pieces',
      `SELECT gen_random_uuid(), md5(n::text), 1 FROM generate_series(1, 200) n`,
      'evidence.tooMany',
    ],
    [
      'bytes',
      `SELECT gen_random_uuid(), md5(n::text), 50000000 FROM generate_series(1, 40) n`,
      'evidence.tooMuch',
    ],
  ])('takes no more %s than a hazard may have', async (_what, pieces, code) => {
    const own = await registered(service);
    await service.database.asSuperuser(
      `INSERT INTO evidence (id, sha256, bytes, hazard_no, media_type, name, purpose, added_at, added_by, added_org)
       SELECT p.*, $1, 'image/png', 'a.png', 'found', '2023-10-09', 'x', 'x' FROM (${pieces}) p`,
      [own],
    );
    const before = await storedFiles(service);
    const answer = await added(service, own, await photo(32));
    expect([answer.status, answer.body.code]).toEqual([409, code]);
    expect(await storedFiles(service)).toEqual(before);
  });
});
