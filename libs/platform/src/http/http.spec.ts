import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import request from 'supertest';
import { type ExampleApp, startExampleApp } from './example-app.fixture.ts';

const NOTES = '/hazards/SX2023-140105-GAS-202310-000017/notes';
let example: ExampleApp;
let bearer: string;

beforeAll(async () => {
  example = await startExampleApp();
  bearer = `Bearer ${await example.token()}`;
});
afterAll(() => example.app.close());

const agent = () => request(example.app.getHttpServer());
const post = (path = NOTES) => agent().post(path).set('Authorization', bearer);
const get = (path: string) => agent().get(path).set('Authorization', bearer);

describe('commands', () => {
  test('a handler gets validated input, the caller and what a command needs', async () => {
    const answer = await post()
      .set('Idempotency-Key', 'key-1')
      .set('X-Request-Id', 'req-1')
      .set('X-Client-Address', '203.0.113.9')
      .set('Accept-Language', 'en')
      .send({ text: 'seen' });
    expect(answer.status).toBe(201);
    expect(answer.headers['x-request-id']).toBe('req-1');
    expect(answer.body).toEqual({
      no: 'SX2023-140105-GAS-202310-000017',
      body: { text: 'seen' },
      actor: { person: 'city-140100-handler', orgCode: 'GOV-140100', role: 'handler' },
      language: 'en',
      request: {
        caller: 'city-140100-handler',
        route: 'POST /hazards/:no/notes',
        params: { no: 'SX2023-140105-GAS-202310-000017' },
        key: 'key-1',
        body: { text: 'seen' },
        requestId: 'req-1',
        address: '203.0.113.9',
      },
    });
  });

  test('without a key the key is null, a client address that is none is not taken', async () => {
    const answer = await post().set('X-Client-Address', 'somewhere').send({ text: 'seen' });
    expect(answer.body).toMatchObject({ request: { key: null, address: '127.0.0.1' } });
  });

  test('a key of two words is refused', async () => {
    const answer = await post().set('Idempotency-Key', 'two words').send({ text: 'seen' });
    expect(answer.status).toBe(400);
    expect(answer.body).toMatchObject({ code: 'request.idempotencyKeyInvalid' });
  });
});

describe('bad input', () => {
  const json = 'application/json';
  test.each<[string, string, string | undefined, number, string]>([
    ['half a document', json, '{"text": ', 400, 'request.jsonMalformed'],
    ['an empty document', json, '', 400, 'request.jsonMalformed'],
    ['a poisoned prototype', json, '{"__proto__": {"admin": true}}', 400, 'request.jsonMalformed'],
    ['plain text', 'text/plain', 'text', 415, 'request.contentType'],
    ['a form', 'application/x-www-form-urlencoded', 'text=a', 415, 'request.contentType'],
    ['XML', 'application/xml', '<text/>', 415, 'request.contentType'],
    ['over a mebibyte', json, JSON.stringify({ text: 'x'.repeat(1_048_576) }), 413, 'request.tooLarge'],
    ['no body', json, undefined, 400, 'request.invalid'],
    ['wrong fields', json, '{"texts": "a"}', 400, 'request.invalid'],
  ])('%s', async (_name, type, body, status, code) => {
    const sent = body === undefined ? post() : post().set('Content-Type', type);
    const answer = await (body === undefined ? sent : sent.send(body));
    expect(answer.status).toBe(status);
    expect(answer.headers['content-type']).toBe('application/problem+json; charset=utf-8');
    expect(answer.body).toMatchObject({ code, status, requestId: answer.headers['x-request-id'] });
  });

  test('names each field, in the language of the caller', async () => {
    const answer = await post()
      .set('Accept-Language', 'en')
      .send({ text: 'far too long', place: { name: 1 } });
    expect(answer.body).toEqual({
      type: 'urn:bihuan:problem:request.invalid',
      title: 'Bad request',
      status: 400,
      detail: 'The request is not valid',
      code: 'request.invalid',
      errors: [
        { pointer: '#/text', code: 'field.tooLong', detail: 'Too long' },
        { pointer: '#/place/code', code: 'field.required', detail: 'Required' },
        { pointer: '#/place/name', code: 'field.unknown', detail: 'Unknown field' },
      ],
      requestId: expect.any(String),
    });
    const chinese = await post().send({});
    expect(chinese.body).toMatchObject({
      title: '请求有误',
      errors: [{ pointer: '#/text', detail: '必填' }],
    });
  });

  test('queries and paths are held against their schemas too', async () => {
    expect((await get('/list?limit=7')).body).toEqual({ limit: 7 });
    expect((await get('/list')).body).toEqual({ limit: 50 });
    expect((await get('/list?limit=many')).body).toMatchObject({
      errors: [{ pointer: '#/limit', code: 'field.invalid' }],
    });
    expect((await get('/list?page=2')).body).toMatchObject({
      errors: [{ pointer: '#/page', code: 'field.unknown' }],
    });
    const answer = await post('/hazards/nonsense/notes').send({ text: 'a' });
    expect(answer.body).toMatchObject({ code: 'request.invalid', errors: [{ pointer: '#/no' }] });
  });

  test.each([['/nowhere'], ['/public/nowhere']])('an unknown path %s', async (path) => {
    const answer = await agent().get(path);
    expect(answer.status).toBe(404);
    expect(answer.body).toMatchObject({ code: 'resource.notFound', detail: '未找到' });
    expect(JSON.stringify(answer.body)).not.toContain('nowhere');
  });

  test('another method is not found', async () => {
    expect((await agent().delete('/list')).body).toMatchObject({ code: 'resource.notFound' });
  });

  test('a path that cannot be decoded', async () => {
    const answer = await agent().get('/list/%E0%A4%A');
    expect(answer.status).toBe(400);
    expect(answer.headers['x-content-type-options']).toBe('nosniff');
    expect(answer.body).toMatchObject({ code: 'request.invalid', requestId: expect.any(String) });
  });
});

