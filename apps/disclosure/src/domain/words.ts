import type { Bilingual } from '@bihuan/process-core';

const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];

/** A month (`YYYY-MM`) as people read it. */
export function monthWords(month: string): Bilingual {
  const [year = '', number = ''] = month.split('-');
  return { zh: `${year}年${Number(number)}月`, en: `${MONTHS[Number(number) - 1] ?? number} ${year}` };
}

/** A day (`YYYY-MM-DD`) as people read it. */
export function dayWords(day: string): Bilingual {
  const { zh, en } = monthWords(day.slice(0, 7));
  const number = Number(day.slice(8, 10));
  return { zh: `${zh}${number}日`, en: `${number} ${en}` };
}

/** A text as one sentence: with one full stop, whatever it ended in. */
export function sentence(text: string): string {
  return `${text.trim().replace(/[。．.；;，,]+$/u, '')}。`;
}
