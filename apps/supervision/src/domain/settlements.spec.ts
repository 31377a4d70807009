import type { HazardFacts } from '@bihuan/process-core';
import { describe, expect, it } from '@jest/globals';
import { handover, industryAt, territorialAt } from '../__fixtures__/facts.ts';
import { holdersOf, rectifyingSince, settledBy, type Settlements, type SettlingFact } from './settlements.ts';

const acknowledged = (
  at: string,
  { orgCode, successor = false }: { orgCode?: string; successor?: boolean } = {},
) =>
  handover({
    track: 'territorial',
    status: 'acknowledged',
    at,
    successor,
    ...(orgCode && { orgCode, orgName: orgCode }),
  }) as SettlingFact;

const noHandovers = { handovers: {} };
/** What is known of a handover that was redirected. */
const redirected = (handoverId: string): Pick<HazardFacts, 'handovers'> => ({
  handovers: {
    [handoverId]: {
      version: 4,
      track: 'territorial',
      status: 'redirected',
      dispatchedAt: territorialAt,
      orgCode: 'GOV-140100',
    },
  },
});

describe('settling a track', () => {
  it('keeps who took it and when', () => {
    expect(holdersOf(settledBy({}, acknowledged(territorialAt)), noHandovers)).toEqual({
      territorialOrg: 'GOV-140100',
      territorialName: '太原市人民政府',
      territorialAt: new Date(territorialAt),
      industryOrg: null,
      industryName: null,
      industryAt: null,
    });
  });

  it('dates an insistence by the decision, not by the refusal before it', () => {
    const fact = handover({ track: 'industry', status: 'insisted', at: industryAt }) as SettlingFact;
    expect(fact.data.answeredAt).toBe('2023-10-09T05:00:00.000Z');
    expect(holdersOf(settledBy({}, fact), noHandovers).industryAt).toEqual(new Date(industryAt));
  });

  const first = acknowledged(territorialAt);
  const second = acknowledged('2023-10-09T04:00:00.000Z', { orgCode: 'GOV-140200', successor: true });
  const earlier = acknowledged('2023-10-09T02:00:00.000Z', { orgCode: 'GOV-140200', successor: true });

  it.each<[string, SettlingFact[], Pick<HazardFacts, 'handovers'>, string | null, string]>([
    ['the earlier has it', [first, second], noHandovers, 'GOV-140100', territorialAt],
    ['the earlier, heard last', [first, earlier], noHandovers, 'GOV-140200', '2023-10-09T02:00:00.000Z'],
    ['redirected: nobody, yet settled', [first], redirected(first.data.handoverId), null, territorialAt],
    [
      'redirected and taken on: the successor, settled since the first',
      [first, second],
      redirected(first.data.handoverId),
      'GOV-140200',
      territorialAt,
    ],
  ])('of two for one track: %s', (_, facts, known, org, at) => {
    for (const heard of [facts, facts.toReversed()]) {
      const holders = holdersOf(heard.reduce<Settlements>(settledBy, {}), known);
      expect([holders.territorialOrg, holders.territorialAt?.toISOString()]).toEqual([org, at]);
    }
  });
});

describe('rectifying since', () => {
  const [early, late] = [new Date(territorialAt), new Date(industryAt)];
  it.each([
    ['neither', null, null, null],
    ['one track', early, null, null],
    ['the other track', null, late, null],
    ['both, industry last', early, late, late],
    ['both, territorial last', late, early, late],
  ])('%s', (_, territorial, industry, since) => {
    expect(rectifyingSince({ territorialAt: territorial, industryAt: industry })).toEqual(since);
  });
});
