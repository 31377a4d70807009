import type { RungAction, RungName } from '@bihuan/contracts';
import type { Language } from '@bihuan/platform/errors';
import { rungActions } from '@bihuan/process-core';

/** How a message about a rung is headed, and what it says of what the rung does. */
export interface Deeds {
  /** Null where the rung does nothing besides telling that something is due, or late. */
  readonly heading: string | null;
  /** Sentences behind the others; empty there. */
  readonly besides: string;
}

/** In the order of their weight: the first one that a rung does heads its message. */
type Words = readonly (readonly [RungAction, heading: string, besides: string])[];

// Whether an interview is opened is told by a message of its own: nobody stands above the government of the province.
const words: Readonly<Record<Language, Words>> = {
  'zh-CN': [
    ['raiseOneLevel', '提请上一级核查', '提请上一级核查。'],
    ['interview', '达到警示约谈条件', '长时间逾期，达到警示约谈条件。'],
    ['copyToSupervisoryOrgan', '抄送上级监督机关', '已抄送上级监督机关。'],
    ['circularEntry', '待列入情况通报', '已记下，待编发情况通报时列入。'],
  ],
  en: [
    ['raiseOneLevel', 'Raised one level', 'The level above is asked to verify.'],
    [
      'interview',
      'Condition for a warning interview met',
      'It is long overdue: the condition for a warning interview is met.',
    ],
    ['copyToSupervisoryOrgan', 'Copy to the supervisory organ', 'The supervisory organ has a copy.'],
    ['circularEntry', 'Noted for the circular', 'It is noted for the circular.'],
  ],
};

/** By what a rung does, whatever it is called. @param actions left out: what one of its name does */
export function deedsIn(
  language: Language,
  rung: RungName,
  actions: readonly RungAction[] = rungActions({ rung }),
): Deeds {
  const done = words[language].filter(([action]) => actions.includes(action));
  const [, heading = null] = done[0] ?? [];
  const besides = done.map(([, , sentence]) => sentence).join(language === 'en' ? ' ' : '');
  return { heading, besides };
}

/** Whether the level above is asked to verify. */
export function isRaised(rung: RungName, actions: readonly RungAction[] = rungActions({ rung })): boolean {
  return actions.includes('raiseOneLevel');
}
