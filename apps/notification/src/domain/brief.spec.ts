import { hazardCorrected, hazardRegistered } from '@bihuan/testing/facts';
import { describe, expect, it } from '@jest/globals';
import { briefOf, correctedBrief } from './brief.ts';

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
});
