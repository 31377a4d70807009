import type { RegisterHazard } from '@bihuan/contracts';
import { toLocalDate } from '@bihuan/process-core';
import { citedClause } from '../cited-clause.ts';
import { rectificationDeadline } from '../rectification-deadline.ts';
import { responsibleOf } from '../responsible.ts';
import { sharingOrgs } from '../sharing-orgs.ts';
import { type CheckContext, dayOf, readPastDay, readUnit } from './check-context.ts';
import type { HazardDraft } from './hazard-draft.ts';
import { readPast } from './past.ts';
import type { RowReader } from './row-reader.ts';
import { foundByOf, kindOf, yesOrNo } from './words.ts';

/** Reads a major hazard; undefined where the row was refused, for reasons that the reader has. */
export function checkMajor(row: RowReader, context: CheckContext): HazardDraft | undefined {
  const foundOn = readPastDay(row, 'foundOn', context.today);
  const content = readContent(row);
  const where = readPlaceAndField(row, context, foundOn ?? context.today);
  const responsible = readResponsible(row, context);
  const citation = foundOn === undefined ? undefined : readCitation(row, context, foundOn, where.fieldCode);
  const past = readPast(row, context, foundOn);
  const deadline = readDeadline(row, context, past.registeredAt);
  if (row.errors.length > 0) return undefined;
  // Each part that was refused has left an error behind: nothing is missing here.
  return { foundOn, ...content, ...where, responsible, ...citation, ...past, deadline } as HazardDraft;
}

function readContent(row: RowReader) {
  return {
    kind: row.value('kind', 40, kindOf),
    massCasualties: row.value('massCasualties', 10, yesOrNo) ?? false,
    foundBy: row.value('foundBy', 20, foundByOf) ?? 'inspection',
    address: row.text('address', 300),
    description: row.text('description', 2000),
    stateAndCause: row.text('stateAndCause', 4000),
    harmAndDifficulty: row.text('harmAndDifficulty', 4000),
  };
}

function readPlaceAndField(row: RowReader, context: CheckContext, foundOn: string) {
  const { reference, names, today } = context;
  const place = row.value('place', 60, (text) => names.countyOf(text, foundOn));
  const field = row.value('field', 60, (text) => names.fieldOf(text, foundOn));
  return {
    ...(place && {
      placeCode: place.county.code,
      placeName: place.county.nameZh,
      cityCode: place.city.code,
      cityName: place.city.nameZh,
    }),
    ...(field && {
      fieldCode: field.code,
      fieldName: field.nameZh,
      letters: field.letters,
      leadOrg: field.leadOrg,
      coOrgs: sharingOrgs(reference, field, [], today),
    }),
  };
}

/** The unit, or where no credit code is given the body that must act in its place. */
function readResponsible(row: RowReader, { reference, names, today }: CheckContext) {
  const unit = readUnit(row);
  if (!unit) return undefined;
  const { unitName: name, creditCode } = unit;
  const orgCode = creditCode === null ? names.organisation(name, today)?.code : undefined;
  const input: RegisterHazard['responsible'] =
    creditCode === null
      ? { type: 'body', name, ...(orgCode === undefined ? {} : { orgCode }) }
      : { type: 'unit', name, creditCode };
  return row.attempt('unitName', () => responsibleOf(reference, input, today));
}

/** Standard and clause, by the rule of registration; what it refuses is noted at the column it is about. */
function readCitation(
  row: RowReader,
  { reference, names }: CheckContext,
  foundOn: string,
  fieldCode: string | undefined,
) {
  const standardCode = row.value('standard', 200, (text) => names.standardCode(text, fieldCode));
  const clause = row.text('clause', 60);
  const clauseReason = row.text('clauseReason', 1000);
  if (standardCode === undefined) return undefined;
  const clauseNo = clause === undefined ? undefined : names.clauseNo(standardCode, clause, foundOn);
  // Where the field was refused, the standard is held against its own.
  const field = fieldCode ?? reference.standard(standardCode, foundOn)?.fieldCode ?? '';
  const cited = row.attemptAt(citationColumns, 'standard', () =>
    citedClause(reference, { standardCode, foundOn, fieldCode: field, clauseNo, clauseReason }),
  );
  return (
    cited && {
      standardCode,
      standardTitle: cited.standard.titleZh,
      clauseNo: cited.clauseNo,
      clauseReason: cited.clauseReason,
    }
  );
}

/** Columns by the pointers of the rule of registration. */
const citationColumns = new Map([
  ['/standardCode', 'standard'],
  ['/clauseNo', 'clause'],
  ['/clauseReason', 'clauseReason'],
]);

/**
 * End of the rectification period; null where the policy's period is to be counted from a registration that is still
 * to come.
 */
function readDeadline(
  row: RowReader,
  { reference, campaign, now, history }: CheckContext,
  registeredAt: string | null,
): string | null {
  const named = row.has('deadline') ? row.value('deadline', 40, dayOf) : null;
  if (history ? registeredAt === null || named === undefined : named === null || named === undefined)
    return null;
  const from = registeredAt === null ? now : new Date(registeredAt);
  const deadline = row.attempt('deadline', () => {
    const policy = reference.requirePolicy(campaign.code, toLocalDate(from));
    return rectificationDeadline(named ?? undefined, from, policy, reference.calendar());
  });
  return deadline?.toISOString() ?? null;
}
