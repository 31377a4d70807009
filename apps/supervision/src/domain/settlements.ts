import type { EventOf } from '@bihuan/contracts';
import type { CaseRow } from '../persistence/hazard-case.entity.ts';

/** Who took which track, and when; empty while nobody has. */
export type Settlements = Pick<
  CaseRow,
  'territorialOrg' | 'territorialName' | 'territorialAt' | 'industryOrg' | 'industryName' | 'industryAt'
>;

/** Facts that settle a track: its organisation acknowledged, or the office insisted on it. */
export type SettlingFact = EventOf<'handover.acknowledged' | 'handover.insisted'>;

/** What a settling fact changes: of two for one track the earlier holds, whichever was heard first. */
export function settledBy(known: Settlements, fact: SettlingFact): Partial<Settlements> {
  const { track, orgCode, orgName } = fact.data;
  const at = settledAt(fact);
  const before = track === 'territorial' ? known.territorialAt : known.industryAt;
  if (before && before <= at) return {};
  return track === 'territorial'
    ? { territorialOrg: orgCode, territorialName: orgName, territorialAt: at }
    : { industryOrg: orgCode, industryName: orgName, industryAt: at };
}

/** The moment rectification begins: the later of the two settlements; null while a track is open. */
export function rectifyingSince({
  territorialAt,
  industryAt,
}: Pick<Settlements, 'territorialAt' | 'industryAt'>): Date | null {
  if (!territorialAt || !industryAt) return null;
  return territorialAt > industryAt ? territorialAt : industryAt;
}

/** The answer to a handover insisted upon was its refusal: what settles it is the office's decision. */
function settledAt({ type, data, occurredAt }: SettlingFact): Date {
  return new Date(type === 'handover.acknowledged' ? (data.answeredAt ?? occurredAt) : occurredAt);
}
