import type { Campaign } from '@bihuan/contracts';
import { describe, expect, it } from '@jest/globals';
import { scheduleOf } from './schedule-of.ts';

const campaign: Campaign = {
  code: 'SX2023',
  nameZh: '专项行动',
  nameEn: 'Campaign',
  startsOn: '2023-04-25',
  endsOn: '2023-12-31',
  fields: [],
  policies: [
    {
      version: 1,
      effectiveFrom: '2023-04-25',
      dayEnds: '18:00',
      noticeHours: { from: '08:00', to: '20:00' },
      clocks: {},
      demonstration: false,
    },
  ],
};

const written = (kind: 'disclosure' | 'assessment', offsetMs: number) =>
  scheduleOf(kind, campaign, offsetMs).spec.calendars?.map((calendar) => {
    const { year, month, dayOfMonth, hour, minute, second } = calendar;
    return [year, month, dayOfMonth, hour, minute, second].map(String).join(' ');
  });

describe('the schedule of a campaign', () => {
  it('names one instant a month, from the first edition until the last hazard can end, in UTC', () => {
    const instants = written('disclosure', 0);
    expect([instants?.length, instants?.[0], instants?.at(-1)]).toEqual([
      21,
      '2023 JUNE 5 1 0 0',
      '2025 FEBRUARY 5 1 0 0',
    ]);
    expect(written('assessment', 0)?.[0]).toBe('2023 JUNE 8 1 0 0');
  });

  it.each([
    ['three years behind', -3 * 365 * 86_400_000, '2026 JUNE 4 1 0 0'],
    ['an hour ahead', 3_600_000, '2023 JUNE 5 0 0 0'],
    ['a fraction of a second behind: never before the business time', -1, '2023 JUNE 5 1 0 1'],
  ])('is written in business time: a deployment %s', (_, offsetMs, first) => {
    expect(written('disclosure', offsetMs)?.[0]).toBe(first);
  });

  it('lets months overlap, takes what it missed, and says in Chinese what it is', () => {
    const { policies, state, action, scheduleId } = scheduleOf('disclosure', campaign, 7);
    expect(policies).toMatchObject({ overlap: 'ALLOW_ALL', pauseOnFailure: false });
    expect(state?.note).toContain('次月5日 09:00');
    expect(scheduleId).toBe('monthly-disclosure-SX2023');
    expect(action).toMatchObject({
      workflowType: 'monthlyDisclosure',
      args: [{ campaignCode: 'SX2023', businessOffsetMs: 7 }],
    });
  });
});
