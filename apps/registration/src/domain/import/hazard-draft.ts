import type { HazardHistory, NewEvent } from '@bihuan/contracts';
import type { Work } from '@bihuan/platform/commands';
import type { ReferenceBook } from '@bihuan/platform/reference';
import { toLocalDate } from '@bihuan/process-core';
import type { NewHazard } from '../../persistence/new-hazard.ts';
import { factOf } from '../hazard-fact.ts';
import { rectificationDeadline } from '../rectification-deadline.ts';

type ReportedBySelf = 'reportedBy' | 'reportedByName' | 'reportedAt' | 'importId';

/** Past of a hazard as its row tells it. */
export type Past = Omit<HazardHistory, ReportedBySelf>;

/** What the ledger takes from a row as it is. */
const fromRow = [
  'kind',
  'massCasualties',
  'foundBy',
  'foundOn',
  'responsible',
  'placeCode',
  'placeName',
  'cityCode',
  'cityName',
  'address',
  'fieldCode',
  'fieldName',
  'coOrgs',
  'standardCode',
  'standardTitle',
  'clauseNo',
  'clauseReason',
  'description',
] as const satisfies readonly (keyof NewHazard)[];
type FromRow = (typeof fromRow)[number];

/** A major hazard of a ledger, checked, before it has a number. Plain JSON: it waits in the staging table. */
export interface HazardDraft extends Pick<NewHazard, FromRow> {
  readonly stateAndCause: string;
  readonly harmAndDifficulty: string;
  /** Letters of the field, for the number. */
  readonly letters: string;
  readonly leadOrg: string;
  /** When it was registered in its past; null: when it comes into the ledger. */
  readonly registeredAt: string | null;
  /** Null: by the policy, from the registration. */
  readonly deadline: string | null;
  readonly past: Past | null;
}

/** On whose behalf a hazard comes into the ledger. */
export interface BroughtBy {
  readonly importId: string;
  readonly campaignCode: string;
  readonly orgCode: string;
  readonly orgName: string;
}

export const registrationOf = (draft: HazardDraft, now: Date): Date =>
  draft.registeredAt === null ? now : new Date(draft.registeredAt);

/** Where a draft gets its number from: campaign, place, letters of the field, month of registration. */
export function cellOf(campaign: string, draft: HazardDraft, now: Date) {
  const month = toLocalDate(registrationOf(draft, now)).slice(0, 7);
  return { campaign, place: draft.placeCode, letters: draft.letters, month };
}

/** The ledger's row of a draft. */
export function hazardOf(
  work: Pick<Work, 'now' | 'actor'>,
  reference: ReferenceBook,
  by: BroughtBy,
  hazardNo: string,
  draft: HazardDraft,
): NewHazard {
  const { stateAndCause, harmAndDifficulty, responsible, past } = draft;
  const registeredAt = registrationOf(draft, work.now);
  return {
    ...(Object.fromEntries(fromRow.map((name) => [name, draft[name]])) as Pick<NewHazard, FromRow>),
    hazardNo,
    campaignCode: by.campaignCode,
    responsibleName: responsible.name,
    creditCode: responsible.type === 'unit' ? responsible.creditCode : null,
    report: { stateAndCause, harmAndDifficulty },
    registeredAt,
    deadline: draft.deadline === null ? byPolicy(reference, by, registeredAt) : new Date(draft.deadline),
    registeredBy: work.actor.person,
    registeredOrg: by.orgCode,
    importId: by.importId,
    history: past && {
      reportedBy: by.orgCode,
      reportedByName: by.orgName,
      reportedAt: work.now.toISOString(),
      importId: by.importId,
      ...past,
    },
  };
}

function byPolicy(reference: ReferenceBook, { campaignCode }: BroughtBy, registeredAt: Date): Date {
  const policy = reference.requirePolicy(campaignCode, toLocalDate(registeredAt));
  return rectificationDeadline(undefined, registeredAt, policy, reference.calendar());
}

export const importedFact = (hazard: NewHazard, draft: HazardDraft): NewEvent =>
  factOf(hazard, draft.leadOrg);
