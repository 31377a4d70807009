import { describe, expect, it } from '@jest/globals';
import * as given from '../__fixtures__/hazard-events.ts';
import { evolve } from './evolve.ts';
import { isFinished } from './finished.ts';
import { emptyFacts, type HazardEvent } from './hazard-facts.ts';

const { assessed, brought, clock, day, disclosed, struckOff, withdrawn } = given;
const opened = clock('opened', 'supervision.rectify.x', 1);
const ended = clock('ended', 'supervision.rectify.x', 2);

describe('whether nothing is left for the loop', () => {
  it.each<[string, HazardEvent[], boolean]>([
    ['nothing heard', [], false],
    ['registered', [given.registered()], false],
    ['struck off', [struckOff()], false],
    ['struck off and published', [struckOff(), disclosed(true)], false],
    ['struck off and assessed', [struckOff(), assessed(true)], false],
    ['struck off, published, assessed', [struckOff(), disclosed(true), assessed(true)], true],
    ['the same, a clock still open', [struckOff(), disclosed(true), assessed(true), opened], false],
    ['the same, the clock ended', [struckOff(), disclosed(true), assessed(true), opened, ended], true],
    ['withdrawn', [given.registered(), withdrawn()], true],
    ['withdrawn, a clock still open', [withdrawn(), opened], false],
    ['withdrawn, the clock ended', [withdrawn(), opened, ended], true],
    ['brought while open', [brought(null)], false],
    ['brought, struck off in the past', [brought(day(3))], true],
    ['the same, its strike-off heard of and not published', [brought(day(3)), struckOff(day(3))], true],
    ['redirected', [...given.bothAcknowledged, given.handover('redirected', 'industry', 2, 3)], false],
    ['corrected', [given.registered(), given.corrected(1)], false],
  ])('%s: %p', (_, events, finished) => {
    const fold = (heard: readonly HazardEvent[]) => heard.reduce(evolve, emptyFacts(given.hazardNo));
    expect(isFinished(fold(events))).toBe(finished);
    expect(isFinished(fold(events.toReversed()))).toBe(finished);
  });
});
