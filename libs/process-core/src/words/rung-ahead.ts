import type { ClockKind } from '@bihuan/contracts';
import type { Bilingual } from '../bilingual.ts';
import { localText } from '../calendar/local-text.ts';
import type { PlannedRung } from '../clocks/clock-state.ts';
import { rungActions, rungTo } from '../policy/rungs.ts';
import { actionWords, clockTasks, listed, recipientWords } from './clock-words.ts';

/** What will happen at a rung if nothing is done: when, about whom, what, and who is told. */
export function rungAheadWords(rung: PlannedRung, kind: ClockKind, organisation: string): Bilingual {
  const at = localText(rung.at);
  const task = clockTasks[kind];
  const actions = rungActions(rung);
  const told = actionWords[actions.includes('remind') ? 'remind' : 'notify'];
  const recipients = listed(rungTo(rung).map((recipient) => recipientWords[recipient]));
  const besides = actions.filter((action) => action !== 'remind' && action !== 'notify');
  const done = listed(besides.map((action) => actionWords[action]));
  return {
    zh: `${at}，若${organisation}仍未${task.zh}：${done.zh && `${done.zh}，`}${told.zh}${recipients.zh}。`,
    en: `${at}: if ${organisation} does not ${task.en}, ${done.en && `${done.en}; `}${told.en} to ${recipients.en}.`,
  };
}
