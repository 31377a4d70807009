import type { Period } from '@bihuan/contracts';
import type { Bilingual } from '../bilingual.ts';
import { addDays, type LocalDate } from '../calendar/local-date.ts';
import { localText } from '../calendar/local-text.ts';
import type { WorkingCalendar } from '../calendar/working-calendar.ts';

/** What a count of days went through. */
export interface DayCount {
  readonly startDay: LocalDate;
  readonly period: Period;
  /** The last day before it was moved off a day without work. */
  readonly nominal: LocalDate;
  readonly lastDay: LocalDate;
  readonly dayEnds: string;
  readonly provisional: boolean;
  readonly calendar: WorkingCalendar;
}

/** "Why this date" for a period that ends with a day. */
export function explainDays(count: DayCount): Bilingual {
  const { startDay, period, lastDay, dayEnds } = count;
  const named = periodText(period);
  return joined([
    {
      zh: `自${startDay}起算（当日不计），${named.zh}，至${lastDay} ${dayEnds}（北京时间）止，届时即为逾期。`,
      en: `${named.en} from ${startDay} (that day not counted), until ${lastDay} ${dayEnds} Asia/Shanghai; exactly then is late.`,
    },
    ...moved(count),
    ...exceptions(count),
    ...provisionally(count),
  ]);
}

/** "Why this date" for a period of hours or seconds. */
export function explainDuration(start: Date, period: Period, due: Date): Bilingual {
  const named = periodText(period);
  return {
    zh: `自${localText(start)}起${named.zh}，至${localText(due)}（北京时间）止，届时即为逾期。`,
    en: `${named.en} from ${localText(start)}, until ${localText(due)} Asia/Shanghai; exactly then is late.`,
  };
}

/** "Why this date" for a date that a person named. */
export function explainNamedDue(due: Date): Bilingual {
  return {
    zh: `由有权人确定的日期，至${localText(due)}（北京时间）止，届时即为逾期；不因节假日顺延。`,
    en: `A date that was named, until ${localText(due)} Asia/Shanghai; exactly then is late. Days off do not move it.`,
  };
}

function moved({ nominal, lastDay, dayEnds, calendar }: DayCount): Bilingual[] {
  if (nominal === lastDay) return [];
  if (calendar.isWorkingDay(nominal))
    return [
      {
        zh: `起算时已过${nominal} ${dayEnds}，顺延至下一工作日。`,
        en: `${nominal} ${dayEnds} had passed at the start: moved to the next working day.`,
      },
    ];
  return [
    {
      zh: `${nominal}不是工作日，顺延至${lastDay}。`,
      en: `${nominal} is not a working day: moved to ${lastDay}.`,
    },
  ];
}

function exceptions({ startDay, period, lastDay, calendar }: DayCount): Bilingual[] {
  const { holidays, makeUpDays } = calendar.exceptions(addDays(startDay, 1), lastDay);
  if (!('workingDays' in period) || holidays.length + makeUpDays.length === 0) return [];
  const skipped = { zh: `放假不计：${list(holidays)}`, en: `holidays not counted: ${list(holidays)}` };
  const worked = { zh: `调休上班计入：${list(makeUpDays)}`, en: `make-up days counted: ${list(makeUpDays)}` };
  const parts = [...(holidays.length > 0 ? [skipped] : []), ...(makeUpDays.length > 0 ? [worked] : [])];
  return [
    {
      zh: `${parts.map((part) => part.zh).join('；')}。`,
      en: `With ${parts.map((part) => part.en).join('; ')}.`,
    },
  ];
}

function provisionally({ provisional }: DayCount): Bilingual[] {
  if (!provisional) return [];
  return [
    {
      zh: '所涉年份的工作日历尚未入库，暂按周一至周五计算，入库后重新推算。',
      en: 'The calendar of a year in it is not stored yet: Monday to Friday is assumed until it is.',
    },
  ];
}

function list(days: readonly LocalDate[]): string {
  return days.join(', ');
}

function joined(sentences: readonly Bilingual[]): Bilingual {
  return { zh: sentences.map(({ zh }) => zh).join(''), en: sentences.map(({ en }) => en).join(' ') };
}

function periodText(period: Period): Bilingual {
  if ('workingDays' in period) return counted(period.workingDays, '个工作日', 'working day');
  if ('days' in period) return counted(period.days, '日', 'day');
  if ('months' in period) return counted(period.months, '个月', 'month');
  if ('hours' in period) return counted(period.hours, '小时', 'hour');
  return counted(period.seconds, '秒', 'second');
}

function counted(n: number, zh: string, en: string): Bilingual {
  return { zh: `${n}${zh}`, en: `${n} ${en}${n === 1 ? '' : 's'}` };
}
