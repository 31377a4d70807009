import type { Rung } from '@bihuan/contracts';
import { describe, expect, it } from '@jest/globals';
import { shanghai } from '../__fixtures__/stored-years.ts';
import { rungAheadWords } from './rung-ahead.ts';

const words = (rung: Rung) =>
  rungAheadWords({ ...rung, at: shanghai('2023-10-12 18:00') }, 'acknowledge', '太原市人民政府');

describe('what a rung ahead says', () => {
  it.each<[Rung, string, string]>([
    [
      { rung: 'reminder' },
      '2023-10-12 18:00，若太原市人民政府仍未签收：提醒责任单位经办人。',
      'acknowledge the handover, a reminder goes to the handlers of the organisation.',
    ],
    [
      { rung: 'overdue', to: ['unitLeader', 'superior'] },
      '2023-10-12 18:00，若太原市人民政府仍未签收：记为逾期，告知责任单位负责人、上级单位。',
      'it is marked overdue; notice goes to its leader, its superior.',
    ],
    [
      { rung: 'raise', to: ['governor'], actions: ['raiseOneLevel'] },
      '2023-10-12 18:00，若太原市人民政府仍未签收：提请上一级核查，告知省长、上级单位。',
      'the level above is asked to verify; notice goes to the governor, its superior.',
    ],
    [
      { rung: 'overdue', to: ['responsible'], actions: ['copyToSupervisoryOrgan', 'circularEntry'] },
      '抄送上级监督机关、记下待列入情况通报，告知责任单位经办人、上级监督机关。',
      'a copy goes to the supervisory organ, it is noted for the circular; notice goes to the handlers of the organisation, the supervisory organ.',
    ],
  ])('%j', (rung, zh, en) => {
    expect(words(rung).zh).toContain(zh);
    expect(words(rung).en).toContain(en);
  });
});
