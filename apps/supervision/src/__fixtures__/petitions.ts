import type { EventOf, FilePetition, PetitionReply } from '@bihuan/contracts';
import { eventOf } from '@bihuan/testing/facts';
import { v7 as uuid } from 'uuid';
import type { CallerName, SupervisionWorld } from './supervision-world.ts';

export const evidenceId = '018b0f3e-5c00-7000-8000-000000000201';

/** A photo of the safeguards, as registration announces it; the same piece of every hazard. */
export function evidenceOf(hazardNo: string): EventOf<'evidence.attached'> {
  const attachedAt = '2023-10-09T05:00:00.000Z';
  return eventOf('evidence.attached', { hazardNo, evidenceId, sha256: 'a'.repeat(64), attachedAt });
}

/** Three weeks more than 8 November. */
export const petition: FilePetition = {
  until: '2023-11-29',
  reason: '专用阀门须向厂家定制',
  stepsTaken: [{ on: '2023-10-09', what: '停用泄漏的调压箱' }],
  interimSafeguards: [{ measure: '切断气源，专人值守', evidenceIds: [evidenceId] }],
  noticeToExposed: { how: '在小区张贴公告', on: '2023-10-09' },
};

export type Answer = PetitionReply & { code?: string; detail?: string; errors?: { pointer: string }[] };

export function file(world: SupervisionWorld, no: string, by: CallerName, change: object = {}) {
  return world.as(by).post<Answer>(`/hazards/${no}/petitions`, { ...petition, ...change });
}

export function decide(world: SupervisionWorld, no: string, id: string, by: CallerName, body: object) {
  return world.as(by).post<Answer>(`/hazards/${no}/petitions/${id}/decision`, body);
}

export const agree = { agreed: true, opinion: '设备订制属实，同意延期' };
export const refuse = { agreed: false, opinion: '不同意' };

/** A withdrawal that was approved elsewhere. */
export function withdrawalOf(hazardNo: string): EventOf<'withdrawal.approved'> {
  const approvedAt = '2023-10-09T07:30:00.000Z';
  return eventOf('withdrawal.approved', { hazardNo, withdrawalId: uuid(), approvedAt });
}
