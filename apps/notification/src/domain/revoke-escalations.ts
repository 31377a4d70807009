import { Injectable } from '@nestjs/common';
import type { ClockKind, EventOf } from '@bihuan/contracts';
import type { Work } from '@bihuan/platform/commands';
import { Deliveries } from '../persistence/deliveries.repository.ts';
import { Notifications } from '../persistence/notifications.repository.ts';
import type { Brief } from './brief.ts';
import type { Told } from './told.ts';
import { type Note, WriteMessages } from './write-messages.ts';

/**
 * Takes the escalations of a withdrawn hazard back. What nobody could read yet is withheld, and stays to be seen as
 * such; every office that had one is told that it need not act on it.
 */
@Injectable()
export class RevokeEscalations {
  constructor(
    private readonly notifications: Notifications,
    private readonly deliveries: Deliveries,
    private readonly writeMessages: WriteMessages,
  ) {}

  /** @throws DomainError reference.notReady, campaign.unknown: the copies have not arrived yet */
  async execute(work: Work, { id }: EventOf<'hazard.withdrawn'>, brief: Brief): Promise<void> {
    const { hazardNo, campaignCode } = brief;
    const escalations = await this.notifications.escalationsOf(work, hazardNo);
    await this.notifications.withhold(work, hazardNo, 'hazardWithdrawn');
    await this.deliveries.withholdEscalations(work, hazardNo, 'The hazard was withdrawn.');
    const notes = new Map<string, Note & { readonly params: { readonly clocks: ClockKind[] } }>();
    for (const { orgCode, role, person, clock } of escalations) {
      const told: Told = { orgCode, role, person, why: 'toldBefore' };
      const key = [orgCode, role, person ?? ''].join(' ');
      const clocks = [...new Set([...(notes.get(key)?.params.clocks ?? []), clock])];
      notes.set(key, { ...told, kind: 'escalation.revoked', params: { clocks } });
    }
    await this.writeMessages.execute(work, { eventId: id, hazardNo, campaignCode, clockId: null }, [
      ...notes.values(),
    ]);
  }
}
