import { addDays, WorkingCalendar } from '@bihuan/process-core';
import type { Random } from './random.ts';

/** What happened to a hazard, day by day, `YYYY-MM-DD`; null: not yet. */
export interface Past {
  readonly foundOn: string;
  readonly registeredOn: string;
  /** Last day of rectification. */
  readonly deadline: string;
  readonly handedOverOn: string | null;
  readonly territorialAnsweredOn: string | null;
  readonly industryAnsweredOn: string | null;
  readonly planFiledOn: string | null;
  readonly completedOn: string | null;
  readonly acceptedOn: string | null;
  readonly struckOffOn: string | null;
}

/** First and last day of the campaign that the sample belongs to. */
export const campaign = { from: '2023-04-25', to: '2023-12-31' };

/** Offices work Monday to Friday here; holidays of the year are left aside. */
const week = new WorkingCalendar([]);

const periods = [
  [10, 15],
  [15, 30],
  [30, 38],
  [45, 8],
  [60, 6],
  [90, 3],
] as const;
/** A few of them are not struck off yet, which leaves about one in ten. */
const LATE = 0.12;

/** A hazard's way to its strike-off, as if there were no today; now and then rectified after the deadline. */
export function wholePast(random: Random, foundOn: string): Past {
  const workingDays = (from: string, least: number, most: number) =>
    week.addWorkingDays(from, random.between(least, most));
  const registeredOn = earliest(week.nextWorkingDay(addDays(foundOn, random.between(0, 1))), campaign.to);
  const period = random.weighted(periods);
  const deadline = addDays(registeredOn, period);
  const handedOverOn = workingDays(registeredOn, 0, 1);
  const answeredOn = () =>
    random.chance(0.05) ? workingDays(handedOverOn, 3, 5) : workingDays(handedOverOn, 1, 2);
  const territorialAnsweredOn = answeredOn();
  const industryAnsweredOn = answeredOn();
  const planFiledOn = workingDays(latest(territorialAnsweredOn, industryAnsweredOn), 1, 3);
  const done = random.chance(LATE)
    ? addDays(deadline, random.between(1, 15))
    : addDays(registeredOn, Math.round(period * (0.4 + 0.55 * random.next())));
  const completedOn = latest(planFiledOn, done);
  const acceptedOn = workingDays(completedOn, 1, 5);
  return {
    foundOn,
    registeredOn,
    deadline,
    handedOverOn,
    territorialAnsweredOn,
    industryAnsweredOn,
    planFiledOn,
    completedOn,
    acceptedOn,
    struckOffOn: workingDays(acceptedOn, 0, 3),
  };
}

/** As much of it as had happened by the end of a day, on which the hazard was found at the latest. */
export function untilDay(past: Past, today: string): Past {
  const happened = (day: string | null) => (day !== null && day <= today ? day : null);
  return {
    ...past,
    registeredOn: earliest(past.registeredOn, today),
    handedOverOn: happened(past.handedOverOn),
    territorialAnsweredOn: happened(past.territorialAnsweredOn),
    industryAnsweredOn: happened(past.industryAnsweredOn),
    planFiledOn: happened(past.planFiledOn),
    completedOn: happened(past.completedOn),
    acceptedOn: happened(past.acceptedOn),
    struckOffOn: happened(past.struckOffOn),
  };
}

/** A hazard that was struck off, told as one that has got stuck: before completion, or waiting for its acceptance. */
export function stuck(random: Random, past: Past, today: string): Past {
  const open = { ...past, acceptedOn: null, struckOffOn: null };
  const how = random.weighted([
    ['rectifying', 8],
    ['awaitingAcceptance', 1],
    ['longPeriod', 1],
  ] as const);
  if (how === 'awaitingAcceptance') return open;
  if (how === 'rectifying') return { ...open, completedOn: null };
  return { ...open, completedOn: null, deadline: longDeadline(random, past.registeredOn, today) };
}

/** Ahead of today, and within the year that a rectification may take. */
function longDeadline(random: Random, registeredOn: string, today: string): string {
  return earliest(addDays(today, random.between(5, 60)), addDays(registeredOn, 360));
}

const earliest = (one: string, other: string) => (one < other ? one : other);
const latest = (one: string, other: string) => (one > other ? one : other);
