import type { AssessedMonth, CampaignMonth, MonthlyInput } from '@bihuan/contracts/loop';
import { continueAsNew, setCurrentDetails, sleep } from '@temporalio/workflow';
import { assessment, waitOf } from './assessment.ts';
import { monthOf } from './month-of.ts';
import { askingWords, doneDetails, waitingDetails, waitingWords, workingDetails } from './words.ts';

const FIRST_PAUSE_MS = 10_000;
const LONGEST_PAUSE_MS = 3_600_000;
/** About four days: a run's history stays short however long its month has to wait. */
const WAITS_A_RUN = 100;

/**
 * 月度考核: has a month of a campaign assessed, once its edition is public. assessment owns the figures and sees to it
 * that a month is assessed once; the workflow owns the patience.
 *
 * @returns the cut that was assessed
 * @throws ActivityFailure where the month can never be assessed: it has not ended, or the campaign does not know it
 */
export async function monthlyAssessment(input: MonthlyInput): Promise<AssessedMonth> {
  const month = monthOf(input);
  let pause = FIRST_PAUSE_MS;
  for (let waits = 0; waits < WAITS_A_RUN; waits += 1) {
    const answer = await ask(month);
    if (typeof answer !== 'string') return answer;
    await wait(month, answer, pause, input.businessOffsetMs);
    pause = Math.min(LONGEST_PAUSE_MS, 2 * pause);
  }
  return continueAsNew<typeof monthlyAssessment>({ ...input, month: month.month });
}

/** The assessed month, or what it has to wait for. */
async function ask(month: CampaignMonth): Promise<AssessedMonth | string> {
  setCurrentDetails(workingDetails(month));
  try {
    const assessed = await assessment.assessMonth.executeWithOptions({ summary: askingWords(month) }, [
      month,
    ]);
    setCurrentDetails(doneDetails(assessed));
    return assessed;
  } catch (error) {
    const what = waitOf(error);
    if (what === null) throw error;
    return what;
  }
}

async function wait(month: CampaignMonth, what: string, pause: number, offsetMs: number): Promise<void> {
  const nextAt = new Date(Date.now() + pause + offsetMs);
  setCurrentDetails(waitingDetails(month, what, nextAt));
  await sleep(pause, { summary: waitingWords(what, nextAt) });
}
