import type { Organisation } from '@bihuan/contracts';
import { describe, expect, it } from '@jest/globals';
import { hazardNo } from '../../__fixtures__/facts.ts';
import { due, lastRungAt, rungOf, rungOfEdition } from '../../__fixtures__/rungs.ts';
import { interviewerOf } from './interviewer-of.ts';
import { lastRungOf } from './last-rung.ts';
import { whyInterview } from './why-interview.ts';

describe('the organisation whose leader interviews', () => {
  const organisation = (code: string, parentCode: string | null): Organisation => ({
    code,
    nameZh: code,
    nameEn: code,
    level: 'province',
    parentCode,
    placeCode: '140000',
    campaignOffice: code === 'SX-OFFICE',
    creditCode: null,
  });
  const all = [
    organisation('SX-GOV', null),
    organisation('SX-OFFICE', 'SX-GOV'),
    organisation('SX-ZJT', 'SX-GOV'),
    organisation('GOV-140100', 'SX-GOV'),
    organisation('GOV-140105', 'GOV-140100'),
    organisation('GOV-140107', 'GOV-140199'),
  ];

  it.each([
    ['a county', 'GOV-140105', 'GOV-140100'],
    ['a city', 'GOV-140100', 'SX-GOV'],
    ['a department', 'SX-ZJT', 'SX-GOV'],
    ['the campaign office', 'SX-OFFICE', 'SX-GOV'],
    ['nobody stands above it: nobody', 'SX-GOV', undefined],
    ['who stood above it is not in force', 'GOV-140107', 'SX-OFFICE'],
    ['it is not in force', 'GOV-140999', 'SX-OFFICE'],
  ])('%s', (_, interviewee, interviewer) => {
    expect(interviewerOf(interviewee, all)?.code).toBe(interviewer);
  });

  it('is refused where there is no campaign office either', () => {
    expect(() => interviewerOf('GOV-140999', all.slice(0, 1))).toThrow('organisation.unknown');
  });
});

describe('a rung leads to an interview', () => {
  it.each([
    ['reminder', null],
    ['overdue', null],
    ['leader', null],
    ['raise', null],
    ['interview', 'SX2023'],
  ] as const)('%s', (rung, campaignCode) => {
    expect(lastRungOf(rungOf(hazardNo, { rung }))?.campaignCode ?? null).toBe(campaignCode);
  });

  it('where the policy says that it does, whatever it is called', () => {
    const early = rungOf(hazardNo, { rung: 'leader' });
    expect(
      lastRungOf({ ...early, data: { ...early.data, actions: ['notify', 'interview'] } }),
    ).not.toBeNull();
    const late = rungOf(hazardNo);
    expect(lastRungOf({ ...late, data: { ...late.data, actions: ['notify'] } })).toBeNull();
  });

  it('of a clock without a hazard in the campaign of its subject', () => {
    expect(lastRungOf(rungOfEdition('2023-10'))).toMatchObject({
      hazardNo: null,
      campaignCode: 'SX2023',
      rungAt: new Date(lastRungAt),
    });
  });
});

it('an interview says why', () => {
  expect(whyInterview({ kind: 'plan', due: new Date(due), rungAt: new Date(lastRungAt) })).toEqual({
    zh: '应于2023-10-27 18:00前报送整改方案，经催办至2023-11-07 18:00仍未办理，按催办规则警示约谈。',
    en: 'Had to file the rectification plan before 2023-10-27 18:00 and, after every reminder, had not on 2023-11-07 18:00: the ladder ends in a warning interview.',
  });
});
