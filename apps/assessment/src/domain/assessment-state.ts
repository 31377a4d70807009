import type { AssessmentState, MonthOfAssessment } from '@bihuan/contracts';
import type { Language } from '@bihuan/platform/errors';
import type { Bilingual } from '@bihuan/process-core';
import type { MonthStanding } from '../persistence/months.repository.ts';

const words: Readonly<Record<AssessmentState, Bilingual>> = {
  notRequested: {
    zh: '当月公开已发布，尚未发起考核',
    en: 'its edition is published, nobody has asked for it',
  },
  waiting: {
    zh: '已发起，等待当月公开发布、事实到齐',
    en: 'asked for, waiting for the edition and its facts',
  },
  telling: { zh: '已计算，正在逐项通报', en: 'counted, its hazards are being told' },
  published: { zh: '已通报', en: 'published' },
};

const unknown: Bilingual = {
  zh: '当月公开未发布，也未发起考核',
  en: 'it has no edition and nobody has asked for it',
};

export function stateOfMonth({ requestedAt, assessedAt, publishedAt }: MonthStanding): AssessmentState {
  if (publishedAt) return 'published';
  if (assessedAt) return 'telling';
  return requestedAt ? 'waiting' : 'notRequested';
}

/** How a month stands, in words; null: nothing is known of it. */
export function stateText(standing: MonthStanding | null, language: Language): string {
  return inLanguage(standing ? words[stateOfMonth(standing)] : unknown, language);
}

export function monthReply(
  campaignCode: string,
  standing: MonthStanding,
  language: Language,
): MonthOfAssessment {
  const { month, requestedAt, assessedAt, editionNo } = standing;
  return {
    campaignCode,
    month,
    state: stateOfMonth(standing),
    stateText: stateText(standing, language),
    requestedAt: requestedAt?.toISOString() ?? null,
    assessedAt: assessedAt?.toISOString() ?? null,
    editionNo,
  };
}

export function inLanguage({ zh, en }: Bilingual, language: Language): string {
  return language === 'en' ? en : zh;
}
