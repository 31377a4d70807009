import type { ClockKind, Role, Track } from '@bihuan/contracts';
import type { Language } from '@bihuan/platform/errors';
import { type Bilingual, clockTasks } from '@bihuan/process-core';

interface Words {
  /** What is to be done under each clock, as a verb. */
  readonly clocks: Readonly<Record<ClockKind, string>>;
  readonly tracks: Readonly<Record<Track, string>>;
  readonly roles: Readonly<Record<Role, string>>;
}

function tasksIn(language: keyof Bilingual): Words['clocks'] {
  const inLanguage = Object.entries(clockTasks).map(([kind, task]) => [kind, task[language]] as const);
  return Object.fromEntries(inLanguage) as Words['clocks'];
}

const zh: Words = {
  clocks: tasksIn('zh'),
  tracks: { territorial: '属地', industry: '行业' },
  roles: {
    handler: '经办人',
    leader: '负责人',
    governor: '省长',
    viceGovernor: '副省长',
    enterprise: '企业负责人',
    system: '业务系统',
    operations: '运维',
  },
};

const en: Words = {
  clocks: tasksIn('en'),
  tracks: { territorial: 'territorial', industry: 'industry' },
  roles: {
    handler: 'handler',
    leader: 'leader',
    governor: 'governor',
    viceGovernor: 'vice-governor',
    enterprise: 'head of safety',
    system: 'own system',
    operations: 'operations',
  },
};

export const words: Readonly<Record<Language, Words>> = { 'zh-CN': zh, en };
