import { hazardNo } from './door-world.ts';

/** A clock as an owner tells of it; id, owner and due are the test's. */
export const baseClock = {
  kind: 'plan',
  hazardNo,
  version: 1,
  state: 'open',
  wakeAt: null,
  overdueAt: null,
  waitsFor: { orgCode: 'SX-YJT', orgName: '省应急管理厅' },
  startedAt: '2023-10-09T01:00:00Z',
  startsWith: ['rectifying'],
  endsWith: ['planFiled'],
  period: { workingDays: 3 },
  explanation: '',
  policyVersion: 1,
  calendarVersion: 1,
  provisional: false,
  basis: { origin: 'default', text: '' },
  days: [],
  dueByToday: null,
  pausedAt: null,
  changes: [],
  rungsTaken: [],
  rungsSkipped: [],
  rungsAhead: [],
};
