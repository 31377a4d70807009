import type { RegisterHazard, Responsible } from '@bihuan/contracts';
import { describe, expect, it } from '@jest/globals';
import { ledgerBook } from '../__fixtures__/ledger-book.ts';
import { responsibleOf } from './responsible.ts';

type Input = RegisterHazard['responsible'];
const today = '2023-10-09';
const unit = { type: 'unit' as const, name: '某液化气站', creditCode: '91330424MA28AQAQXU' };

describe('who is responsible', () => {
  const book = ledgerBook();

  const accepted: [string, Input, Responsible][] = [
    ['a unit with its credit code', unit, unit],
    [
      'a body of the reference data',
      { type: 'body', name: '太原市人民政府', orgCode: 'TY' },
      { type: 'body', name: '太原市人民政府', orgCode: 'TY' },
    ],
    [
      'a body known only by name',
      { type: 'body', name: '某街道' },
      { type: 'body', name: '某街道', orgCode: null },
    ],
  ];
  it.each(accepted)('is %s', (_what, input, expected) => {
    expect(responsibleOf(book, input, today)).toEqual(expected);
  });

  const refused: [string, Input, string, string][] = [
    [
      'a wrong check digit',
      { ...unit, creditCode: '91330424MA28AQAQX0' },
      'unit.creditCodeInvalid',
      '/responsible/creditCode',
    ],
    [
      'an unknown organisation',
      { type: 'body', name: 'x', orgCode: 'NOBODY' },
      'organisation.unknown',
      '/responsible/orgCode',
    ],
  ];
  it.each(refused)('is not one with %s', (_what, input, code, pointer) => {
    expect(() => responsibleOf(book, input, today)).toThrow(
      expect.objectContaining({ code, fields: [{ pointer, code }] }),
    );
  });
});
