import type { ErrorCode } from '@bihuan/contracts';
import { describe, expect, it } from '@jest/globals';
import * as given from '../__fixtures__/hazard-events.ts';
import { evolve } from './evolve.ts';
import { type HazardStep, stepRefusal } from './guards.ts';
import { emptyFacts, type HazardEvent } from './hazard-facts.ts';

const { applied, completed, decided, planFiled, bothAcknowledged, bothDispatched } = given;
const conflict: ErrorCode = 'hazard.stateConflict';
const noPlan: ErrorCode = 'rectification.planMissing';
const notComplete: ErrorCode = 'rectification.completionMissing';
const notApplied: ErrorCode = 'acceptance.notApplied';
const notAccepted: ErrorCode = 'strikeOff.notAccepted';

const handedOver = [given.registered(), ...bothDispatched];
const rectifying = [given.registered(), ...bothAcknowledged];
const completeOnce = [...rectifying, planFiled(), completed()];
const awaiting = [...completeOnce, applied()];
const failed = [...awaiting, decided(false)];
const passed = [...awaiting, decided(true)];
const steps: readonly HazardStep[] = [
  'filePlan',
  'reportProgress',
  'reportCompletion',
  'applyForAcceptance',
  'giveVerdict',
  'strikeOff',
];

describe('what may be done to a hazard', () => {
  it.each<[string, HazardEvent[], (ErrorCode | null)[]]>([
    // state                       plan      progress  completion  apply        verdict     strike-off
    ['registered', [given.registered()], [conflict, conflict, conflict, conflict, notApplied, notAccepted]],
    ['handed over', handedOver, [null, null, noPlan, conflict, notApplied, notAccepted]],
    [
      'handed over, plan filed',
      [...handedOver, planFiled()],
      [null, null, null, conflict, notApplied, notAccepted],
    ],
    ['rectifying', rectifying, [null, null, noPlan, notComplete, notApplied, notAccepted]],
    [
      'rectifying, plan filed',
      [...rectifying, planFiled()],
      [null, null, null, notComplete, notApplied, notAccepted],
    ],
    ['completed', completeOnce, [null, null, null, null, notApplied, notAccepted]],
    ['applied', awaiting, [null, null, conflict, conflict, null, notAccepted]],
    ['failed', failed, [null, null, null, notComplete, notApplied, notAccepted]],
    ['failed, completed again', [...failed, completed(2)], [null, null, null, null, notApplied, notAccepted]],
    [
      'failed, applied again',
      [...failed, completed(2), applied(2)],
      [null, null, conflict, conflict, null, notAccepted],
    ],
    ['passed', passed, [null, null, conflict, conflict, notApplied, null]],
    [
      'struck off',
      [...passed, given.struckOff()],
      [conflict, conflict, conflict, conflict, notApplied, conflict],
    ],
    ['withdrawn', [...passed, given.withdrawn()], steps.map(() => conflict)],
  ])('%s', (_, events, codes) => {
    const facts = events.reduce(evolve, emptyFacts(given.hazardNo));
    expect(steps.map((step) => stepRefusal(step, facts)?.code ?? null)).toEqual(codes);
  });

  it('names the state it was refused in', () => {
    expect(stepRefusal('filePlan', emptyFacts(given.hazardNo))).toEqual({
      code: 'hazard.stateConflict',
      params: { state: 'registered' },
    });
  });
});
