import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { Product } from './__fixtures__/product.ts';

let product: Product;
beforeEach(async () => {
  product = new Product();
  await product.start();
});
afterEach(() => {
  product.close();
});

describe('a command', () => {
  it('carries token, body and the key given', async () => {
    product.answer = () => ({ status: 201, body: '{"hazardNo":"1"}' });
    const reply = await product.as('office.handler').post('/hazards', { kind: 'a' }, 'key-1');
    expect(reply).toEqual({ hazardNo: '1' });
    expect(product.received).toMatchObject([
      {
        method: 'POST',
        path: '/api/v1/hazards',
        headers: {
          authorization: 'Bearer token-1',
          'idempotency-key': 'key-1',
          'content-type': 'application/json',
        },
        body: '{"kind":"a"}',
      },
    ]);
  });

  it('may change what is there', async () => {
    await product.as('office.handler').put('/calendar/days/2023-10-10', { kind: 'holiday' }, 'key-2');
    expect(product.received).toMatchObject([
      {
        method: 'PUT',
        path: '/api/v1/calendar/days/2023-10-10',
        headers: { 'idempotency-key': 'key-2', 'content-type': 'application/json' },
        body: '{"kind":"holiday"}',
      },
    ]);
  });

  it('has a key of its own where none is given', async () => {
    const api = product.as('office.handler');
    await api.post('/hazards', {});
    await api.post('/hazards', {});
    const keys = product.received.map(({ headers }) => headers['idempotency-key']);
    expect(keys).toEqual([expect.any(String), expect.any(String)]);
    expect(new Set(keys).size).toBe(2);
  });
});

describe('a file', () => {
  it('is sent in a form behind its fields, with token and key', async () => {
    product.answer = () => ({ status: 202, body: '{"id":"1"}' });
    const file = new File(['单位名称'], '台账.csv', { type: 'text/csv' });
    const api = product.as('office.system');
    expect(await api.upload('/hazards/imports', { ledger: 'major' }, file, 'key-1')).toEqual({ id: '1' });
    const [{ headers, body } = { headers: {}, body: '' }] = product.received;
    expect(headers).toMatchObject({ authorization: 'Bearer token-1', 'idempotency-key': 'key-1' });
    const boundary = /^multipart\/form-data; boundary=(.+)$/.exec(headers['content-type'] ?? '')?.[1] ?? '';
    expect(body.split(`--${boundary}`).map((part) => part.trim())).toEqual([
      '',
      'Content-Disposition: form-data; name="ledger"\r\n\r\nmajor',
      'Content-Disposition: form-data; name="file"; filename="台账.csv"\r\nContent-Type: text/csv\r\n\r\n单位名称',
      '--',
    ]);
  });

  it('that is refused is a problem', async () => {
    product.answer = () => ({ status: 413, body: '{"code":"upload.tooLarge","detail":"文件过大"}' });
    await expect(
      product.as('office.system').upload('/hazards/imports', {}, new File([], 'a.csv')),
    ).rejects.toMatchObject({ status: 413, code: 'upload.tooLarge' });
  });
});

describe('a token', () => {
  it('is asked for once as long as it is valid', async () => {
    const api = product.as('office.handler');
    await api.get('/fields');
    await api.get('/places');
    expect(product.tokenRequests).toHaveLength(1);
    expect(product.received.map(({ headers }) => headers.authorization)).toEqual([
      'Bearer token-1',
      'Bearer token-1',
    ]);
  });

  it('is asked for again within the last 30 seconds of its life', async () => {
    product.tokens = { status: 200, expiresIn: 29 };
    const api = product.as('office.handler');
    await api.get('/fields');
    await api.get('/places');
    expect(product.received.map(({ headers }) => headers.authorization)).toEqual([
      'Bearer token-1',
      'Bearer token-2',
    ]);
  });

  it('is one per account: a person signs in by password, a system by its secret', async () => {
    await product.as('office.handler').get('/fields');
    await product.as('office.system').get('/fields');
    expect(product.tokenRequests.map((form) => Object.fromEntries(form))).toEqual([
      expect.objectContaining({ grant_type: 'password', username: 'office.handler', password: 'secret' }),
      expect.objectContaining({
        grant_type: 'client_credentials',
        client_id: 'office.system',
        client_secret: 'system-secret',
      }),
    ]);
  });

  it('that is refused is a problem, and nothing is sent', async () => {
    product.tokens = { status: 401, expiresIn: 0 };
    await expect(product.as('office.handler').get('/fields')).rejects.toMatchObject({ status: 401 });
    expect(product.received).toEqual([]);
  });

  it('is not asked for where the account is unknown', async () => {
    await expect(product.as('nobody').get('/fields')).rejects.toThrow('no demo account nobody');
    expect(product.tokenRequests).toEqual([]);
  });
});

describe('a refusal', () => {
  it.each([
    [
      'a problem with its fields',
      '{"code":"field.invalid","detail":"字段无效","errors":[{"pointer":"/deadline"}]}',
      { code: 'field.invalid', message: '422 field.invalid: 字段无效 [{"pointer":"/deadline"}]' },
    ],
    [
      'a problem without detail',
      '{"code":"field.invalid"}',
      { code: 'field.invalid', message: '422 field.invalid: {"code":"field.invalid"}' },
    ],
    ['JSON that is no problem', '{"a":1}', { code: 'unknown', message: '422 unknown: {"a":1}' }],
    [
      'text',
      '<html>bad gateway</html>',
      { code: 'unknown', message: '422 unknown: <html>bad gateway</html>' },
    ],
    ['nothing', '', { code: 'unknown', message: '422 unknown: ' }],
  ])('is told from %s', async (_, body, told) => {
    product.answer = () => ({ status: 422, body });
    await expect(product.as('office.handler').get('/hazards')).rejects.toMatchObject({
      name: 'ApiProblem',
      status: 422,
      ...told,
    });
  });
});
