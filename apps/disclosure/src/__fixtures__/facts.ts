import type { EventData, EventOf } from '@bihuan/contracts';
import { hazardNumber, toLocalMonth } from '@bihuan/process-core';
import { eventOf, hazardLife } from '@bihuan/testing/facts';

let serial = 0;

/** A number that no other hazard of the tests has. */
export function nextNo(at = '2023-10-10T02:00:00.000Z'): string {
  serial += 1;
  const month = toLocalMonth(new Date(at));
  return hazardNumber({ campaign: 'SX2023', place: '140105', letters: 'GAS', month, serial });
}

const template = hazardLife('SX2023-140105-GAS-202310-00001K').find(
  ({ type }) => type === 'hazard.registered',
);

interface Given {
  readonly at: string;
  readonly city?: readonly [code: string, name: string];
  readonly more?: Partial<EventData<'hazard.registered'>>;
}

/** Registered at an instant (ISO 8601), in Taiyuan unless said otherwise. */
export function registered(
  hazardNo: string,
  { at, city: [cityCode, cityNameZh] = ['140100', '太原市'], more = {} }: Given,
): EventOf<'hazard.registered'> {
  const data = template?.data as EventData<'hazard.registered'>;
  const place = { ...data.place, cityCode, cityNameZh };
  return eventOf('hazard.registered', { ...data, hazardNo, place, registeredAt: at, ...more }, at);
}

export function struckOff(hazardNo: string, at: string): EventOf<'hazard.struckOff'> {
  return eventOf('hazard.struckOff', { hazardNo, struckOffAt: at }, at);
}

const withdrawalId = '018b0f3e-5c00-7000-8000-000000000002';

export function withdrawn(hazardNo: string, at: string): EventOf<'hazard.withdrawn'> {
  return eventOf('hazard.withdrawn', { hazardNo, withdrawalId, withdrawnAt: at }, at);
}

export function withdrawalApproved(hazardNo: string, at: string): EventOf<'withdrawal.approved'> {
  return eventOf('withdrawal.approved', { hazardNo, withdrawalId, approvedAt: at }, at);
}

/** The past that a ledger brought along. */
export function pastOf(struckOffAt: string | null): EventData<'hazard.registered'>['history'] {
  return {
    reportedBy: 'SX-OFFICE',
    reportedByName: '省专项行动领导组办公室',
    reportedAt: '2023-10-09T01:00:00.000Z',
    importId: withdrawalId,
    handovers: [],
    planFiledAt: null,
    completedAt: struckOffAt,
    acceptedAt: struckOffAt,
    struckOffAt,
  };
}
