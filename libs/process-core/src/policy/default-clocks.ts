import type { ClockKind, ClockRule, MonthlyDays, Period, Policy } from '@bihuan/contracts';
import { clockFacts } from './clock-facts.ts';
import { interviewLadder, type Ladder, shortLadder, standardLadder } from './ladders.ts';

const ownDefault = (zh: string, en: string): ClockRule['basis'] => ({ origin: 'default', zh, en });
const regulation = (zh: string, en: string): ClockRule['basis'] => ({ origin: 'regulation', zh, en });

const after13710 = ownDefault(
  '系统默认，非法规规定；参照山西省“13710”督办制度',
  "Our default, not from a regulation; after Shanxi's 13710 e-supervision rule",
);
const plainDefault = ownDefault('系统默认，非法规规定', 'Our default, not from a regulation');
const sameMedium = regulation(
  '参照青岛市“3+X”规定、《煤矿安全生产条例》第四十九条：在同一媒体公布',
  'After the Qingdao 3+X rule and the Coal Mine Safety Regulation §49: in the same medium',
);

type OwnRule = Pick<ClockRule, 'period' | 'ladder' | 'basis'>;

/** The period's source, then the ladder's: a period from a regulation still climbs a ladder of our own. */
function rule(period: Period, ladder: Ladder, { origin, zh, en }: ClockRule['basis']): OwnRule {
  const basis = {
    origin,
    zh: `期限：${zh}。催办：${ladder.basis.zh}`,
    en: `Period: ${en}. Ladder: ${ladder.basis.en}`,
  };
  return { period, ladder: ladder.rungs, basis };
}

const rules: Readonly<Record<ClockKind, OwnRule>> = {
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
  publishListing: rule({ workingDays: 5 }, standardLadder, sameMedium),
  publishStrikeOff: rule({ workingDays: 5 }, standardLadder, sameMedium),
  penaltyPublication: rule(
    { workingDays: 7 },
    standardLadder,
    regulation('《安全生产法》第七十八条：七个工作日内公布', 'Work Safety Law §78: within 7 working days'),
  ),
  extensionDecision: rule(
    { workingDays: 10 },
    standardLadder,
    regulation(
      '参照青岛市2012年“3+X”规定：收到延期申请10个工作日内批复；整改期较短的见延期申请规则',
      'After the Qingdao 3+X rule of 2012: decided within 10 working days; shorter periods as the petition rules say',
    ),
  ),
  interviewHeld: rule(
    { days: 7 },
    interviewLadder,
    regulation(
      '参照漳州市规定：确定约谈对象后7日内约谈',
      'After the Zhangzhou rule: within 7 days of naming the interviewee',
    ),
  ),
  interviewReply: rule(
    { workingDays: 5 },
    interviewLadder,
    regulation(
      '参照漳州市规定：约谈后5个工作日内书面报告',
      'After the Zhangzhou rule: written reply within 5 working days',
    ),
  ),
  monthlyEdition: rule(
    { days: 5 },
    standardLadder,
    ownDefault(
      '每月一次见于2023年5月专项行动通知；次月5日为系统默认，非法规规定',
      'Once a month as in the notice of May 2023; the 5th of the following month is our default, not from a regulation',
    ),
  ),
};

/**
 * The product's own rule of every clock, where a policy says nothing else: what starts and ends it, whose it is,
 * period, ladder, and where the figure comes from.
 */
export const defaultClocks = Object.fromEntries(
  Object.entries(rules).map(([kind, own]) => [kind, { ...clockFacts[kind as ClockKind], ...own }]),
) as Readonly<Record<ClockKind, ClockRule>>;

/** The product's own days: the edition on the 5th, the assessment on the 8th of the following month, at nine. */
export const defaultMonthly: MonthlyDays = { edition: 5, assessment: 8, at: '09:00' };

/** The rule of a clock: the policy's, or the product's own. */
export function clockRuleOf(policy: Policy, kind: ClockKind): ClockRule {
  return policy.clocks[kind] ?? defaultClocks[kind];
}

/** On which days the month's edition and assessment are made: the policy's, or the product's own. */
export function monthlyDaysOf(policy: Policy): MonthlyDays {
  return policy.monthly ?? defaultMonthly;
}
