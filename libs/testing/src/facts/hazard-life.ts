import {
  type ClockFact,
  clockIdOf,
  type EventData,
  type EventOf,
  type HandoverFact,
  type Track,
} from '@bihuan/contracts';
import { eventOf, type HazardFact } from './event-of.ts';

const on = (day: string): string => `${day}T02:00:00.000Z`;
/** 1 October in Shanghai, still 30 September in UTC: a month is Shanghai's. */
const registeredAt = '2023-09-30T16:30:00.000Z';
const organisations: Readonly<Record<Track, { orgCode: string; orgName: string }>> = {
  territorial: { orgCode: 'TY', orgName: '太原市人民政府' },
  industry: { orgCode: 'SX-HOUSING', orgName: '省住房和城乡建设厅' },
};

/**
 * A hazard of `smallProvince` from registration to strike-off, as its owners publish it: found in October, the city
 * acknowledges late, the first acceptance fails, the second rectification is late too, struck off in December.
 */
export function hazardLife(hazardNo: string): HazardFact[] {
  const territorial = handoverOf(hazardNo, 'territorial', '01890a5d-ac96-774b-bcce-b302099a8051');
  const industry = handoverOf(hazardNo, 'industry', '01890a5d-ac96-774b-bcce-b302099a8052');
  const clock = acknowledgeClock(hazardNo, territorial);
  const late = { ...clock, version: 2, wakeAt: on('2023-10-12'), overdueAt: clock.due };
  const { clockId, kind, due, waitsFor } = clock;
  return [
    hazardRegistered(hazardNo),
    eventOf('handover.dispatched', territorial, on('2023-10-09')),
    eventOf('handover.dispatched', industry, on('2023-10-09')),
    eventOf('clock.opened', clock, on('2023-10-09')),
    eventOf('handover.acknowledged', answered(industry, on('2023-10-10'), false), on('2023-10-10')),
    eventOf('clock.rungTaken', { clockId, kind, hazardNo, rung: 'overdue', due, skipped: [], waitsFor }, due),
    eventOf('clock.moved', late, due),
    eventOf('handover.acknowledged', answered(territorial, on('2023-10-11'), true), on('2023-10-11')),
    eventOf('clock.ended', { ...late, version: 3, state: 'met', wakeAt: null }, on('2023-10-11')),
    eventOf('plan.filed', { hazardNo, filedAt: on('2023-10-13') }, on('2023-10-13')),
    ...round(hazardNo, 1, true, false),
    ...round(hazardNo, 2, false, true),
    eventOf('hazard.struckOff', { hazardNo, struckOffAt: on('2023-12-08') }, on('2023-12-08')),
  ];
}

/** A hazard of `smallProvince` as it is registered: gas, in Taiyuan. */
export function hazardRegistered(
  hazardNo: string,
  change: Partial<EventData<'hazard.registered'>> = {},
): EventOf<'hazard.registered'> {
  const place = {
    code: '140105',
    nameZh: '小店区',
    cityCode: '140100',
    cityNameZh: '太原市',
    address: '某路1号',
  };
  return eventOf(
    'hazard.registered',
    {
      hazardNo,
      campaignCode: 'SX2023',
      kind: 'illegal_act',
      massCasualties: true,
      foundBy: 'inspection',
      foundOn: '2023-09-28',
      responsible: { type: 'unit', name: '某液化气站', creditCode: '91330424MA28AQAQXU' },
      place,
      field: { code: 'gas', nameZh: '燃气', leadOrg: 'SX-HOUSING', coOrgs: [] },
      standardCode: 'GAS-2023',
      clauseNo: '4.1',
      description: '充装未取得许可的气瓶',
      registeredAt,
      deadline: '2023-11-08T10:00:00.000Z',
      ...change,
    },
    change.registeredAt ?? registeredAt,
  );
}

function round(hazardNo: string, round: 1 | 2, onTime: boolean, passed: boolean): HazardFact[] {
  const month = round === 1 ? '2023-11' : '2023-12';
  const [reportedAt, appliedAt, decidedAt] = [on(`${month}-04`), on(`${month}-05`), on(`${month}-06`)];
  const newDeadline = passed ? null : '2023-11-30T10:00:00.000Z';
  return [
    eventOf('progress.reported', { hazardNo, percent: 80, reportedAt: on(`${month}-03`) }, on(`${month}-03`)),
    eventOf('completion.reported', { hazardNo, round, reportedAt, onTime }, reportedAt),
    eventOf('acceptance.applied', { hazardNo, round, appliedAt }, appliedAt),
    eventOf('acceptance.decided', { hazardNo, round, passed, decidedAt, newDeadline }, decidedAt),
  ];
}

function handoverOf(hazardNo: string, track: Track, handoverId: string): HandoverFact {
  return {
    handoverId,
    hazardNo,
    track,
    ...organisations[track],
    status: 'dispatched',
    version: 1,
    dispatchedAt: on('2023-10-09'),
    answeredAt: null,
    late: false,
  };
}

function answered(handover: HandoverFact, answeredAt: string, late: boolean): HandoverFact {
  return { ...handover, status: 'acknowledged', version: 2, answeredAt, late };
}

function acknowledgeClock(hazardNo: string, { handoverId, orgCode, orgName }: HandoverFact): ClockFact {
  return {
    clockId: clockIdOf({ owner: 'handover', kind: 'acknowledge', subject: handoverId }),
    owner: 'handover',
    kind: 'acknowledge',
    hazardNo,
    version: 1,
    state: 'open',
    due: '2023-10-10T10:00:00.000Z',
    wakeAt: '2023-10-10T06:00:00.000Z',
    overdueAt: null,
    waitsFor: { orgCode, orgName },
  };
}
