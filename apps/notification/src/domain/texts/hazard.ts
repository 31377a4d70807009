import type { Language } from '@bihuan/platform/errors';
import type { About } from '../about.ts';

const written: Readonly<Record<Language, (about: About) => string>> = {
  'zh-CN': ({ hazardNo, place, field, unit }) => `重大事故隐患 ${hazardNo}（${place}，${field}，${unit}）`,
  en: ({ hazardNo, place, field, unit }) => `Major accident hazard ${hazardNo} (${place}; ${field}; ${unit})`,
};

/** What every message calls its hazard: number, place, field and unit. */
export function hazardIn(language: Language, about: About): string {
  return written[language](about);
}
