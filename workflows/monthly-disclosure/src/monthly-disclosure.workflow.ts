import type { CampaignMonth, MonthlyInput } from '@bihuan/contracts/loop';
import { continueAsNew } from '@temporalio/workflow';
import { type CarriedMonth, MonthlyRun } from './monthly-run.ts';
import { disclosure, publishing, registration, supervision } from './owners.ts';
import { scheduledMonth } from './scheduled-month.ts';

/** How a run ended: it published the month, or it was started by a schedule and asked for it. */
export interface MonthlyOutcome extends CampaignMonth {
  readonly ended: 'published' | 'requested';
}

/**
 * 月度信息公开: brings one month of a campaign from its last day to its published edition. Whatever a step waits for
 * (a source that is not through, facts on their way, the month before) is shown, and the step is taken again.
 *
 * @param input with a month: that month is published. Without, as a schedule starts it: the month before the scheduled
 *   time is asked for, as a person would; the fact of that starts the month's own workflow, of which there is one
 * @param carried from the run before, when this one continues it
 */
export async function monthlyDisclosure(
  input: MonthlyInput,
  carried: CarriedMonth = {},
): Promise<MonthlyOutcome> {
  const month = { campaignCode: input.campaignCode, month: input.month ?? scheduledMonth(input) };
  const run = new MonthlyRun(month, carried, (next) => continueAsNew<typeof monthlyDisclosure>(input, next));
  if (input.month === undefined) {
    await requested(run, month);
    return { ...month, ended: 'requested' };
  }
  await drafted(run, month);
  await frozen(run, month);
  await published(run, month);
  return { ...month, ended: 'published' };
}

const requested = (run: MonthlyRun, month: CampaignMonth) =>
  run.patiently((step) =>
    disclosure.requestEdition.executeWithOptions(step('提出编发本月信息公开'), [month]),
  );

/** The month's cut over what both sources have; whenever it has to wait, they count again. */
const drafted = (run: MonthlyRun, month: CampaignMonth) =>
  run.patiently(async (step) => {
    const counts = {
      registration: await registration.closeMonth.executeWithOptions(step('登记（registration）结清本月'), [
        month,
      ]),
      supervision: await supervision.closeMonth.executeWithOptions(step('督导（supervision）结清本月'), [
        month,
      ]),
    };
    await disclosure.draftEdition.executeWithOptions(step('汇总本月条目'), [{ ...month, counts }]);
  });

const frozen = (run: MonthlyRun, month: CampaignMonth) =>
  run.patiently((step) => publishing.freezeEdition.executeWithOptions(step('定稿并计算校验值'), [month]));

const published = (run: MonthlyRun, month: CampaignMonth) =>
  run.patiently((step) => publishing.publishEdition.executeWithOptions(step('发布并逐项告知'), [month]));
