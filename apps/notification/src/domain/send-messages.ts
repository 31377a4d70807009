import { Injectable } from '@nestjs/common';
import type { Work } from '@bihuan/platform/commands';
import { ReferenceBook } from '@bihuan/platform/reference';
import { toLocalDate } from '@bihuan/process-core';
import { Notifications } from '../persistence/notifications.repository.ts';
import type { Brief } from './brief.ts';
import { directoryOn } from './directory.ts';
import type { FactOfHazard } from './heard-facts.ts';
import { copyOf, messageOf } from './message.ts';
import { copiedTo, recipientsOf } from './recipients.ts';
import { WriteMessages } from './write-messages.ts';

/** Tells every office that must know of a fact. Of a withdrawn hazard nothing is told: it crossed the withdrawal. */
@Injectable()
export class SendMessages {
  constructor(
    private readonly notifications: Notifications,
    private readonly writeMessages: WriteMessages,
    private readonly reference: ReferenceBook,
  ) {}

  /** @throws DomainError reference.notReady, campaign.unknown: the copies have not arrived yet */
  async execute(work: Work, fact: FactOfHazard, brief: Brief): Promise<void> {
    if (brief.withdrawn) return;
    const clockId = fact.type === 'clock.rungTaken' ? fact.data.clockId : null;
    const unacknowledged = clockId === null ? [] : await this.notifications.unacknowledged(work, clockId);
    const message = messageOf(fact, unacknowledged);
    if (!message) return;
    const directory = directoryOn(this.reference, toLocalDate(work.now));
    const { hazardNo, campaignCode } = brief;
    const copy = copyOf(fact);
    const notes = [
      ...recipientsOf(fact, brief, directory).map((told) => ({ ...told, ...message })),
      ...(copy ? copiedTo(brief, copy.params.orgCode).map((told) => ({ ...told, ...copy })) : []),
    ];
    const rung = fact.type === 'clock.rungTaken' ? fact.data : null;
    await this.writeMessages.execute(
      work,
      { eventId: fact.id, hazardNo, campaignCode, clockId, rung },
      notes,
    );
  }
}
