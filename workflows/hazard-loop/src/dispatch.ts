import type { LoopHazard } from '@bihuan/contracts/loop';
import { ActivityFailure, isCancellation, log, rootCause, sleep } from '@temporalio/workflow';
import type { LoopRun } from './loop-run.ts';
import { handover } from './owners.ts';

/**
 * Asks handover for both handovers until they stand. A refusal (reference data that has not reached handover yet, say)
 * does not end the loop, whose clocks go on meanwhile: it is shown to operators and tried again after five minutes.
 */
export async function dispatchBoth(loop: LoopRun, hazard: LoopHazard): Promise<void> {
  while (!loop.dispatched && !loop.closing) {
    const refusal = await refusalOf(loop, hazard);
    loop.dispatchEnded(refusal);
    if (refusal !== null) await sleep('5 minutes', { summary: `移交未成（${refusal}），五分钟后再办` });
  }
}

/** @returns null once both handovers stand, else why they do not */
async function refusalOf(loop: LoopRun, hazard: LoopHazard): Promise<string | null> {
  const { hazardNo, campaignCode, placeCode, cityCode, fieldCode, registeredAt, past } = hazard;
  loop.underWay.add('dispatch');
  try {
    const summary = '移交办理：移交属地市政府和行业主管部门';
    const belongs = { campaignCode, placeCode, cityCode, fieldCode };
    const request = { hazardNo, ...belongs, registeredAt, ...(past && { past }) };
    await handover.dispatchHandovers.executeWithOptions({ summary }, [request]);
    return null;
  } catch (error) {
    if (!(error instanceof ActivityFailure) || isCancellation(error)) throw error;
    log.warn('Handover refused to dispatch', { error });
    return rootCause(error) ?? error.message;
  } finally {
    loop.underWay.delete('dispatch');
  }
}
