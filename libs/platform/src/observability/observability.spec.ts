import { afterAll, afterEach, beforeAll, describe, expect, jest, test } from '@jest/globals';
import { Logger } from '@nestjs/common';
import pino from 'pino';
import request from 'supertest';
import { type ExampleApp, startExampleApp } from '../http/example-app.fixture.ts';
import { Readiness, ReadinessPart, withHazard, withLogFields } from './index.ts';
import { logOptions } from './log-options.ts';

class Part extends ReadinessPart {
  constructor(
    override readonly name: string,
    private readonly answer: () => Promise<void>,
  ) {
    super();
  }

  override check(): Promise<void> {
    return this.answer();
  }
}
const ready = () => Promise.resolve();
const away = () => Promise.reject(new Error('connect ECONNREFUSED 10.0.0.5:5432'));

describe('Readiness', () => {
  beforeAll(() => {
    Logger.overrideLogger(false);
  });
  afterEach(() => {
    jest.useRealTimers();
  });

  test('names the parts that are not ready', async () => {
    const readiness = new Readiness();
    readiness.register(new Part('database', away));
    readiness.register(new Part('kafka', ready));
    expect(await readiness.report()).toEqual({
      status: 'notReady',
      parts: { database: 'notReady', kafka: 'ready' },
      notReady: ['database'],
    });
  });

  test('tells the truth when a part comes back', async () => {
    let answer: () => Promise<void> = away;
    const readiness = new Readiness();
    readiness.register(new Part('database', () => answer()));
    expect((await readiness.report()).status).toBe('notReady');
    answer = ready;
    expect((await readiness.report()).status).toBe('ready');
  });

  test('a part that throws instead of rejecting is not ready', async () => {
    const readiness = new Readiness();
    readiness.register(
      new Part('odd', () => {
        throw new TypeError('not connected');
      }),
    );
    expect((await readiness.report()).notReady).toEqual(['odd']);
  });

  test('waits two seconds for a part that hangs, no longer', async () => {
    jest.useFakeTimers();
    const readiness = new Readiness();
    readiness.register(new Part('temporal', () => new Promise(() => undefined)));
    readiness.register(new Part('kafka', ready));
    const report = readiness.report();
    await jest.advanceTimersByTimeAsync(2_000);
    expect((await report).parts).toEqual({ temporal: 'notReady', kafka: 'ready' });
    expect(jest.getTimerCount()).toBe(0);
  });

  test('is over when the shutdown begins', async () => {
    const readiness = new Readiness();
    readiness.onModuleDestroy();
    expect(await readiness.report()).toMatchObject({ status: 'notReady', notReady: ['running'] });
  });
});

describe('log lines', () => {
  function linesOf(write: (logger: pino.Logger) => void): Record<string, unknown>[] {
    const lines: Record<string, unknown>[] = [];
    const destination = { write: (line: string) => lines.push(JSON.parse(line) as Record<string, unknown>) };
    write(pino(logOptions({ service: 'supervision', logLevel: 'info' }), destination));
    return lines;
  }

  test('name service, level, request and hazard', () => {
    const lines = linesOf((logger) => {
      withLogFields({ requestId: 'r-1' }, () => {
        withHazard('SX2023-140105-GAS-202310-000017', () => {
          logger.info('inside');
        });
        logger.warn('around');
      });
      logger.info('outside');
    });
    expect(lines).toMatchObject([
      {
        msg: 'inside',
        service: 'supervision',
        requestId: 'r-1',
        hazardNo: 'SX2023-140105-GAS-202310-000017',
      },
      { msg: 'around', level: 'warn', requestId: 'r-1' },
      { msg: 'outside', level: 'info' },
    ]);
    expect(lines[1]).not.toHaveProperty('hazardNo');
    expect(lines[2]).not.toHaveProperty('requestId');
  });

  test('the context holds across awaits and does not mix', async () => {
    const seen = await Promise.all(
      ['a', 'b'].map((hazardNo) =>
        withHazard(hazardNo, async () => {
          await Promise.resolve();
          return linesOf((logger) => {
            logger.info('x');
          })[0]?.['hazardNo'];
        }),
      ),
    );
    expect(seen).toEqual(['a', 'b']);
  });

  test('secrets and contents are left out', () => {
    const secrets = {
      authorization: 'Bearer s3cret',
      body: { text: 's3cret' },
      token: 's3cret',
      password: 's3cret',
    };
    const [line] = linesOf((logger) => {
      logger.info(
        { ...secrets, request: { ...secrets, headers: { cookie: 's3cret' } }, hazard: 'kept' },
        'done',
      );
    });
    expect(JSON.stringify(line)).not.toContain('s3cret');
    expect(line).toMatchObject({ hazard: 'kept' });
  });

  test('an error keeps stack, code and causes, not what a library hung on it', () => {
    const cause = Object.assign(new Error('duplicate key'), {
      code: '23505',
      detail: 'Key (credit_code)=(911) exists',
    });
    const error = Object.assign(new Error('insert failed', { cause }), {
      parameters: ['911'],
      query: 'INSERT',
    });
    const [line] = linesOf((logger) => {
      logger.error({ err: error }, 'failed');
    });
    expect(line).toMatchObject({
      err: { message: 'insert failed', stack: expect.any(String), cause: { code: '23505' } },
    });
    expect(JSON.stringify(line)).not.toContain('911');
  });
});

describe('health and metrics over HTTP', () => {
  let example: ExampleApp;
  beforeAll(async () => {
    example = await startExampleApp();
  });
  afterAll(() => example.app.close());
  const get = (path: string) => request(example.app.getHttpServer()).get(path);

  test('alive whatever is away; ready only with all parts', async () => {
    expect((await get('/readyz')).body).toEqual({ status: 'ready', parts: {}, notReady: [] });
    example.app.get(Readiness).register(new Part('database', away));
    const answer = await get('/readyz');
    expect(answer.status).toBe(503);
    expect(answer.body).toEqual({
      status: 'notReady',
      parts: { database: 'notReady' },
      notReady: ['database'],
    });
    expect((await get('/healthz')).body).toEqual({ status: 'alive' });
    const reasons = example.log().lines.filter(({ msg }) => msg === 'database is not ready');
    expect(reasons).toMatchObject([
      { level: 'warn', err: { message: 'connect ECONNREFUSED 10.0.0.5:5432' } },
    ]);
  });

  test('metrics count requests by route pattern', async () => {
    await get('/hazards/SX2023-140105-GAS-202310-000017/nowhere');
    await get('/list?limit=3');
    const { headers, text } = await get('/metrics');
    expect(headers['content-type']).toMatch(/^text\/plain/);
    expect(text).toMatch(/bihuan_http_request_duration_seconds_count\{[^}]*route="\/list"[^}]*\} 1/);
    expect(text).toContain('service="handover"');
    expect(text).toContain('process_resident_memory_bytes');
    expect(text).not.toContain('SX2023');
  });
});
