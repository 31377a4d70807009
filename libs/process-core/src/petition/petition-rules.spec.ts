import type { DecidePetition } from '@bihuan/contracts';
import { describe, expect, it } from '@jest/globals';
import { shanghai } from '../__fixtures__/stored-years.ts';
import { decisionRefusal, futureDates, isOwnPetition, lastDayRefusal } from './petition-rules.ts';

describe('the last day that is asked for or granted', () => {
  const refused = (until: string, now: string, due = '2023-11-08 18:00') =>
    lastDayRefusal(until, {
      registeredAt: shanghai('2023-10-09 09:00'),
      due: shanghai(due),
      now: shanghai(now),
      dayEnds: '18:00',
    });

  it.each([
    ['the day after the running one', '2023-11-09', '2023-10-20 09:00', null],
    ['the running one', '2023-11-08', '2023-10-20 09:00', 'petition.notLater'],
    ['one before it', '2023-11-01', '2023-10-20 09:00', 'petition.notLater'],
    ['a year after registration', '2024-10-09', '2023-10-20 09:00', null],
    ['a day more than a year', '2024-10-10', '2023-10-20 09:00', 'hazard.deadlineTooFar'],
    ['today, before the day has ended', '2023-11-15', '2023-11-15 17:59', null],
    ['today, when the day has ended', '2023-11-15', '2023-11-15 18:00', 'hazard.deadlinePast'],
    ['later than the running one, yet over', '2023-11-10', '2023-11-15 09:00', 'hazard.deadlinePast'],
  ])('%s', (_, until, now, code) => {
    expect(refused(until, now)).toEqual(code === null ? null : { code, pointer: '/until' });
  });

  it('may be the day of a running one that ends earlier in it', () => {
    expect(refused('2023-11-08', '2023-10-20 09:00', '2023-11-08 12:00')).toBeNull();
  });
});

describe('what has not happened yet', () => {
  it('is named field by field; today has', () => {
    const stepsTaken = [
      { on: '2023-10-19', what: '停用' },
      { on: '2023-10-20', what: '订货' },
      { on: '2023-10-21', what: '更换' },
    ];
    const noticeToExposed = { how: '张贴公告', on: '2023-10-22' };
    expect(futureDates({ stepsTaken, noticeToExposed }, '2023-10-20')).toEqual([
      { code: 'field.invalid', pointer: '/stepsTaken/2/on' },
      { code: 'field.invalid', pointer: '/noticeToExposed/on' },
    ]);
  });
});

describe('a decision', () => {
  const [asked, ten] = [{ until: '2023-11-30', late: false }, '确因设备订制须延期办理'];
  const late = { ...asked, late: true };

  it.each<[string, DecidePetition, typeof asked, ReturnType<typeof decisionRefusal>]>([
    ['agrees to what was asked for', { agreed: true, opinion: '同意' }, asked, null],
    ['agrees to less', { agreed: true, until: '2023-11-20', opinion: '同意' }, asked, null],
    ['agrees to all of it', { agreed: true, until: '2023-11-30', opinion: '同意' }, asked, null],
    [
      'agrees to more',
      { agreed: true, until: '2023-12-01', opinion: '同意' },
      asked,
      { code: 'petition.beyondAsked', pointer: '/until' },
    ],
    ['refuses', { agreed: false, opinion: '不同意' }, asked, null],
    [
      'refuses, with a date',
      { agreed: false, until: '2023-11-20', opinion: '不同意' },
      asked,
      { code: 'field.invalid', pointer: '/until' },
    ],
    [
      'agrees to a late one without a reason',
      { agreed: true, opinion: '同意该申请并延期办' },
      late,
      { code: 'petition.reasonTooShort', pointer: '/opinion' },
    ],
    ['agrees to a late one with a reason', { agreed: true, opinion: ten }, late, null],
    ['refuses a late one in a word', { agreed: false, opinion: '否' }, late, null],
  ])('%s', (_, decision, petition, refusal) => {
    expect(decisionRefusal(decision, petition)).toEqual(refusal);
  });

  it.each([
    ['the one who filed it', 'a', ['SX-OFFICE'], true],
    ['a colleague of theirs', 'b', ['SX-OFFICE', 'GOV-140100'], true],
    ['somebody else elsewhere', 'b', ['SX-OFFICE'], false],
  ])('by %s', (_, person, orgCodes, own) => {
    expect(isOwnPetition({ person, orgCodes }, { by: 'a', org: 'GOV-140100' })).toBe(own);
  });
});