describe('errors', () => {
  test('a refusal is told, not logged', async () => {
    const before = example.log().lines.length;
    const answer = await get('/refused');
    expect(answer.status).toBe(422);
    expect(answer.body).toMatchObject({ code: 'place.unknown', errors: [{ pointer: '#/place/code' }] });
    expect(
      example
        .log()
        .lines.slice(before)
        .filter(({ level }) => level !== 'info'),
    ).toEqual([]);
  });

  test('an unexpected error is logged with its stack and gives nothing away', async () => {
    const answer = await get('/broken').set('X-Request-Id', 'req-broken');
    expect(answer.status).toBe(500);
    expect(answer.body).toMatchObject({
      code: 'internal.unexpected',
      detail: '内部错误',
      requestId: 'req-broken',
    });
    expect(answer.text).not.toContain('fire');
    const line = example.log().lines.find(({ level }) => level === 'error');
    expect(line).toMatchObject({
      service: 'handover',
      requestId: 'req-broken',
      route: '/broken',
      err: { type: 'Error', message: 'disk on fire', stack: expect.stringContaining('example-app') },
    });
    expect(example.log().text).not.toContain('credit-code-911');
  });

  test('a server that is away is 503 with Retry-After', async () => {
    const answer = await get('/away');
    expect(answer.status).toBe(503);
    expect(answer.headers['retry-after']).toBe('5');
    expect(answer.body).toMatchObject({ code: 'service.unavailable' });
    expect(answer.text).not.toContain('10.0.0.5');
  });
});

describe('headers and logs', () => {
  test('an insane request id is replaced', async () => {
    const answer = await get('/list').set('X-Request-Id', 'a b');
    expect(answer.headers['x-request-id']).toMatch(/^[0-9a-f-]{36}$/);
  });

  test('every answer carries the security headers', async () => {
    for (const path of ['/public/open', '/nowhere', '/list']) {
      const { headers } = await agent().get(path);
      expect(headers).toMatchObject({
        'x-content-type-options': 'nosniff',
        'x-frame-options': 'SAMEORIGIN',
        'cache-control': 'no-store',
        'content-security-policy': expect.stringContaining("default-src 'self'"),
      });
      expect(headers['x-powered-by']).toBeUndefined();
    }
  });

  test('lines of a request name it and its hazard, and say nothing of tokens, bodies and queries', async () => {
    await post().set('X-Request-Id', 'req-logged').set('Cookie', 'sid=crumbly').send({ text: 'privately' });
    await get('/list?limit=143').set('X-Request-Id', 'req-listed');
    const ofRequest = example.log().lines.filter(({ requestId }) => requestId === 'req-logged');
    expect(ofRequest).toMatchObject([
      { msg: 'noted', hazardNo: 'SX2023-140105-GAS-202310-000017', level: 'info' },
      {
        msg: 'request answered',
        hazardNo: 'SX2023-140105-GAS-202310-000017',
        route: '/hazards/:no/notes',
        status: 201,
      },
    ]);
    const { text } = example.log();
    for (const secret of [bearer.slice(7), 'privately', 'crumbly', 'limit='])
      expect(text).not.toContain(secret);
  });
});
