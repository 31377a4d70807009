import { randomUUID } from 'node:crypto';
import { clockIdOf, type LoopHazard, type Track } from '@bihuan/contracts';
import {
  clockRuleOf,
  emptyFacts,
  explainNamedDue,
  type HazardFacts,
  hazardNumber,
  type KnownHandover,
  rungTimes,
  toLocalMonth,
} from '@bihuan/process-core';
import type { StoredClock } from '../clocks/clock-rows.ts';
import type { Rules } from '../clocks/rules.ts';

const DAY_MS = 86_400_000;
/** Registered so long ago: the reminder of the clock is behind it. */
const AGE_DAYS = 30;
const CITY = { orgCode: 'GOV-140100', orgName: '太原市人民政府' } as const;
const DEPARTMENT = 'SX-ZJT';
const where = {
  ...{ placeCode: '140105', placeName: '小店区', cityCode: '140100', cityName: '太原市' },
  ...{ fieldCode: 'gas', fieldName: '燃气' },
} as const;

/** A hazard in rectification whose deadline comes, as everybody knows it who has to do with that. */
export interface WaitingHazard {
  readonly hazardNo: string;
  /** Of supervision, which owns it. */
  readonly clock: StoredClock;
  /** Row of notification: whom the hazard concerns. */
  readonly brief: object;
  /** What a run of its loop hands to the next. */
  readonly carried: { readonly facts: HazardFacts; readonly hazard: LoopHazard; readonly dispatched: true };
}

/** @param due business time at which its rectification is late */
export function waitingHazard(
  serial: number,
  due: Date,
  rules: Rules,
  businessOffsetMs: number,
): WaitingHazard {
  const start = new Date(due.getTime() - AGE_DAYS * DAY_MS);
  const month = toLocalMonth(start);
  const hazardNo = hazardNumber({
    ...{ campaign: rules.campaignCode, place: where.placeCode, letters: 'GAS', month, serial },
  });
  const registeredAt = start.toISOString();
  const belongs = { hazardNo, campaignCode: rules.campaignCode };
  const clock = clockOf(hazardNo, start, due, rules);
  return {
    hazardNo,
    clock,
    brief: {
      ...{ hazard_no: hazardNo, campaign_code: rules.campaignCode, unit_name: `某液化气充装站 ${serial}` },
      ...{ place_code: where.placeCode, place_name: where.placeName, city_code: where.cityCode },
      ...{ city_name: where.cityName, field_code: where.fieldCode, field_name: where.fieldName },
      ...{ industry_org: DEPARTMENT, co_orgs: [], correction: 0, withdrawn: false },
    },
    carried: {
      facts: factsOf(hazardNo, registeredAt, clock),
      hazard: { ...belongs, ...where, registeredAt, finished: false, businessOffsetMs },
      dispatched: true,
    },
  };
}

function clockOf(
  hazard_no: string,
  start: Date,
  due: Date,
  { campaignCode, policy, calendar }: Rules,
): StoredClock {
  const ladder = rungTimes(clockRuleOf(policy, 'rectify').ladder, start, due, calendar);
  const rungs = ladder.filter(({ at }) => at >= due);
  const { zh, en } = explainNamedDue(due);
  return {
    ...{
      id: clockIdOf({ owner: 'supervision', kind: 'rectify', subject: hazard_no }),
      kind: 'rectify',
      hazard_no,
    },
    ...{ campaign_code: campaignCode, version: 1, state: 'open', started_at: start, period: null },
    ...{ named_due: due, due, day_ends: policy.dayEnds, wake_at: due, overdue_at: null },
    ...{ waits_for_org: CITY.orgCode, waits_for_name: CITY.orgName, rungs, ladder: 1 },
    ladder_since: start,
    ...{ policy_version: policy.version, calendar_version: calendar.version, provisional: false },
    ...{ explanation_zh: zh, explanation_en: en },
  };
}

/** Both handovers were acknowledged; the clock of the rectification runs. */
function factsOf(hazardNo: string, registeredAt: string, clock: StoredClock): HazardFacts {
  const handover = (track: Track, orgCode: string): [string, KnownHandover] => [
    randomUUID(),
    { version: 2, track, status: 'acknowledged', dispatchedAt: registeredAt, orgCode },
  ];
  const due = clock.due.toISOString();
  return {
    ...emptyFacts(hazardNo),
    registeredAt,
    handovers: Object.fromEntries([handover('territorial', CITY.orgCode), handover('industry', DEPARTMENT)]),
    clocks: {
      [clock.id]: {
        ...{ version: 1, open: true, owner: 'supervision', kind: 'rectify' },
        ...{ due, wakeAt: due, overdueAt: null, waitsFor: CITY.orgName },
      },
    },
  };
}
