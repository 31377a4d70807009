import { seedItem, type SeedItem } from './seed-item.ts';
import { parseTsv } from './tsv.ts';

/** Fields of supervision 行业领域: those of the determination standards, civil aviation, and the new forms of 2023. */
export function buildFields(text: string): SeedItem<'field'>[] {
  return parseTsv(text, [
    'field_code',
    'letters',
    'name_zh',
    'name_en',
    'new_form',
    'lead_org',
    'co_orgs',
    'vice_governor',
  ]).map((row) =>
    seedItem('field', {
      code: row.field_code,
      letters: row.letters,
      nameZh: row.name_zh,
      nameEn: row.name_en,
      newForm: row.new_form === 'yes',
      leadOrg: row.lead_org,
      coOrgs: row.co_orgs.split(' '),
      viceGovernor: row.vice_governor,
    }),
  );
}
