import { eventOf, hazardCorrected, hazardRegistered } from '@bihuan/testing/facts';
import { describe, expect, it } from '@jest/globals';
import { briefOf, correctedBrief, settledBrief } from './brief.ts';

const no = 'SX2023-140105-GAS-202310-00001K';
const place = {
  code: '140212',
  nameZh: '新荣区',
  cityCode: '140200',
  cityNameZh: '大同市',
  address: '平泉路 2 号',
};

describe('the brief of a hazard', () => {
  const brief = briefOf(hazardRegistered(no).data);

  it('follows a correction of place, field and unit', () => {
    const responsible = { type: 'body', name: '某街道', orgCode: null } as const;
    const { data } = hazardCorrected(no, 1, { place, responsible });
    expect({ ...brief, ...correctedBrief(brief, data) }).toEqual({
      ...brief,
      placeCode: '140212',
      placeName: '新荣区',
      cityCode: '140200',
      cityName: '大同市',
      unitName: '某街道',
      correction: 1,
    });
  });

  it.each([
    [0, 1, true],
    [1, 1, false],
    [2, 1, false],
    [2, 3, true],
  ])('after version %i hears version %i: %p', (known, version, follows) => {
    const changes = correctedBrief({ correction: known }, hazardCorrected(no, version, { place }).data);
    expect(Object.keys(changes).length > 0).toBe(follows);
  });

  const handover = {
    handoverId: '018b0000-0000-7000-8000-000000000001',
    hazardNo: no,
    ...{ orgCode: 'GOV-140105', orgName: '小店区人民政府' },
    ...{ version: 2, dispatchedAt: '2023-10-09T01:00:00.000Z', answeredAt: null, late: false },
  };
  const moved = { reason: '登记有误', successorId: handover.handoverId, settled: true };

  it.each([
    ['territorial', 'territorialOrg'],
    ['industry', 'industryOrg'],
  ] as const)('keeps who holds the %s track until that is redirected', (track, holder) => {
    const data = { ...handover, track };
    const taken = eventOf('handover.acknowledged', { ...data, status: 'acknowledged' });
    const insisted = eventOf('handover.insisted', { ...data, status: 'insisted' });
    const redirected = eventOf('handover.redirected', { ...data, status: 'redirected', ...moved });
    const held = { ...brief, [holder]: 'GOV-140105' };
    expect({ ...brief, ...settledBrief(brief, taken) }).toEqual(held);
    expect({ ...brief, ...settledBrief(brief, insisted) }).toEqual(held);
    expect({ ...held, ...settledBrief(held, redirected) }).toEqual(brief);
    expect(settledBrief({ ...brief, [holder]: 'GOV-140100' }, redirected)).toEqual({});
  });
});
