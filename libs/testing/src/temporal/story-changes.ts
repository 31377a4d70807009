import { randomUUID } from 'node:crypto';
import type { LoopFact } from '@bihuan/contracts';
import { factOf } from './facts.ts';
import type { HazardStory } from './hazard-story.ts';

/** Registration corrects where the hazard lies. */
export function corrected(
  { hazard, hazardNo }: HazardStory,
  now: Date,
  version: number,
  { cityName, placeName }: { readonly cityName: string; readonly placeName: string },
): LoopFact[] {
  return [
    factOf('hazard.corrected', now, {
      hazardNo,
      correctionId: randomUUID(),
      version,
      correctedAt: now.toISOString(),
      reason: '登记有误',
      kind: 'facility_failure',
      massCasualties: true,
      responsible: { type: 'body', name: '示例', orgCode: null },
      place: {
        code: '140212',
        nameZh: placeName,
        cityCode: '140200',
        cityNameZh: cityName,
        address: '示例路1号',
      },
      field: { code: hazard.fieldCode, nameZh: hazard.fieldName, leadOrg: 'org', coOrgs: [] },
      standardCode: 'GAS-2023',
      clauseNo: null,
      description: '示例',
    }),
  ];
}

/** Every owner has confirmed that the hazard was registered in error. */
export function withdrawn({ hazardNo }: HazardStory, now: Date): LoopFact[] {
  const withdrawnAt = now.toISOString();
  return [factOf('hazard.withdrawn', now, { hazardNo, withdrawalId: randomUUID(), withdrawnAt })];
}
