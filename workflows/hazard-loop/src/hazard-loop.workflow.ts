import type { LoopHazard } from '@bihuan/contracts/loop';
import { isFinished } from '@bihuan/process-core';
import { continueAsNew } from '@temporalio/workflow';
import { watchClocks } from './clock-watch.ts';
import { dispatchBoth } from './dispatch.ts';
import { type CarriedLoop, hasReached, type LoopOutcome, LoopRun } from './loop-run.ts';
import { inform, keepOperatorsInformed } from './operator/inform.ts';
import { registration } from './owners.ts';

/**
 * 一闭环: carries one major accident hazard from its discovery until nothing is left to do about it.
 * Services own the facts and the loop owns the time: it hears facts by signal, in any order, and asks a clock's owner
 * when the clock is due.
 *
 * @param hazardNo also the workflow id
 * @param carried from the run before, when this one continues it
 * @returns once the hazard is struck off, the strike-off is published and assessed, and all clocks have ended
 */
export async function hazardLoop(hazardNo: string, carried: CarriedLoop = {}): Promise<LoopOutcome> {
  const loop = new LoopRun(hazardNo, carried);
  const hazard = await discovered(loop);
  if (!hazard.finished) {
    await Promise.race([
      roundTheLoop(loop, hazard),
      watchClocks(loop),
      keepOperatorsInformed(loop),
      loop.historyIsLong(),
    ]);
    await loop.quiet();
  }
  inform(loop);
  if (!loop.finished) return continueAsNew<typeof hazardLoop>(hazardNo, loop.carry());
  return loop.outcome;
}

/** 发现隐患 → 移交办理 → 信息公开, 督导巡查 → 考核通报: publication runs beside the supervision. */
async function roundTheLoop(loop: LoopRun, hazard: LoopHazard): Promise<void> {
  await handedOver(loop, hazard);
  await Promise.all([disclosed(loop), supervised(loop)]);
  await assessed(loop);
  await loop.until(isFinished);
}

/** 发现隐患: registration tells where the hazard belongs, and whether anything is left to do. */
async function discovered(loop: LoopRun): Promise<LoopHazard> {
  loop.hazard ??= await registration.loadHazard.executeWithOptions({ summary: '发现隐患：读取登记信息' }, [
    loop.hazardNo,
  ]);
  return loop.hazard;
}

/** 移交办理: to the government of the place and to the department of the field, until each has taken it on. */
async function handedOver(loop: LoopRun, hazard: LoopHazard): Promise<void> {
  await dispatchBoth(loop, hazard);
  await loop.until(hasReached('rectifying'));
}

/** 信息公开: until an edition has published the strike-off. */
const disclosed = (loop: LoopRun) => loop.until((facts) => facts.strikeOffPublished);

/** 督导巡查: rectification, acceptance and, where it failed, rectification again, until the number is struck off. */
const supervised = (loop: LoopRun) => loop.until(hasReached('struckOff'));

/** 考核通报: until the month of the strike-off has been assessed. */
const assessed = (loop: LoopRun) => loop.until((facts) => facts.strikeOffAssessed);
