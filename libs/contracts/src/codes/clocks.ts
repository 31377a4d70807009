import type { ErrorCodeEntry } from './entry.ts';

export const clockCodes = {
  'clock.notFound': { status: 404, zh: '未找到该期限', en: 'The clock was not found' },
  'clock.notOpen': { status: 409, zh: '该期限已了结', en: 'This clock has ended' },
  'clock.paused': { status: 409, zh: '该期限已暂停计时', en: 'This clock stands still already' },
  'clock.notPaused': { status: 409, zh: '该期限未暂停计时', en: 'This clock does not stand still' },
  'policy.incomplete': {
    status: 422,
    zh: '政策缺少：{missing}',
    en: 'The policy lacks: {missing}',
  },
  'policy.versionUnknown': {
    status: 422,
    zh: '专项行动 {code} 没有第 {version} 版政策',
    en: 'Campaign {code} has no version {version} of its policy',
  },
  'policy.factUnknown': {
    status: 422,
    zh: '期限 {clock} 不能由该事实起止，可用：{known}',
    en: 'Clock {clock} cannot start or end with this fact; known are: {known}',
  },
  'policy.ownerUnknown': {
    status: 422,
    zh: '期限 {clock} 由 {owner} 负责',
    en: 'Clock {clock} belongs to {owner}',
  },
  'policy.rungsBackwards': {
    status: 422,
    zh: '期限 {clock} 的催办阶梯次序颠倒：{rung}',
    en: 'The rungs of clock {clock} run backwards at {rung}',
  },
  'policy.rungsMixed': {
    status: 422,
    zh: '期限 {clock} 逾期后的各级催办须用同一单位计算：{rung}',
    en: 'The rungs of clock {clock} behind its due must be counted in one unit: {rung} is not',
  },
  'calendar.dayBoth': {
    status: 422,
    zh: '同一日不能既是放假又是上班：{days}',
    en: 'A day cannot be both holiday and worked: {days}',
  },
  'reprojection.changed': {
    status: 409,
    zh: '预览之后情况有变，请重新预览',
    en: 'Things have changed since the preview: make another',
  },
  'reprojection.nothing': {
    status: 409,
    zh: '没有期限需要调整',
    en: 'No clock would move',
  },
} as const satisfies Record<string, ErrorCodeEntry>;
