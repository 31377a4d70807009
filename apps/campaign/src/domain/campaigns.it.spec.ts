import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Campaign } from '@bihuan/contracts';
import {
  campaignHandler,
  departmentHandler,
  openReferenceBench,
  type ReferenceBench,
} from './reference-bench.fixture.ts';
import { ChangePolicy } from './change-policy.ts';
import { CreateCampaign } from './create-campaign.ts';
import { buildPolicy } from './seed/policy.ts';

let bench: ReferenceBench;

beforeAll(async () => {
  bench = await openReferenceBench();
  await bench.loadSeed();
});

afterAll(() => bench.close());

describe('campaigns', () => {
  const campaign: Campaign = {
    code: 'STORY1',
    nameZh: '演示专项行动',
    nameEn: 'Demonstration campaign',
    startsOn: '2023-10-09',
    endsOn: '2023-11-09',
    fields: ['gas'],
    policies: [
      { ...buildPolicy('2023-10-09'), demonstration: true, noticeHours: { from: '00:00', to: '24:00' } },
    ],
  };
  const create =
    (changes: Partial<Campaign> = {}, caller = campaignHandler) =>
    () =>
      bench.run((work) =>
        new CreateCampaign(bench.masters, bench.register).execute(work, caller, { ...campaign, ...changes }),
      );
  const changePolicy =
    (version: number, effectiveFrom: string, demonstration = true, code = 'STORY1') =>
    () =>
      bench.run((work) =>
        new ChangePolicy(bench.masters, bench.register).execute(work, campaignHandler, code, {
          policy: { ...buildPolicy(effectiveFrom), version, demonstration },
          reason: '演示',
        }),
      );

  it('publishes a new campaign and the manifest that counts it', async () => {
    const { events, notes } = await bench.effectsOf(create());
    const [{ items }] = await bench.dataSource.query<[{ items: number }]>(
      `SELECT count(*)::integer AS items FROM reference_master WHERE kind <> 'manifest'`,
    );
    expect(events).toMatchObject([
      { key: 'campaign/STORY1/2023-10-09', data: { version: 1, body: { ...campaign } } },
      { key: 'manifest/all/2019-01-01', data: { body: { items } } },
    ]);
    expect(notes).toBe(1);
  });

  it.each([
    ['the same code again', create(), 'campaign.exists', '/code'],
    ['the same code with another first day', create({ startsOn: '2023-10-10' }), 'campaign.exists', '/code'],
    ['an end before the start', create({ code: 'S2', endsOn: '2023-10-08' }), 'field.invalid', '/endsOn'],
    ['a field nobody knows', create({ code: 'S2', fields: ['gas', 'space'] }), 'field.invalid', '/fields/1'],
    [
      'a policy that begins after the campaign',
      create({ code: 'S2', policies: [buildPolicy('2023-10-10')] }),
      'field.invalid',
      '/policies/0/effectiveFrom',
    ],
    ['a policy out of number', changePolicy(3, '2023-10-10'), 'concurrency.stale', '/policy/version'],
    ['a policy for the past', changePolicy(2, '2023-10-08'), 'field.invalid', '/policy/effectiveFrom'],
    [
      'a demonstration turned real',
      changePolicy(2, '2023-10-10', false),
      'field.invalid',
      '/policy/demonstration',
    ],
  ])('refuses %s and writes nothing', async (_, attempt, code, pointer) => {
    const { result, events, notes } = await bench.effectsOf(attempt);
    expect(result).toMatchObject({ code, fields: [{ pointer }] });
    expect([events, notes]).toEqual([[], 0]);
  });

  it.each([
    [
      'a campaign set up from outside the campaign office',
      create({ code: 'S2' }, departmentHandler),
      'auth.notAllowed',
    ],
    [
      'the policy of a campaign nobody knows',
      changePolicy(2, '2023-10-10', true, 'NONE'),
      'resource.notFound',
    ],
  ])('refuses %s', async (_, attempt, code) => {
    expect((await bench.effectsOf(attempt)).result).toMatchObject({ code });
  });

  it('adds the next policy and keeps the one before', async () => {
    const { events } = await bench.effectsOf(changePolicy(2, '2023-10-10'));
    expect(events).toMatchObject([
      {
        key: 'campaign/STORY1/2023-10-09',
        data: { version: 2, body: { policies: [{ version: 1 }, { version: 2 }] } },
      },
    ]);
  });

  it('lets one of two policies with the same number through', async () => {
    const outcomes = await Promise.allSettled([
      changePolicy(3, '2023-10-11')(),
      changePolicy(3, '2023-10-11')(),
    ]);
    expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
  });
});
