import { ledgerColumns } from '@bihuan/contracts';
import { describe, expect, it } from '@jest/globals';
import { majorRow } from '../../__fixtures__/import-world.ts';
import { type Cells, contextOf, readerOf, wrong } from '../../__fixtures__/ledger-rows.ts';
import { checkMajor } from './check-major.ts';
import type { HazardDraft } from './hazard-draft.ts';

describe('a row of major hazards', () => {
  const draftOf = (change: Cells, context = contextOf()) =>
    checkMajor(readerOf('major', { ...majorRow, ...change }), context) as HazardDraft;

  it('becomes a hazard without a number', () => {
    expect(draftOf({ massCasualties: '是', foundBy: '移送', deadline: '2023年11月8日' })).toEqual({
      kind: 'illegal_act',
      massCasualties: true,
      foundBy: 'transfer',
      foundOn: '2023-10-08',
      responsible: { type: 'unit', name: '某液化气站', creditCode: '91330424MA28AQAQXU' },
      placeCode: '140105',
      placeName: '小店区',
      cityCode: '140100',
      cityName: '太原市',
      address: '平阳路 1 号',
      fieldCode: 'gas',
      fieldName: '燃气',
      coOrgs: [],
      letters: 'GAS',
      leadOrg: 'SX-HOUSING',
      standardCode: 'GAS-2023',
      standardTitle: '城镇燃气经营安全重大隐患判定标准',
      clauseNo: '4.1',
      clauseReason: null,
      description: '无许可证经营燃气',
      stateAndCause: '现场不能出示许可证',
      harmAndDifficulty: '可能泄漏爆炸',
      registeredAt: null,
      deadline: '2023-11-08T10:00:00.000Z',
      past: null,
    });
  });

  const spellings: [string, Cells, Partial<HazardDraft>][] = [
    ['a place by code', { place: '140105' }, { placeCode: '140105' }],
    ['a place with its city', { place: '太原市小店区' }, { placeCode: '140105' }],
    ['a place with province and city', { place: '山西省 太原市小店区' }, { placeCode: '140105' }],
    ['a name of two places with its city', { place: '大同市城区' }, { placeCode: '140202' }],
    ['a field by code', { field: 'gas' }, { fieldCode: 'gas' }],
    [
      'a standard by title in book-title marks',
      { standard: '《城镇燃气经营安全重大隐患判定标准》' },
      { standardCode: 'GAS-2023' },
    ],
    [
      'a standard by number, a clause in other brackets',
      { standard: '建城规[2023]4号', clause: '第四条(一)' },
      { standardCode: 'NUM', clauseNo: '第四条（一）' },
    ],
    ['no deadline, for the policy to count', { deadline: '' }, { deadline: null }],
    [
      'a credit code in small letters and wide digits',
      { creditCode: '９1330424ma28aqaqxu' },
      { responsible: { type: 'unit', name: '某液化气站', creditCode: '91330424MA28AQAQXU' } },
    ],
    [
      'a body of the reference data',
      { creditCode: '', unitName: '太原市人民政府' },
      { responsible: { type: 'body', name: '太原市人民政府', orgCode: 'TY' } },
    ],
    [
      'a body that is known by name only',
      { creditCode: '', unitName: '某村民委员会' },
      { responsible: { type: 'body', name: '某村民委员会', orgCode: null } },
    ],
    [
      'a reason where no clauses are supplied',
      { standard: '通用判定标准', clause: '', clauseReason: '理由' },
      { standardCode: 'ANY-FIELD', clauseNo: null, clauseReason: '理由' },
    ],
  ];
  it('takes the standard of its field where two have one number', () => {
    const fire = { field: '消防', clause: '', clauseReason: '理由' };
    expect(wrong('major', { ...majorRow, ...fire, standard: '建城规〔2023〕4号' }, checkMajor)).toEqual([
      'clause: clause.required',
    ]);
  });

  it.each(spellings)('takes %s', (_what, change, expected) => {
    expect(draftOf(change)).toMatchObject(expected);
  });

  const refusals: [string, Cells, string[]][] = [
    ['an unknown place', { place: '无名县' }, ['place: place.unknown']],
    ['an ambiguous place', { place: '城区' }, ['place: import.placeAmbiguous']],
    ['a city', { place: '太原市' }, ['place: place.notCounty']],
    ['an unknown field', { field: '无' }, ['field: fieldOfSupervision.unknown']],
    ['an unknown standard', { standard: '无' }, ['standard: standard.unknown']],
    [
      'a standard that was not in force',
      { standard: 'NO-CLAUSES', clause: '', clauseReason: '理由' },
      ['standard: standard.notInForce'],
    ],
    ['a standard of another field', { field: '消防' }, ['standard: standard.otherField']],
    ['an unknown clause', { clause: '第九十九条' }, ['clause: clause.unknown']],
    ['no clause', { clause: '' }, ['clause: clause.required']],
    ['no reason', { standard: 'ANY-FIELD', clause: '' }, ['clauseReason: clause.reasonRequired']],
    ['a wrong check digit', { creditCode: '91330424MA28AQAQX0' }, ['creditCode: unit.creditCodeInvalid']],
    ['another kind', { kind: '别的' }, ['kind: import.word']],
    ['another answer', { massCasualties: '也许' }, ['massCasualties: import.word']],
    ['another way', { foundBy: '别的' }, ['foundBy: import.word']],
    ['no date', { foundOn: '昨天' }, ['foundOn: import.date']],
    ['a day to come', { foundOn: '2023-10-10' }, ['foundOn: hazard.foundInFuture']],
    ['a deadline behind us', { deadline: '2023-10-08' }, ['deadline: hazard.deadlinePast']],
    ['a deadline too far', { deadline: '2024-10-10' }, ['deadline: hazard.deadlineTooFar']],
    ['a long text', { description: '长'.repeat(2001) }, ['description: field.tooLong']],
    ['a text with a nought', { address: 'a\0b' }, ['address: field.invalid']],
    ['a day of its past', { struckOffOn: '2023-10-08' }, ['struckOffOn: import.onlyHistory']],
    [
      'several things at once',
      { place: '无名县', kind: '别的', deadline: 'x', standard: '无' },
      ['deadline: import.date', 'kind: import.word', 'place: place.unknown', 'standard: standard.unknown'],
    ],
  ];
  it.each(refusals)('is refused for %s', (_what, change, expected) => {
    expect(wrong('major', { ...majorRow, ...change }, checkMajor)).toEqual(expected);
  });

  it('is refused for everything that is missing', () => {
    const missing = wrong('major', { clause: '4.1' }, checkMajor);
    const required = Object.entries(ledgerColumns.major).filter(([, column]) => column.required);
    // What is cited is held against a day: without one it is not looked at.
    const looked = required.map(([name]) => name).filter((name) => name !== 'standard');
    expect(missing).toEqual(looked.map((name) => `${name}: field.required`).sort());
  });

  it('is refused for a field outside the campaign', () => {
    expect(wrong('major', majorRow, checkMajor, contextOf(false, 'FIRE2023'))).toEqual([
      'field: campaign.fieldOutside',
    ]);
  });
});
