import {
  type ClockFact,
  type EventData,
  type EventOf,
  type HazardHistory,
  rectifyClockIdOf,
} from '@bihuan/contracts';
import { v7 as uuid } from 'uuid';
import { eventOf } from './event-of.ts';
import { hazardRegistered } from './hazard-life.ts';

/** A hazard of `smallProvince` after a correction; what is not named is as it was registered. @param version from 1 */
export function hazardCorrected(
  hazardNo: string,
  version: number,
  change: Partial<EventData<'hazard.corrected'>> = {},
): EventOf<'hazard.corrected'> {
  const { kind, massCasualties, responsible, place, field, standardCode, clauseNo, description } =
    hazardRegistered(hazardNo).data;
  const correctedAt = change.correctedAt ?? '2023-10-09T02:00:00.000Z';
  return eventOf(
    'hazard.corrected',
    {
      hazardNo,
      correctionId: uuid(),
      version,
      correctedAt,
      reason: '登记有误',
      kind,
      massCasualties,
      responsible,
      place,
      field,
      standardCode,
      clauseNo,
      description,
      ...change,
    },
    correctedAt,
  );
}

/** A hazard that came with a ledger on the demonstration's Monday. @param history what the ledger tells of it; the rest had not happened */
export function hazardBrought(
  hazardNo: string,
  history: Partial<HazardHistory>,
  change: Partial<EventData<'hazard.registered'>> = {},
): EventOf<'hazard.registered'> {
  return hazardRegistered(hazardNo, {
    ...change,
    history: {
      reportedBy: 'SX-OFFICE',
      reportedByName: '省专项行动领导组办公室',
      reportedAt: '2023-10-09T01:00:00.000Z',
      importId: uuid(),
      handovers: [],
      planFiledAt: null,
      completedAt: null,
      acceptedAt: null,
      struckOffAt: null,
      ...history,
    },
  });
}

/** What became of the clock of a round of rectification, which runs for the city. @param at business time, ISO UTC */
export function rectifyClock(
  hazardNo: string,
  version: number,
  { round = 1, at, ...change }: Pick<ClockFact, 'due'> & Partial<ClockFact> & { round?: number; at: string },
): EventOf<'clock.opened' | 'clock.moved' | 'clock.ended'> {
  const { state = 'open' } = change;
  const type = version === 1 ? 'clock.opened' : state === 'open' ? 'clock.moved' : 'clock.ended';
  const clock = {
    clockId: rectifyClockIdOf(hazardNo, round),
    owner: 'supervision',
    kind: 'rectify',
  } as const;
  const stands = { version, state, wakeAt: null, overdueAt: null };
  const waitsFor = { orgCode: 'TY', orgName: '太原市人民政府' };
  return eventOf(type, { ...clock, hazardNo, ...stands, waitsFor, ...change }, at);
}

/** The decision on a petition for a later end of a round of rectification. */
export function petitionDecided(
  hazardNo: string,
  { round = 1, agreed = true, deadline }: { round?: number; agreed?: boolean; deadline: string },
): EventOf<'petition.decided'> {
  const decidedAt = '2023-10-09T02:00:00.000Z';
  const decision = { agreed, deadline, decidedAt, opinion: '专用阀门尚在生产', filedOrg: 'TY' };
  return eventOf('petition.decided', { hazardNo, petitionId: uuid(), round, ...decision }, decidedAt);
}

/** Somebody decided that a hazard was registered in error. */
export function withdrawalApproved(
  hazardNo: string,
  approvedAt = '2023-10-09T02:00:00.000Z',
): EventOf<'withdrawal.approved'> {
  return eventOf('withdrawal.approved', { hazardNo, withdrawalId: uuid(), approvedAt }, approvedAt);
}
