import { Injectable } from '@nestjs/common';
import type { ClockKind, EventOf } from '@bihuan/contracts';
import type { Work } from '@bihuan/platform/commands';
import { v7 as uuid } from 'uuid';
import { Deliveries } from '../persistence/deliveries.repository.ts';
import { Revocations } from '../persistence/revocations.repository.ts';
import type { Brief } from './brief.ts';
import type { Recipient } from './directory.ts';
import type { Told } from './told.ts';
import { type Note, WriteMessages } from './write-messages.ts';

/**
 * Takes the messages about a withdrawn hazard back. What nobody could read yet is withheld, and stays to be seen as
 * such. Every office that could read an escalation is told that it need not act on it; outside, that goes to the
 * addresses that took one, whoever holds the office by now.
 */
@Injectable()
export class RevokeEscalations {
  constructor(
    private readonly revocations: Revocations,
    private readonly deliveries: Deliveries,
    private readonly writeMessages: WriteMessages,
  ) {}

  /** @throws DomainError reference.notReady, campaign.unknown: the copies have not arrived yet */
  async execute(work: Work, { id }: EventOf<'hazard.withdrawn'>, brief: Brief): Promise<void> {
    const { hazardNo, campaignCode } = brief;
    const escalations = await this.revocations.escalatedTo(work, hazardNo);
    await this.revocations.withhold(work, hazardNo, 'hazardWithdrawn', 'The hazard was withdrawn.');
    const notes = new Map<string, Note & { readonly params: { readonly clocks: ClockKind[] } }>();
    for (const { orgCode, role, person, clock } of escalations) {
      const told: Told = { orgCode, role, person, why: 'toldBefore' };
      const clocks = [...new Set([...(notes.get(officeOf(told))?.params.clocks ?? []), clock])];
      notes.set(officeOf(told), { ...told, kind: 'escalation.revoked', params: { clocks } });
    }
    const written = await this.writeMessages.write(
      work,
      { eventId: id, hazardNo, campaignCode, clockId: null },
      [...notes.values()],
    );
    const reached = await this.revocations.reached(work, hazardNo);
    await this.deliveries.insert(
      work,
      written.flatMap((revocation) =>
        reached
          .filter((address) => officeOf(address) === officeOf(revocation))
          .map(({ channel, target }) => ({
            ...{ id: uuid(), notificationId: revocation.id, channel, target },
            deliverAt: revocation.deliverAt,
          })),
      ),
    );
  }
}

function officeOf({ orgCode, role, person }: Recipient): string {
  return [orgCode, role, person ?? ''].join(' ');
}
