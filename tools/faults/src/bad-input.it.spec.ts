import type { ErrorCode, HandoverReply, RegisteredReply, RegisterHazard } from '@bihuan/contracts';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { gasStation } from './product/hazard.ts';
import { handedOver, untilPicture } from './product/picture.ts';
import { Product } from './product/product.ts';
import { type RawCall, refusalOf } from './product/raw-call.ts';
import { expiredToken, foreignToken, tokenOf } from './product/tokens.ts';

let product: Product;
let hazardNo: string;
let handoverId: string;
let department: string;

beforeAll(async () => {
  product = await Product.start();
  const zjt = await product.as('zjt.handler');
  ({ hazardNo } = await zjt.post<RegisteredReply>('/hazards', gasStation()));
  await untilPicture(product, hazardNo, handedOver);
  const { items } = await zjt.get<{ items: HandoverReply[] }>(
    `/handovers?hazardNo=${hazardNo}&track=territorial`,
  );
  handoverId = items[0]!.handoverId;
  department = await tokenOf(product, 'zjt.handler');
}, 120_000);
afterAll(() => product.stop(), 60_000);

/** Rows of everything that a command leaves behind, at each owner. */
async function traces(): Promise<unknown[]> {
  const sql = `SELECT (SELECT count(*) FROM outbox) AS facts, (SELECT count(*) FROM audit_entry) AS acts,
    (SELECT count(*) FROM idempotency_key) AS answers, (SELECT count(*) FROM inbox) AS heard`;
  const owners = ['registration', 'handover', 'supervision'] as const;
  const rows = await Promise.all(owners.map((owner) => product.rows(owner, sql)));
  return [...rows.flat(), ...(await product.rows('registration', 'SELECT count(*) FROM hazard'))];
}

async function expectRefused(
  path: string,
  call: RawCall,
  [status, code, ...fields]: readonly [number, ErrorCode, ...string[]],
): Promise<void> {
  const before = await traces();
  const refusal = await refusalOf(product.surroundings.urls.gateway, path, call);
  expect(refusal).toEqual({
    status,
    code,
    fields,
    type: expect.stringMatching(/^application\/problem\+json/),
  });
  expect(await traces()).toEqual(before);
}

type Wanted = readonly [number, ErrorCode, ...string[]];
const unit = (creditCode: string) => ({ responsible: { type: 'unit' as const, name: '某站', creditCode } });

describe('a registration that cannot be, held against the real divisions, standards and policy', () => {
  const refusals: [string, Partial<RegisterHazard> & Record<string, unknown>, Wanted][] = [
    [
      'place that no longer exists',
      { place: { code: '140726', address: '某路' } },
      [422, 'place.unknown', '#/place/code'],
    ],
    ['unknown field', { fieldCode: 'astrology' }, [422, 'fieldOfSupervision.unknown', '#/fieldCode']],
    ['unknown clause', { clauseNo: '第九十九条' }, [422, 'clause.unknown', '#/clauseNo']],
    [
      'clause a day before its standard',
      { foundOn: '2023-09-20' },
      [422, 'standard.notInForce', '#/standardCode'],
    ],
    [
      'standard of later years',
      { standardCode: 'MOHURD-JZG-2024-5', fieldCode: 'construction' },
      [422, 'standard.notInForce', '#/standardCode'],
    ],
    ['deadline that has passed', { deadline: '2023-10-08' }, [422, 'hazard.deadlinePast', '#/deadline']],
    ['deadline over a year ahead', { deadline: '2024-10-10' }, [422, 'hazard.deadlineTooFar', '#/deadline']],
    [
      'wrong check digit',
      unit('91330424MA28AQAQX0'),
      [422, 'unit.creditCodeInvalid', '#/responsible/creditCode'],
    ],
    ['huge text', { description: '长'.repeat(50_000) }, [400, 'request.invalid', '#/description']],
  ];

  it.each(refusals)('%s', async (_what, change, wanted) => {
    const body = JSON.stringify({ ...gasStation(), ...change });
    await expectRefused('/hazards', { token: department, body }, wanted);
  });
});

describe('a request that cannot be read', () => {
  const whole = JSON.stringify(gasStation());
  const refusals: [string, RawCall, Wanted][] = [
    ['broken JSON', { body: whole.slice(0, -1) }, [400, 'request.jsonMalformed']],
    [
      'form fields',
      { body: 'campaignCode=SX2023', contentType: 'application/x-www-form-urlencoded' },
      [415, 'request.contentType'],
    ],
    ['plain text', { body: whole, contentType: 'text/plain' }, [415, 'request.contentType']],
    ['a body of more than a mebibyte', { body: whole.padEnd(1_100_000) }, [413, 'request.tooLarge']],
  ];

  it.each(refusals)('%s', async (_what, call, wanted) => {
    await expectRefused('/hazards', { token: department, ...call }, wanted);
  });
});

describe('a caller who may not', () => {
  const body = JSON.stringify(gasStation());

  it('without a token', () => expectRefused('/hazards', { body }, [401, 'auth.tokenMissing']));

  it('with an expired token', async () =>
    expectRefused('/hazards', { body, token: await expiredToken(product) }, [401, 'auth.tokenExpired']));

  it('with a token of somebody else', async () =>
    expectRefused('/hazards', { body, token: await foreignToken(product) }, [401, 'auth.tokenInvalid']));

  const plan = {
    goalAndTask: '停业整改',
    methodAndMeasures: '停业整改',
    fundsAndMaterials: '自筹',
    organisationAndPersons: '企业负责',
    timeAndRequirement: '十日',
    safetyAndContingency: '停气',
  };
  const takenOn = { responsiblePerson: { name: '安全科负责人' }, leader: { name: '分管负责人' } };
  const ofAnotherCity: [string, () => string, RawCall, ErrorCode][] = [
    ['reads', () => `/hazards/${hazardNo}`, { method: 'GET' }, 'hazard.notFound'],
    ['reads the history of', () => `/hazards/${hazardNo}/timeline`, { method: 'GET' }, 'hazard.notFound'],
    ['reads the clocks of', () => `/hazards/${hazardNo}/clocks`, { method: 'GET' }, 'hazard.notFound'],
    [
      'files a plan for',
      () => `/hazards/${hazardNo}/plan`,
      { body: JSON.stringify(plan) },
      'hazard.notFound',
    ],
    [
      'answers for',
      () => `/handovers/${handoverId}/acknowledge`,
      { body: JSON.stringify(takenOn) },
      'handover.notFound',
    ],
  ];

  it.each(ofAnotherCity)(
    'Datong %s a hazard of Taiyuan: it is not there',
    async (_does, path, call, code) => {
      const token = await tokenOf(product, 'datong.handler');
      await expectRefused(path(), { ...call, token }, [404, code]);
    },
  );
});
