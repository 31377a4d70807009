import { type Bilingual, localText } from '@bihuan/process-core';
import type { InterviewCause } from '../../persistence/interview-cause.entity.ts';

/** Why a clock leads to a warning interview. */
export function whyInterview({ due, rungAt }: Pick<InterviewCause, 'due' | 'rungAt'>): Bilingual {
  const [late, last] = [localText(due), localText(rungAt)];
  return {
    zh: `应于${late}前办结，经催办至${last}仍未办结，按催办规则警示约谈。`,
    en: `Due before ${late} and, after every reminder, still not done on ${last}: the ladder ends in a warning interview.`,
  };
}
