import { type LedgerKind, ledgerColumns } from '@bihuan/contracts';
import { ReferenceBook } from '@bihuan/platform/reference';
import { referenceItem } from '@bihuan/testing/reference';
import { describe, expect, it } from '@jest/globals';
import { generalRow, majorRow } from '../../__fixtures__/import-world.ts';
import { ledgerReference } from '../../__fixtures__/ledger-world.ts';
import type { CheckContext } from './check-context.ts';
import { checkCount, checkGeneral } from './check-general.ts';
import { checkMajor } from './check-major.ts';
import type { HazardDraft } from './hazard-draft.ts';
import { LedgerNames } from './ledger-names.ts';
import { RowReader } from './row-reader.ts';
import { keysOfMajor } from './same-hazard.ts';

const county = (code: string, nameZh: string, cityCode: string) =>
  referenceItem('place', code, { code, nameZh, nameEn: '', level: 'county', cityCode });
const items = [
  ...ledgerReference(),
  county('140107', '城区', '140100'),
  county('140202', '城区', '140200'),
  referenceItem('standard', 'NUM', {
    code: 'NUM',
    fieldCode: 'gas',
    titleZh: '有文号的标准',
    issuingNo: '建城规〔2023〕4号',
    issuerZh: '',
    clausesSupplied: 1,
  }),
  referenceItem('clause', 'NUM.1', {
    code: 'NUM.1',
    standardCode: 'NUM',
    clauseNo: '第四条（一）',
    kind: 'illegal_act',
    labelZh: '',
    labelEn: '',
    typicalFindingZh: '',
  }),
];
const reference = new ReferenceBook();
reference.replace([...items, referenceItem('manifest', 'all', { code: 'all', items: items.length })]);

function contextOf(history = false, campaignCode = 'SX2023'): CheckContext {
  const campaign = reference.requireCampaign(campaignCode, '2023-10-09');
  const names = new LedgerNames(reference, campaign);
  const now = new Date('2023-10-09T01:00:00Z');
  return { reference, names, campaign, today: '2023-10-09', now, history };
}

type Cells = Readonly<Record<string, string | undefined>>;

/** The reader with a row whose columns stand in the order of the contracts. */
function readerOf(ledger: LedgerKind, cells: Cells): RowReader {
  const names = Object.keys(ledgerColumns[ledger]);
  const columns = new Map(names.map((name, position) => [name, position]));
  const reader = new RowReader(ledger, { row: 1, texts: [], columns, ignored: [] });
  reader.open({ no: 2, cells: names.map((name) => cells[name] ?? '') }, undefined);
  return reader;
}

/** Errors of a row as `column: code`. */
function wrong(
  ledger: LedgerKind,
  cells: Cells,
  check: (reader: RowReader, context: CheckContext) => unknown,
  context = contextOf(),
): string[] {
  const reader = readerOf(ledger, cells);
  const value = check(reader, context);
  expect(value === undefined).toBe(reader.errors.length > 0);
  const names = Object.keys(ledgerColumns[ledger]);
  return reader.errors.map(({ column, code }) => `${names[column ?? -1] ?? ''}: ${code}`).sort();
}

const past = {
  ...majorRow,
  foundOn: '2023-09-21',
  registeredOn: '2023-09-22',
  handedOverOn: '2023-09-23',
  territorialAnsweredOn: '2023-09-24',
  industryAnsweredOn: '2023-09-25',
  planFiledOn: '2023-09-26',
  completedOn: '2023-10-01',
  acceptedOn: '2023-10-02',
  struckOffOn: '2023-10-03',
};

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

