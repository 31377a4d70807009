import type { RegisterHazard } from '@bihuan/contracts';
import { describe, expect, it } from '@jest/globals';
import { ledgerBook } from '../__fixtures__/ledger-book.ts';
import { fire, gas } from '../__fixtures__/ledger-world.ts';
import { citedClause } from './cited-clause.ts';

const noClauses = { standardCode: 'NO-CLAUSES', foundOn: '2023-10-05', clauseNo: undefined };

describe('the clause a hazard cites', () => {
  const book = ledgerBook();

  const accepted: [string, RegisterHazard, string, string | null, string | null][] = [
    ['a clause of the standard', gas, 'GAS-2023', '4.1', null],
    ['a clause with a reason besides', { ...gas, clauseReason: '理由' }, 'GAS-2023', '4.1', '理由'],
    ['a reason where no clauses are supplied', fire, 'ANY-FIELD', null, '通用标准适用'],
    ['a reason and a clause not on file', { ...fire, clauseNo: '7' }, 'ANY-FIELD', '7', '通用标准适用'],
    [
      'a standard on its last day',
      { ...gas, ...noClauses, clauseReason: '理由' },
      'NO-CLAUSES',
      null,
      '理由',
    ],
  ];
  it.each(accepted)('is %s', (_what, command, code, clauseNo, clauseReason) => {
    expect(citedClause(book, command)).toMatchObject({ standard: { code }, clauseNo, clauseReason });
  });

  const refused: [string, RegisterHazard, string, string][] = [
    ['of an unknown standard', { ...gas, standardCode: 'X' }, 'standard.unknown', '/standardCode'],
    [
      'of a standard that has ended',
      { ...gas, ...noClauses, foundOn: '2023-10-06', clauseReason: '理由' },
      'standard.notInForce',
      '/standardCode',
    ],
    ['of another field’s standard', { ...gas, fieldCode: 'fire' }, 'standard.otherField', '/standardCode'],
    ['unknown', { ...gas, clauseNo: '9.9' }, 'clause.unknown', '/clauseNo'],
    ['missing', { ...gas, clauseNo: undefined }, 'clause.required', '/clauseNo'],
    [
      'missing, with a reason, where there are clauses',
      { ...gas, clauseNo: undefined, clauseReason: '理由' },
      'clause.required',
      '/clauseNo',
    ],
    ['without a reason', { ...gas, ...noClauses }, 'clause.reasonRequired', '/clauseReason'],
  ];
  it.each(refused)('is not one %s', (_what, command, code, pointer) => {
    expect(() => citedClause(book, command)).toThrow(
      expect.objectContaining({ code, fields: [{ pointer, code }] }),
    );
  });
});
