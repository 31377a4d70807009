import type { EventOf, Track } from '@bihuan/contracts';
import type { HazardFacts } from '@bihuan/process-core';
import type { CaseRow } from '../persistence/hazard-case.entity.ts';

/** That an organisation took a track on. Plain JSON. */
export interface Settlement {
  readonly track: Track;
  readonly orgCode: string;
  readonly orgName: string;
  /** Business time, ISO UTC. */
  readonly at: string;
}

/** By handover id. */
export type Settlements = Readonly<Record<string, Settlement>>;

/** Who has which track, and since when it is settled; empty while nobody has. */
export type Holders = Pick<
  CaseRow,
  'territorialOrg' | 'territorialName' | 'territorialAt' | 'industryOrg' | 'industryName' | 'industryAt'
>;

/** Facts that settle a track: its organisation acknowledged, or the office insisted on it. */
export type SettlingFact = EventOf<'handover.acknowledged' | 'handover.insisted'>;

/** The settlements with that of a fact. */
export function settledBy(known: Settlements, fact: SettlingFact): Settlements {
  const { handoverId, track, orgCode, orgName } = fact.data;
  return { ...known, [handoverId]: { track, orgCode, orgName, at: settledAt(fact) } };
}

/**
 * Who has the tracks by all that was heard, in whatever order. A track is settled from its first settlement on, and
 * stays so when that handover is redirected; but who has it then is whoever took one that was not redirected.
 */
export function holdersOf(settlements: Settlements, { handovers }: Pick<HazardFacts, 'handovers'>): Holders {
  const of = (track: Track) => {
    const taken = Object.entries(settlements)
      .filter(([, settlement]) => settlement.track === track)
      .sort(([a, { at }], [b, { at: other }]) => Date.parse(at) - Date.parse(other) || (a < b ? -1 : 1));
    const [, holder] = taken.find(([id]) => handovers[id]?.status !== 'redirected') ?? [];
    const [, first] = taken[0] ?? [];
    return {
      org: holder?.orgCode ?? null,
      name: holder?.orgName ?? null,
      at: first ? new Date(first.at) : null,
    };
  };
  const [territorial, industry] = [of('territorial'), of('industry')];
  return {
    territorialOrg: territorial.org,
    territorialName: territorial.name,
    territorialAt: territorial.at,
    industryOrg: industry.org,
    industryName: industry.name,
    industryAt: industry.at,
  };
}

/** The moment rectification begins: the later of the two settlements; null while a track is open. */
export function rectifyingSince({
  territorialAt,
  industryAt,
}: Pick<Holders, 'territorialAt' | 'industryAt'>): Date | null {
  if (!territorialAt || !industryAt) return null;
  return territorialAt > industryAt ? territorialAt : industryAt;
}

/** The answer to a handover insisted upon was its refusal: what settles it is the office's decision. */
function settledAt({ type, data, occurredAt }: SettlingFact): string {
  return type === 'handover.acknowledged' ? (data.answeredAt ?? occurredAt) : occurredAt;
}
