import type { ClockRule, Period, Policy } from '@bihuan/contracts';
import { type Ladder, shortLadder, standardLadder } from '@bihuan/process-core';

const ownDefault = (zh: string, en: string): ClockRule['basis'] => ({ origin: 'default', zh, en });
const regulation = (zh: string, en: string): ClockRule['basis'] => ({ origin: 'regulation', zh, en });

const after13710 = ownDefault(
  '系统默认，非法规规定；参照山西省“13710”督办制度',
  "Our default, not from a regulation; after Shanxi's 13710 e-supervision rule",
);
const plainDefault = ownDefault('系统默认，非法规规定', 'Our default, not from a regulation');

/** The period's source, then the ladder's: a period from a regulation still climbs a ladder of our own. */
function rule(period: Period, ladder: Ladder, { origin, zh, en }: ClockRule['basis']): ClockRule {
  const basis = {
    origin,
    zh: `期限：${zh}。催办：${ladder.basis.zh}`,
    en: `Period: ${en}. Ladder: ${ladder.basis.en}`,
  };
  return { period, ladder: ladder.rungs, basis };
}

/** First version of the policy: every clock with its period, its ladder and where the figure comes from. Editable afterwards. */
export function buildPolicy(effectiveFrom: string): Policy {
  return {
    version: 1,
    effectiveFrom,
    dayEnds: '18:00',
    noticeHours: { from: '08:00', to: '20:00' },
    demonstration: false,
    clocks: {
      handOver: rule({ workingDays: 1 }, shortLadder, after13710),
      acknowledge: rule({ workingDays: 1 }, shortLadder, after13710),
      refusalDecision: rule({ workingDays: 1 }, shortLadder, plainDefault),
      plan: rule({ workingDays: 3 }, shortLadder, after13710),
      progress: rule({ days: 10 }, standardLadder, plainDefault),
      rectify: rule(
        { days: 30 },
        standardLadder,
        ownDefault(
          '系统默认30日，非法规规定；登记时逐项确定，最长一年（参照青岛市2012年“3+X”规定）',
          'Our default of 30 days, not from a regulation; set for each hazard at registration, at most one year (after the Qingdao 3+X rule of 2012)',
        ),
      ),
      accept: rule(
        { days: 10 },
        standardLadder,
        regulation(
          '参照湖北省2010年规定：自申请之日起10日内现场验收',
          'After the Hubei rule of 2010: on site within 10 days of the application',
        ),
      ),
      strikeOff: rule({ workingDays: 5 }, standardLadder, plainDefault),
      listing: rule({ workingDays: 5 }, standardLadder, plainDefault),
    },
  };
}
