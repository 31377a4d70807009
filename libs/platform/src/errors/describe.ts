import { type ErrorCode, errorCodes } from '@bihuan/contracts';
import type { Language } from './language.ts';

/** The text of a code in a language, `{name}`s filled from the params. */
export function describe(
  code: ErrorCode,
  params: Readonly<Record<string, string | number>>,
  language: Language,
): string {
  const { zh, en } = errorCodes[code];
  return (language === 'en' ? en : zh).replace(/\{(\w+)\}/g, (gap, name: string) =>
    String(params[name] ?? gap),
  );
}
