import { atTimeOfDay, localText } from '@bihuan/process-core';

/** An instant of a reply as people in Shanghai read it. @param instant ISO 8601 */
export function textOf(instant: string): string {
  return localText(new Date(instant));
}

/** When a day ends by the real figures, in the same words. */
export function endOf(day: string): string {
  return localText(atTimeOfDay(day, '18:00'));
}
