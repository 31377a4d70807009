import { describe, expect, it } from '@jest/globals';
import { emptyCase } from '../__fixtures__/cases.ts';
import { handover, industryAt, territorialAt } from '../__fixtures__/facts.ts';
import { rectifyingSince, settledBy, type SettlingFact } from './settlements.ts';

const acknowledged = (at: string, orgCode?: string) =>
  handover({
    track: 'territorial',
    status: 'acknowledged',
    at,
    ...(orgCode && { orgCode, orgName: orgCode }),
  }) as SettlingFact;

describe('settling a track', () => {
  it('keeps who took it and when', () => {
    expect(settledBy(emptyCase(), acknowledged(territorialAt))).toEqual({
      territorialOrg: 'GOV-140100',
      territorialName: '太原市人民政府',
      territorialAt: new Date(territorialAt),
    });
  });

  it('dates an insistence by the decision, not by the refusal before it', () => {
    const fact = handover({ track: 'industry', status: 'insisted', at: industryAt }) as SettlingFact;
    expect(fact.data.answeredAt).toBe('2023-10-09T05:00:00.000Z');
    expect(settledBy(emptyCase(), fact).industryAt).toEqual(new Date(industryAt));
  });

  it.each([
    ['earlier', '2023-10-09T02:00:00.000Z', 'GOV-140200'],
    ['later', '2023-10-09T04:00:00.000Z', 'GOV-140100'],
    ['same', territorialAt, 'GOV-140100'],
  ])('of two for one track the earlier holds: %s', (_, at, holds) => {
    const known = { ...emptyCase(), ...settledBy(emptyCase(), acknowledged(territorialAt)) };
    const after = { ...known, ...settledBy(known, acknowledged(at, 'GOV-140200')) };
    expect(after.territorialOrg).toBe(holds);
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
