import type { Campaign, Period, Policy } from '@bihuan/contracts';
import { defaultClocks } from '@bihuan/process-core';
import { referenceItem, smallProvince, testPolicy } from '@bihuan/testing/reference';

/** The calendar in which 10 October, a Tuesday, is a holiday. */
export const movedYear = {
  code: '2023',
  version: 2,
  holidays: [
    '2023-09-29',
    '2023-10-02',
    '2023-10-03',
    '2023-10-04',
    '2023-10-05',
    '2023-10-06',
    '2023-10-10',
  ],
  makeUpDays: ['2023-10-07', '2023-10-08'],
};
export const moved = referenceItem('calendarYear', '2023', movedYear);

/** The campaign with a second policy: three working days to acknowledge, or what a test says. */
export function withSecondPolicy(period: Period = { workingDays: 3 }) {
  const campaign = smallProvince().find(({ kind }) => kind === 'campaign')?.body as Campaign;
  const second: Policy = {
    ...{ ...testPolicy, version: 2, effectiveFrom: '2023-10-09' },
    clocks: {
      ...testPolicy.clocks,
      acknowledge: { ...defaultClocks.acknowledge, period },
    },
  };
  return referenceItem('campaign', campaign.code, { ...campaign, policies: [testPolicy, second] });
}
