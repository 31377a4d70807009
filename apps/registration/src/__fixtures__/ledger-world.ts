import type { ReferenceItem, RegisteredReply, RegisterHazard } from '@bihuan/contracts';
import { ReferenceBook } from '@bihuan/platform/reference';
import { publishReference, referenceItem, smallProvince, testPolicy } from '@bihuan/testing/reference';
import { startTestService, type TestService } from '@bihuan/testing/service';
import { eventually } from '@bihuan/testing/temporal';
import { AppModule } from '../app.module.ts';

/** An illegal act at a bottled-gas station in Taiyuan, as its finder registers it. */
export const gas: RegisterHazard = {
  campaignCode: 'SX2023',
  kind: 'illegal_act',
  massCasualties: true,
  foundBy: 'inspection',
  foundOn: '2023-10-08',
  responsible: { type: 'unit', name: '某液化气站', creditCode: '91330424MA28AQAQXU' },
  place: { code: '140105', address: '平阳路 1 号' },
  fieldCode: 'gas',
  coOrgs: [],
  standardCode: 'GAS-2023',
  clauseNo: '4.1',
  description: '无许可证经营燃气',
  report: { stateAndCause: '现场不能出示许可证', harmAndDifficulty: '可能泄漏爆炸' },
  deadline: '2023-11-08',
};

export const handler = { office: { role: 'handler' as const } };

export interface Problem {
  readonly code: string;
  readonly errors?: readonly { readonly pointer: string; readonly code: string }[];
}

/**
 * What the ledger's tests need beyond `smallProvince`: a standard without clauses that has ended, a field with a
 * department of its own besides the lead, and a campaign that covers no field but that one.
 */
export function ledgerReference(): ReferenceItem[] {
  return [
    ...smallProvince(),
    referenceItem(
      'standard',
      'NO-CLAUSES',
      {
        code: 'NO-CLAUSES',
        fieldCode: 'gas',
        titleZh: '未收录条款的标准',
        issuingNo: '',
        issuerZh: '',
        clausesSupplied: 0,
      },
      { effectiveFrom: '2023-01-01', effectiveTo: '2023-10-05' },
    ),
    referenceItem('standard', 'ANY-FIELD', {
      code: 'ANY-FIELD',
      fieldCode: 'other',
      titleZh: '通用判定标准',
      issuingNo: '',
      issuerZh: '',
      clausesSupplied: 0,
    }),
    referenceItem('field', 'fire', {
      code: 'fire',
      letters: 'FIR',
      nameZh: '消防',
      nameEn: 'Fire',
      newForm: false,
      leadOrg: 'SX-HOUSING',
      coOrgs: ['SX-OFFICE'],
      viceGovernor: 'vice-governor',
    }),
    referenceItem('campaign', 'FIRE2023', {
      code: 'FIRE2023',
      nameZh: '消防专项行动',
      nameEn: 'Fire campaign',
      startsOn: '2023-04-25',
      endsOn: '2023-12-31',
      fields: ['fire'],
      policies: [testPolicy],
    }),
  ];
}

/** A fire hazard, under a standard that any field may cite. */
export const fire: RegisterHazard = {
  ...gas,
  fieldCode: 'fire',
  standardCode: 'ANY-FIELD',
  clauseNo: undefined,
  clauseReason: '通用标准适用',
};

/**
 * The service over real servers, its reference data there, business time on the demonstration's first morning.
 *
 * @param settings further variables of its configuration
 */
export async function startLedger(settings: Readonly<Record<string, string>> = {}): Promise<TestService> {
  const service = await startTestService(AppModule, { service: 'registration', settings });
  await publishReference(service.topics, ledgerReference());
  const book = service.app.get(ReferenceBook);
  await eventually(() => book.ready(), Boolean);
  return service;
}

/** Registers a hazard as the campaign office. @returns its number */
export async function registered(
  service: TestService,
  change: Partial<RegisterHazard> = {},
  caller: Parameters<TestService['as']>[0] = handler,
): Promise<string> {
  const { status, body } = await service.as(caller).post<RegisteredReply>('/hazards', { ...gas, ...change });
  if (status !== 201) throw new Error(`not registered: ${JSON.stringify(body)}`);
  return body.hazardNo;
}
