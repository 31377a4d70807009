import type { EventOf, MonthCut } from '@bihuan/contracts';
import { eventOf, type HazardFact, hazardLife } from '@bihuan/testing/facts';
import { v7 as uuid } from 'uuid';

/** Which hazards the edition of a month lists as new and as struck off. */
export interface Edition {
  readonly month: string;
  readonly found: readonly string[];
  readonly struckOff: readonly string[];
}

export const hazardNoOf = (serial: number): string =>
  `SX2023-140105-GAS-202310-${String(serial).padStart(5, '0')}K`;

/** What disclosure tells of each hazard of an edition: one fact, also where it is new and struck off at once. */
export function disclosedIn({ month, found, struckOff }: Edition): HazardFact[] {
  const ended = new Set(struckOff);
  return [...new Set([...found, ...struckOff])].map((hazardNo) =>
    eventOf('hazard.disclosed', {
      hazardNo,
      month,
      disclosedAt: `${month}-28T01:00:00.000Z`,
      strikeOffPublished: ended.has(hazardNo),
      by: 'edition',
    }),
  );
}

/** What disclosure tells of the edition as a whole. */
export function editionPublished(month: string, cut: MonthCut, no = 1): EventOf<'edition.published'> {
  return {
    id: uuid(),
    type: 'edition.published',
    version: 1,
    occurredAt: '2023-11-05T01:00:00.000Z',
    aggregate: { type: 'edition', id: `SX2023.${month}` },
    actor: { person: 'service:disclosure', orgCode: null, role: 'service' },
    correlationId: month,
    data: { campaignCode: 'SX2023', month, no, publishedAt: '2023-11-05T01:00:00.000Z', cut },
  };
}

/** `hazardLife` of a hazard, with handovers of its own. */
export function lifeOf(serial: number): HazardFact[] {
  const own = `b302099a${serial.toString(16).padStart(3, '0')}`;
  const life = JSON.stringify(hazardLife(hazardNoOf(serial))).replaceAll('b302099a805', own);
  return JSON.parse(life) as HazardFact[];
}

/** A registered hazard of Taiyuan, or of another city. */
export function registeredIn(serial: number, cityCode = '140100'): HazardFact {
  const registered = lifeOf(serial).find((fact) => fact.type === 'hazard.registered');
  if (!registered) throw new Error('a life begins with its registration');
  const { place } = registered.data;
  return { ...registered, data: { ...registered.data, place: { ...place, cityCode } } };
}
