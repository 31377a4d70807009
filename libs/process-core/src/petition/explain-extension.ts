import type { Bilingual } from '../bilingual.ts';
import { localText } from '../calendar/local-text.ts';

/** "Why this date" for an end of rectification that was granted. */
export function explainExtension(before: Date, due: Date, decidedBy: Bilingual): Bilingual {
  const [from, to] = [localText(before), localText(due)];
  return {
    zh: `经${decidedBy.zh}批准延期：原至${from}，现至${to}（北京时间）止，届时即为逾期；不因节假日顺延。`,
    en: `Extended with the consent of ${decidedBy.en}: until ${to} Asia/Shanghai instead of ${from}; exactly then is late. Days off do not move it.`,
  };
}
