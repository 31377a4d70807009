import type {
  Campaign,
  ClockRule,
  Organisation,
  Period,
  Policy,
  ReferenceBody,
  ReferenceKind,
} from '@bihuan/contracts';
import { referenceKeyOf } from '@bihuan/contracts';
import { shortLadder, standardLadder } from '@bihuan/process-core';
import { v7 as uuid } from 'uuid';

const effectiveFrom = '2023-04-25';

function rule(period: Period, { rungs, basis } = standardLadder): ClockRule {
  return { period, ladder: rungs, basis };
}

function policy(version: number, from: string, progress: Period): Policy {
  const day = rule({ workingDays: 1 }, shortLadder);
  return {
    version,
    effectiveFrom: from,
    dayEnds: '18:00',
    noticeHours: { from: '08:00', to: '20:00' },
    demonstration: false,
    clocks: {
      handOver: day,
      acknowledge: day,
      refusalDecision: day,
      plan: rule({ workingDays: 3 }, shortLadder),
      progress: rule(progress),
      rectify: rule({ days: 30 }),
      accept: rule({ days: 10 }),
      strikeOff: rule({ workingDays: 5 }),
      listing: rule({ workingDays: 5 }),
    },
  };
}

/** From November on progress is reported every five days. */
const campaign: Campaign = {
  code: 'SX2023',
  nameZh: '专项行动',
  nameEn: 'Campaign',
  startsOn: effectiveFrom,
  endsOn: '2023-12-31',
  fields: [],
  policies: [policy(1, effectiveFrom, { days: 10 }), policy(2, '2023-11-01', { days: 5 })],
};

/** One level up; everybody else stands below the provincial government. */
const above: Partial<Record<Organisation['level'], string>> = {
  county: 'GOV-140100',
  enterprise: 'GOV-140105',
};

function organisation(
  code: string,
  nameZh: string,
  level: Organisation['level'],
  placeCode: string,
  creditCode: string | null = null,
): Organisation {
  const campaignOffice = code === 'SX-OFFICE';
  const parentCode = code === 'SX-GOV' ? null : (above[level] ?? 'SX-GOV');
  return { code, nameZh, nameEn: code, level, parentCode, placeCode, campaignOffice, creditCode };
}

const organisations = [
  organisation('SX-GOV', '省人民政府', 'province', '140000'),
  organisation('SX-OFFICE', '省专项行动领导组办公室', 'province', '140000'),
  organisation('SX-ZJT', '省住房和城乡建设厅', 'provincialDepartment', '140000'),
  organisation('SX-JTT', '省交通运输厅', 'provincialDepartment', '140000'),
  organisation('SX-YJT', '省应急管理厅', 'provincialDepartment', '140000'),
  organisation('GOV-140100', '太原市人民政府', 'city', '140100'),
  organisation('GOV-140200', '大同市人民政府', 'city', '140200'),
  organisation('GOV-140105', '太原市小店区人民政府', 'county', '140105'),
  organisation('ENT-DEMO', '示范企业', 'enterprise', '140105', '91330424MA28AQAQXU'),
];

/** 2023 with the holidays of autumn, after the State Council's notice. */
const calendar = {
  code: '2023',
  version: 1,
  holidays: ['2023-09-29', '2023-10-02', '2023-10-03', '2023-10-04', '2023-10-05', '2023-10-06'],
  makeUpDays: ['2023-10-07', '2023-10-08'],
};

function message<K extends ReferenceKind>(kind: K, body: ReferenceBody<K>): { key: string; value: string } {
  const key = referenceKeyOf(kind, body.code, effectiveFrom);
  const value = {
    id: uuid(),
    type: 'reference.changed',
    version: 1,
    occurredAt: '2023-10-09T00:00:00.000Z',
    aggregate: { type: 'reference', id: key },
    actor: { person: 'service:campaign', orgCode: null, role: 'service' },
    correlationId: 'seed',
    data: { kind, code: body.code, effectiveFrom, effectiveTo: null, version: 1, body },
  };
  return { key, value: JSON.stringify(value) };
}

/** As much reference data as supervision asks for, the manifest last. */
export function referenceMessages(): { key: string; value: string }[] {
  const items = [
    ...organisations.map((one) => message('organisation', one)),
    message('calendarYear', calendar),
    message('campaign', campaign),
  ];
  return [...items, message('manifest', { code: 'all', items: items.length })];
}
