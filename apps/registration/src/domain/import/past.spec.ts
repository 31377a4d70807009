import { describe, expect, it } from '@jest/globals';
import { majorRow } from '../../__fixtures__/import-world.ts';
import { type Cells, contextOf, readerOf, wrong } from '../../__fixtures__/ledger-rows.ts';
import { checkMajor } from './check-major.ts';
import { keysOfMajor } from './same-hazard.ts';

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
