import { describe, expect, it } from '@jest/globals';
import type { ReceivedMessage } from '../bus/message-bus.ts';
import { readFact } from './read-fact.ts';

const hazardNo = 'SX2023-140105-GAS-202310-000017';
const fact = {
  id: '01890a5d-ac96-774b-bcce-b302099a8057',
  type: 'plan.filed',
  version: 1,
  occurredAt: '2023-10-09T01:00:00.000Z',
  aggregate: { type: 'hazard', id: hazardNo },
  actor: { person: 'p', orgCode: null, role: 'handler' },
  correlationId: 'r',
  data: { hazardNo, filedAt: '2023-10-09T01:00:00.000Z' },
};
const message = (value: string | null): ReceivedMessage => ({
  topic: 'supervision',
  partition: 0,
  offset: '0',
  key: hazardNo,
  value,
  headers: {},
});
const read = (value: unknown) => readFact(message(JSON.stringify(value)), ['plan.filed']);

describe('readFact', () => {
  it('reads a fact by its contract', () => {
    expect(read(fact)).toEqual({ kind: 'fact', fact });
  });

  it.each([
    ['a type it does not handle', JSON.stringify({ ...fact, type: 'hazard.struckOff' })],
    ['a type it has never heard of', JSON.stringify({ ...fact, type: 'later.invented', version: 7 })],
    ['a deleted key', null],
  ])('passes over %s', (_, value) => {
    expect(readFact(message(value), ['plan.filed'])).toEqual({ kind: 'passedOver' });
  });

  it.each([
    ['notJson', '{'],
    ['notJson', '"text"'],
    ['notJson', 'null'],
    ['noType', JSON.stringify({ ...fact, type: undefined })],
    ['versionUnknown', JSON.stringify({ ...fact, version: 2 })],
    ['envelopeInvalid', JSON.stringify({ ...fact, id: 'x' })],
    ['envelopeInvalid', JSON.stringify({ ...fact, surprise: true })],
    ['dataInvalid', JSON.stringify({ ...fact, data: { hazardNo: 'x' } })],
  ])('calls a message %s: %s', (reason, value) => {
    expect(readFact(message(value), ['plan.filed'])).toMatchObject({ kind: 'invalid', reason });
  });
});
