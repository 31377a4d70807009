import { type LoopHazard, type LoopView, searchAttributes } from '@bihuan/contracts/loop';
import { defineSearchAttributeKey, type SearchAttributeUpdatePair } from '@temporalio/common';
import type { LoopRun } from '../loop-run.ts';
import { stateWords } from './words.ts';

const key = <N extends keyof typeof searchAttributes>(name: N) =>
  defineSearchAttributeKey<(typeof searchAttributes)[N]>(name, searchAttributes[name]);

/** Typed keys; values are what an operator reads in the list: names in Chinese, the deadline in business time. */
export const searchKeys = {
  campaign: key('BihuanCampaign'),
  city: key('BihuanCity'),
  field: key('BihuanField'),
  state: key('BihuanState'),
  nextDeadline: key('BihuanNextDeadline'),
  overdue: key('BihuanOverdue'),
};

/** What the bridge and the loop say about where a hazard belongs. */
export const belongings = (hazard: Pick<LoopHazard, 'campaignCode' | 'cityName' | 'fieldName'>) =>
  [
    { key: searchKeys.campaign, value: hazard.campaignCode },
    { key: searchKeys.city, value: hazard.cityName },
    { key: searchKeys.field, value: hazard.fieldName },
  ] satisfies SearchAttributeUpdatePair[];

export const standing = ({ state, overdue }: Pick<LoopView, 'state' | 'overdue'>) =>
  [
    { key: searchKeys.state, value: stateWords[state] },
    { key: searchKeys.overdue, value: overdue },
  ] satisfies SearchAttributeUpdatePair[];

/** All attributes of the loop as it stands; the deadline is the earliest of its open clocks. */
export function attributesOf({ belonging, view, clocks }: LoopRun): SearchAttributeUpdatePair[] {
  const [due] = clocks.map((clock) => clock.due).sort();
  return [
    ...(belonging ? belongings(belonging) : []),
    ...standing(view),
    { key: searchKeys.nextDeadline, value: due === undefined ? null : new Date(due) },
  ];
}
