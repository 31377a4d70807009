import type { EventOf } from '@bihuan/contracts';

/** The organisation that took a track: it acknowledged the handover, or the office insisted on it. */
export interface Settlement {
  readonly orgCode: string;
  readonly orgName: string;
  readonly at: Date;
}

/** Who took which track; null while nobody has. */
export interface Settlements {
  readonly territorial: Settlement | null;
  readonly industry: Settlement | null;
}

/** Facts that settle a track. */
export type SettlingFact = EventOf<'handover.acknowledged' | 'handover.insisted'>;

/** Folds a fact that settles a track: of two for one track the earlier holds, whichever was heard first. */
export function settled(known: Settlements, fact: SettlingFact): Settlements {
  const { track, orgCode, orgName } = fact.data;
  const heard = { orgCode, orgName, at: settledAt(fact) };
  const before = known[track];
  return before && before.at <= heard.at ? known : { ...known, [track]: heard };
}

/** The moment rectification begins: the later of the two settlements; null while a track is open. */
export function rectifyingSince({ territorial, industry }: Settlements): Date | null {
  if (!territorial || !industry) return null;
  return territorial.at > industry.at ? territorial.at : industry.at;
}

/** The answer of a handover insisted upon was its refusal: what settles it is the office's decision. */
function settledAt({ type, data, occurredAt }: SettlingFact): Date {
  return new Date(type === 'handover.acknowledged' ? (data.answeredAt ?? occurredAt) : occurredAt);
}
