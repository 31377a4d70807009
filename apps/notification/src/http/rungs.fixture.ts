import type { EventOf, RungName } from '@bihuan/contracts';
import { eventOf } from '@bihuan/testing/facts';

/** A rung of the rectify clock of a hazard, which was due at 08:30 on the demonstration's Monday. */
export function rungOf(hazardNo: string, rung: RungName, orgCode: string): EventOf<'clock.rungTaken'> {
  return eventOf('clock.rungTaken', {
    clockId: `supervision.rectify.${hazardNo}`,
    kind: 'rectify',
    hazardNo,
    rung,
    due: '2023-10-09T00:30:00.000Z',
    skipped: [],
    waitsFor: { orgCode, orgName: orgCode },
  });
}

/** Hazard numbers that no other test file uses. @param from serial of the first */
export function hazardNumbers(from: number): () => string {
  let serial = from;
  return () => `SX2023-140105-GAS-202310-${String((serial += 1)).padStart(5, '0')}K`;
}