describe('a row with its past', () => {
  it('is told by days that count from nine in the morning', () => {
    expect(checkMajor(readerOf('major', past), contextOf(true))).toMatchObject({
      registeredAt: '2023-09-22T01:00:00.000Z',
      deadline: '2023-10-23T10:00:00.000Z',
      past: {
        handovers: [
          {
            track: 'territorial',
            dispatchedAt: '2023-09-23T01:00:00.000Z',
            answeredAt: '2023-09-24T01:00:00.000Z',
          },
          {
            track: 'industry',
            dispatchedAt: '2023-09-23T01:00:00.000Z',
            answeredAt: '2023-09-25T01:00:00.000Z',
          },
        ],
        planFiledAt: '2023-09-26T01:00:00.000Z',
        completedAt: '2023-10-01T01:00:00.000Z',
        acceptedAt: '2023-10-02T01:00:00.000Z',
        struckOffAt: '2023-10-03T01:00:00.000Z',
      },
    });
  });

  it('may have nothing but its registration', () => {
    const { registeredOn, foundOn } = past;
    const draft = checkMajor(readerOf('major', { ...majorRow, foundOn, registeredOn }), contextOf(true));
    expect(draft?.past).toEqual({
      handovers: [],
      planFiledAt: null,
      completedAt: null,
      acceptedAt: null,
      struckOffAt: null,
    });
  });

  it.each<[string, Cells, string[]]>([
    ['no registration', { registeredOn: '' }, ['registeredOn: field.required']],
    [
      'a registration before the campaign',
      { foundOn: '2023-04-01', registeredOn: '2023-04-24' },
      ['registeredOn: campaign.closed'],
    ],
    [
      'a registration before it was found',
      { registeredOn: '2023-09-20' },
      ['registeredOn: import.dateOrder'],
    ],
    ['a handover before it', { handedOverOn: '2023-09-21' }, ['handedOverOn: import.dateOrder']],
    [
      'an answer before its handover',
      { territorialAnsweredOn: '2023-09-22' },
      ['territorialAnsweredOn: import.dateOrder'],
    ],
    [
      'answers without a handover',
      { handedOverOn: '' },
      ['industryAnsweredOn: import.needsColumn', 'territorialAnsweredOn: import.needsColumn'],
    ],
    ['a plan before the registration', { planFiledOn: '2023-09-21' }, ['planFiledOn: import.dateOrder']],
    [
      'a strike-off without completion',
      { completedOn: '', acceptedOn: '' },
      ['struckOffOn: import.needsColumn'],
    ],
    ['an acceptance before completion', { acceptedOn: '2023-09-30' }, ['acceptedOn: import.dateOrder']],
    ['a strike-off before acceptance', { struckOffOn: '2023-10-01' }, ['struckOffOn: import.dateOrder']],
    ['a day to come', { struckOffOn: '2023-10-10' }, ['struckOffOn: import.dateFuture']],
    ['a deadline before its registration', { deadline: '2023-09-21' }, ['deadline: hazard.deadlinePast']],
  ])('is refused for %s', (_what, change, expected) => {
    expect(wrong('major', { ...past, ...change }, checkMajor, contextOf(true))).toEqual(expected);
  });

  const key = (change: Cells) =>
    keysOfMajor(checkMajor(readerOf('major', { ...past, ...change }), contextOf(true))!).map((parts) =>
      parts.join('|'),
    );
  const shared = (one: Cells, other: Cells) => key(one).some((each) => key(other).includes(each));
  const open = { completedOn: '', acceptedOn: '', struckOffOn: '' };

  it.each<[string, boolean, Cells, Cells]>([
    ['both open, other days', true, open, { ...open, foundOn: '2023-09-22' }],
    ['the same day, struck off', true, {}, open],
    ['struck off before it came again', false, {}, { ...open, foundOn: '2023-09-22' }],
    ['another unit', false, open, { ...open, creditCode: '11330800002618015K' }],
    ['another clause', false, open, { ...open, standard: 'NUM', clause: '第四条（一）' }],
  ])('is the same as another where: %s — %p', (_what, same, one, other) => {
    expect(shared(one, other)).toBe(same);
  });
});

describe('a row of general hazards', () => {
  it('is read', () => {
    expect(checkGeneral(readerOf('general', generalRow), contextOf())).toEqual({
      unitName: '某液化气站',
      creditCode: '91330424MA28AQAQXU',
      placeCode: '140105',
      cityCode: '140100',
      fieldCode: 'gas',
      foundOn: '2023-10-08',
      description: '灭火器过期',
      fixedOn: '2023-10-09',
    });
  });

  it.each<[string, Cells, string[]]>([
    ['a day before the campaign', { foundOn: '2023-04-24', fixedOn: '' }, ['foundOn: campaign.closed']],
    ['a repair before it was found', { fixedOn: '2023-10-07' }, ['fixedOn: import.dateOrder']],
    ['a repair to come', { fixedOn: '2023-10-10' }, ['fixedOn: import.dateFuture']],
    ['no description', { description: '' }, ['description: field.required']],
    ['no name', { unitName: '' }, ['unitName: field.required']],
  ])('is refused for %s', (_what, change, expected) => {
    expect(wrong('general', { ...generalRow, ...change }, checkGeneral)).toEqual(expected);
  });
});

describe('a count of general hazards', () => {
  const { unitName, creditCode, place, field } = generalRow;
  const counted = { unitName, creditCode, place, field, month: '2023年5月', found: '12', fixed: '10' };

  it.each<[string, Cells, object]>([
    ['as it is', {}, { month: '2023-05', found: 12, fixed: 10 }],
    ['of the month in which the campaign began', { month: '2023-04' }, { month: '2023-04' }],
    ['without a credit code', { creditCode: '' }, { creditCode: null }],
  ])('is read %s', (_what, change, expected) => {
    const reader = readerOf('generalCounts', { ...counted, ...change });
    expect(checkCount(reader, contextOf())).toMatchObject(expected);
  });

  it.each<[string, Cells, string[]]>([
    ['a month before the campaign', { month: '2023-03' }, ['month: campaign.closed']],
    ['a month to come', { month: '2023-11' }, ['month: import.dateFuture']],
    ['no month', { month: '五月' }, ['month: import.month']],
    ['no number', { found: '许多' }, ['found: import.number']],
    ['more fixed than found', { fixed: '13' }, ['fixed: import.fixedOverFound']],
  ])('is refused for %s', (_what, change, expected) => {
    expect(wrong('generalCounts', { ...counted, ...change }, checkCount)).toEqual(expected);
  });
});

describe('cells that are none of a ledger', () => {
  const reader = new RowReader('general', {
    row: 1,
    texts: [],
    columns: new Map([['unitName', 1]]),
    ignored: ['序号'],
  });

  it('are refused where a formula or a merged cell is read, and where rows were skipped', () => {
    reader.open({ no: 2, cells: ['1', 'x'], formulas: [0, 1], emptyAbove: 1000 }, 1);
    expect(reader.errors.map(({ column, code }) => [column, code])).toEqual([
      [1, 'import.merged'],
      [null, 'import.afterGap'],
      [1, 'import.formula'],
    ]);
  });
});
