import { describe as suite, expect, test } from '@jest/globals';
import { errorCodes } from '@bihuan/contracts';
import { QueryFailedError } from 'typeorm';
import { describe, DomainError, isUnavailable, languageOf, ServerAway, toProblem } from './index.ts';

const coded = (code: string) => Object.assign(new Error(`failed with ${code}`), { code });

suite('languageOf', () => {
  test.each([
    [undefined, 'zh-CN'],
    ['', 'zh-CN'],
    ['*', 'zh-CN'],
    ['fr, de;q=0.5', 'zh-CN'],
    ['en', 'en'],
    ['en-GB,en;q=0.9', 'en'],
    ['zh-CN,zh;q=0.9,en;q=0.8', 'zh-CN'],
    ['en;q=0.3, zh-TW;q=0.7', 'zh-CN'],
    ['fr, en;q=0.5', 'en'],
    ['en;q=0', 'zh-CN'],
    ['en;q=7, zh;q=0.1', 'zh-CN'],
    ['EN;Q=0.4', 'en'],
  ] as const)('%s → %s', (header, language) => {
    expect(languageOf(header)).toBe(language);
  });
});

suite('describe', () => {
  test('fills the gaps; a gap without a value stays', () => {
    expect(describe('clause.unknown', { standard: 'SX-GAS', clause: '第四条' }, 'zh-CN')).toBe(
      '判定标准 SX-GAS 没有条款 第四条',
    );
    expect(describe('place.unknown', {}, 'en')).toBe(
      'Place {code} does not exist or is not in force on that day',
    );
  });
});

suite('toProblem', () => {
  test('a refusal with its field, in both languages', () => {
    const error = new DomainError('place.unknown', { pointer: '/place/code', params: { code: '990000' } });
    expect(toProblem(error, 'zh-CN', 'r-1')).toEqual({
      type: 'urn:bihuan:problem:place.unknown',
      title: '内容无法受理',
      status: 422,
      detail: '行政区划 990000 不存在或当日未启用',
      code: 'place.unknown',
      errors: [
        { pointer: '#/place/code', code: 'place.unknown', detail: '行政区划 990000 不存在或当日未启用' },
      ],
      requestId: 'r-1',
    });
    expect(toProblem(error, 'en', 'r-1')).toMatchObject({
      title: 'Content cannot be accepted',
      detail: 'Place 990000 does not exist or is not in force on that day',
    });
  });

  test('an unexpected error gives nothing away', () => {
    const problem = toProblem(new Error('password of handover is 1234'), 'en', 'r-2');
    expect(problem).toMatchObject({ status: 500, code: 'internal.unexpected', errors: [], requestId: 'r-2' });
    expect(JSON.stringify(problem)).not.toContain('1234');
  });

  test('every status of the closed set has a title', () => {
    for (const code of Object.keys(errorCodes) as (keyof typeof errorCodes)[]) {
      expect(toProblem(new DomainError(code), 'en', 'r').title).not.toBe('The request failed');
    }
  });

  test('a pointer is written as a URI fragment', () => {
    const fields = [
      { pointer: '/单位 #1', code: 'field.unknown' },
      { pointer: '/\ud800', code: 'field.unknown' },
    ] as const;
    const errors = toProblem(new DomainError('request.invalid', { fields }), 'en', 'r').errors;
    expect(errors.map(({ pointer }) => pointer)).toEqual(['#/%E5%8D%95%E4%BD%8D%20%231', '#/%EF%BF%BD']);
  });
});

suite('isUnavailable', () => {
  test.each([
    ['refused connection', coded('ECONNREFUSED')],
    ['administrator shut the server down', coded('57P01')],
    ['server starting up', coded('57P03')],
    ['too many connections', coded('53300')],
    ['connection failure', coded('08006')],
    ['pool ran out of time', new Error('timeout exceeded when trying to connect')],
    ['connection ended under a query', new Error('Connection terminated unexpectedly')],
    ['wrapped by TypeORM', new QueryFailedError('SELECT 1', [], coded('57P02'))],
    ['wrapped as a cause', new Error('no', { cause: coded('ECONNRESET') })],
    ['said so by itself', new ServerAway('503 Slow Down')],
    ['one address of several', new AggregateError([coded('ECONNREFUSED'), new Error('other')])],
  ])('%s', (_name, error) => {
    expect(isUnavailable(error)).toBe(true);
    expect(toProblem(error, 'en', 'r').code).toBe('service.unavailable');
  });

  test.each([
    ['unique violation', coded('23505')],
    ['statement timeout', coded('57014')],
    ['something else', new TypeError('x is undefined')],
    ['not an error', 'ECONNREFUSED'],
    ['nothing', undefined],
  ])('not: %s', (_name, error) => {
    expect(isUnavailable(error)).toBe(false);
  });

  test('an error that is its own cause ends', () => {
    const error = new Error('round');
    error.cause = error;
    expect(isUnavailable(error)).toBe(false);
  });
});
