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
  const actions = listed(rungActions(rung).map((action) => actionWords[action]));
  const recipients = listed(rungTo(rung).map((recipient) => recipientWords[recipient]));
  return {
    zh: `${at}，若${organisation}仍未${task.zh}：${actions.zh}；告知${recipients.zh}。`,
    en: `${at}: if ${organisation} does not ${task.en}: ${actions.en}; told to ${recipients.en}.`,
  };
}
