import type { ClockRule, Rung, RungName } from '@bihuan/contracts';
import { rungActions, rungTo } from './rungs.ts';

/** A ladder with the source of its figures. */
export interface Ladder {
  readonly rungs: Rung[];
  readonly basis: ClockRule['basis'];
}

/** A rung with its recipients and actions written out, so that they can be read and edited. */
const rung = (name: RungName, at: Pick<Rung, 'before' | 'after'> = {}): Rung => ({
  rung: name,
  ...at,
  to: [...rungTo({ rung: name })],
  actions: [...rungActions({ rung: name })],
});

const overdueAndLeader: readonly Rung[] = [rung('overdue'), rung('leader', { after: { workingDays: 3 } })];
const afterTheDue: readonly Rung[] = [...overdueAndLeader, rung('interview', { after: { workingDays: 7 } })];

/** For clocks of more than three days: a reminder three working days ahead. */
export const standardLadder: Ladder = {
  rungs: [rung('reminder', { before: { workingDays: 3 } }), ...afterTheDue],
  basis: {
    origin: 'default',
    zh: '默认设置，非法规规定：到期前3个工作日提醒，到期记为逾期并告知上级，逾期3个工作日报其负责人，逾期7个工作日警示约谈。',
    en: 'Default, not from a regulation: reminder 3 working days ahead; on the date overdue, its superior told; its leader after 3 more working days; warning interview after 7.',
  },
};

/** For clocks of one to three days, in which three working days ahead would lie before the start. */
export const shortLadder: Ladder = {
  rungs: [rung('reminder', { before: { hours: 4 } }), ...afterTheDue],
  basis: {
    origin: 'default',
    zh: '默认设置，非法规规定：到期前4小时提醒，到期记为逾期并告知上级，逾期3个工作日报其负责人，逾期7个工作日警示约谈。',
    en: 'Default, not from a regulation: reminder 4 hours ahead; on the date overdue, its superior told; its leader after 3 more working days; warning interview after 7.',
  },
};

/** For what follows a warning interview: who does not keep it is not interviewed again, but raised one level (提级核查). */
export const interviewLadder: Ladder = {
  rungs: [
    rung('reminder', { before: { workingDays: 1 } }),
    ...overdueAndLeader,
    rung('raise', { after: { workingDays: 7 } }),
  ],
  basis: {
    origin: 'default',
    zh: '默认设置，非法规规定：到期前1个工作日提醒，到期记为逾期并告知上级，逾期3个工作日报其负责人，逾期7个工作日抄送上级监督机关并提级核查。',
    en: 'Default, not from a regulation: reminder 1 working day ahead; on the date overdue, its superior told; its leader after 3 more working days; after 7 a copy to the supervisory organ and verification one level up.',
  },
};
