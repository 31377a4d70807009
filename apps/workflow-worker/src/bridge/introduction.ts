import type { EventOf, LoopFact } from '@bihuan/contracts';
import { belongings, brief, placeWords, standing } from '@bihuan/hazard-loop';
import type { WorkflowStartOptions } from '@temporalio/client';

type Registered = EventOf<'hazard.registered'>;
type Introduction = Required<
  Pick<WorkflowStartOptions, 'staticSummary' | 'staticDetails' | 'typedSearchAttributes'>
>;

const LOOP_WORDS =
  '一闭环：发现隐患 → 移交办理 → 信息公开 → 督导巡查 → 考核通报。状态、五环节和各项期限见“当前详情”。';

/** How a loop presents itself to operators from its first moment; what is not known yet, the loop adds. */
export function introductionOf(facts: readonly LoopFact[]): Introduction {
  const registered = facts.find((fact): fact is Registered => fact.type === 'hazard.registered');
  const start = standing({ state: 'registered', overdue: false });
  if (registered === undefined)
    return { staticSummary: '重大事故隐患', staticDetails: LOOP_WORDS, typedSearchAttributes: start };
  const { place, field, campaignCode } = registered.data;
  const where = placeWords({ cityName: place.cityNameZh, placeName: place.nameZh });
  return {
    staticSummary: brief(`重大事故隐患 · ${where} · ${field.nameZh}`),
    staticDetails: LOOP_WORDS,
    typedSearchAttributes: [
      ...start,
      ...belongings({ campaignCode, cityName: place.cityNameZh, fieldName: field.nameZh }),
    ],
  };
}
