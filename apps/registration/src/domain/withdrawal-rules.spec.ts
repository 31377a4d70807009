import { withdrawalOwners } from '@bihuan/contracts';
import { describe, expect, it } from '@jest/globals';
import type { Confirmations } from '../persistence/hazard-withdrawal.entity.ts';
import { stateAfter } from './withdrawal-rules.ts';

describe('an approved withdrawal', () => {
  it.each<[string, Confirmations, string]>([
    ['nobody confirmed', {}, 'approved'],
    ['one confirmed', { handover: 'ended' }, 'approved'],
    ['one is missing', { handover: 'ended', disclosure: 'ended' }, 'approved'],
    ['struck off, the others missing', { supervision: 'struckOff' }, 'approved'],
    ['all confirmed', { handover: 'ended', supervision: 'ended', disclosure: 'ended' }, 'completed'],
    ['struck off before', { handover: 'ended', supervision: 'struckOff', disclosure: 'ended' }, 'overtaken'],
  ])('%s', (_, confirmations, state) => {
    expect(stateAfter(confirmations)).toBe(state);
  });

  it('waits for handover, supervision and disclosure', () => {
    expect([...withdrawalOwners].sort()).toEqual(['disclosure', 'handover', 'supervision']);
  });
});
