import { randomUUID } from 'node:crypto';
import type { HandoverFact, LoopFact, Track } from '@bihuan/contracts';
import { dueOf, WorkingCalendar } from '@bihuan/process-core';
import { factOf } from './facts.ts';
import type { HazardStory } from './hazard-story.ts';

const calendar = new WorkingCalendar([]);

/** The addressee refuses; the campaign office has a working day to decide. */
export function refused(story: HazardStory, track: Track, now: Date): LoopFact[] {
  const { handoverId, ...answered } = changed(story, track, 'refused', now);
  const { hazardNo } = story;
  const fact = { handoverId, ...answered, reason: '不属本单位' };
  return [
    factOf('handover.refused', now, fact),
    story.clocks.meet(story.clockId('handover', 'acknowledge', handoverId), now),
    story.clocks.open({
      ...{ owner: 'handover', kind: 'refusalDecision', subject: handoverId, hazardNo, start: now },
      ...{ due: dueOf(now, { workingDays: 1 }, calendar, '18:00').due, waitsFor: '省安委会办公室' },
    }),
  ];
}

/** The office insists on a handover that was refused. */
export function insisted(story: HazardStory, track: Track, now: Date): LoopFact[] {
  const fact = changed(story, track, 'insisted', now);
  return [
    factOf('handover.insisted', now, fact),
    story.clocks.meet(story.clockId('handover', 'refusalDecision', fact.handoverId), now),
  ];
}

/** The addressee passes it on. */
export function transferred(story: HazardStory, track: Track, now: Date): LoopFact[] {
  const fact = changed(story, track, 'transferred', now);
  const successorId = randomUUID();
  return [
    factOf('handover.transferred', now, { ...fact, reason: '属其他县区', successorId }),
    story.clocks.meet(story.clockId('handover', 'acknowledge', fact.handoverId), now),
    ...successor(story, track, successorId, now),
  ];
}

/** The office sends it elsewhere: before it was answered, or after it was refused. */
export function redirected(story: HazardStory, track: Track, now: Date): LoopFact[] {
  const wasRefused = story.handovers.get(track)?.status === 'refused';
  const fact = changed(story, track, 'redirected', now);
  const successorId = randomUUID();
  const clock = (kind: string) => story.clockId('handover', kind, fact.handoverId);
  return [
    factOf('handover.redirected', now, { ...fact, reason: '界线不清', successorId, settled: false }),
    wasRefused
      ? story.clocks.meet(clock('refusalDecision'), now)
      : story.clocks.end(clock('acknowledge'), 'cancelled', now),
    ...successor(story, track, successorId, now),
  ];
}

function changed(
  { handovers }: HazardStory,
  track: Track,
  status: HandoverFact['status'],
  now: Date,
): HandoverFact {
  const last = handovers.get(track);
  if (last === undefined) throw new Error(`no ${track} handover has been dispatched`);
  const handover = { ...last, status, version: last.version + 1, answeredAt: now.toISOString() };
  handovers.set(track, handover);
  return handover;
}

/** The handover that takes its place, under a clock of its own. */
function successor(story: HazardStory, track: Track, handoverId: string, now: Date): LoopFact[] {
  const { hazardNo } = story;
  const handover: HandoverFact = {
    ...{ handoverId, hazardNo, track, orgCode: 'next', orgName: '大同市人民政府', status: 'dispatched' },
    ...{ version: 1, dispatchedAt: now.toISOString(), answeredAt: null, late: false },
  };
  story.handovers.set(track, handover);
  return [
    factOf('handover.dispatched', now, handover),
    story.clocks.open({
      ...{ owner: 'handover', kind: 'acknowledge', subject: handoverId, hazardNo, start: now },
      ...{ due: dueOf(now, { workingDays: 1 }, calendar, '18:00').due, waitsFor: handover.orgName },
    }),
  ];
}
