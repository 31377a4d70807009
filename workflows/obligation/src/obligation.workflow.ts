import type { ObligationInput } from '@bihuan/contracts/loop';
import { continueAsNew } from '@temporalio/workflow';
import { type CarriedObligation, ObligationRun, type ObligationOutcome } from './obligation-run.ts';

/**
 * 一项没有隐患的期限: carries one clock that belongs to no hazard until it has ended. It hears what becomes of the clock
 * by signal, sleeps on one timer until the next rung, and then asks the clock's owner, who decides.
 *
 * @param input the clock; also names the workflow
 * @param carried from the run before, when this one continues it
 * @returns once the clock has been met or cancelled
 */
export async function obligation(
  input: ObligationInput,
  carried: CarriedObligation = {},
): Promise<ObligationOutcome> {
  const run = new ObligationRun(input, carried);
  await Promise.race([run.untilEnded(), run.historyIsLong()]);
  await run.quiet();
  run.inform();
  if (!run.ended) return continueAsNew<typeof obligation>(input, run.carry());
  return run.outcome;
}
