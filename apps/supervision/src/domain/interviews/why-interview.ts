import { type Bilingual, clockTasks, localText } from '@bihuan/process-core';
import type { InterviewCause } from '../../persistence/interview-cause.entity.ts';

/** Why a clock leads to a warning interview. */
export function whyInterview({
  kind,
  due,
  rungAt,
}: Pick<InterviewCause, 'kind' | 'due' | 'rungAt'>): Bilingual {
  const [late, last, task] = [localText(due), localText(rungAt), clockTasks[kind]];
  return {
    zh: `应于${late}前${task.zh}，经催办至${last}仍未办理，按催办规则警示约谈。`,
    en: `Had to ${task.en} before ${late} and, after every reminder, had not on ${last}: the ladder ends in a warning interview.`,
  };
}
