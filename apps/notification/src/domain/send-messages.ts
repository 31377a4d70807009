import { Injectable } from '@nestjs/common';
import type { Work } from '@bihuan/platform/commands';
import { ReferenceBook } from '@bihuan/platform/reference';
import { deliverAt, toLocalDate } from '@bihuan/process-core';
import { v7 as uuid } from 'uuid';
import { Notifications } from '../persistence/notifications.repository.ts';
import type { Brief } from './brief.ts';
import { directoryOn } from './directory.ts';
import type { FactOfHazard } from './heard-facts.ts';
import { messageOf } from './message.ts';
import { recipientsOf } from './recipients.ts';

/** Writes one message an office that must know of a fact; it is delivered within the notice hours of the campaign. */
@Injectable()
export class SendMessages {
  constructor(
    private readonly notifications: Notifications,
    private readonly reference: ReferenceBook,
  ) {}

  /** @throws DomainError reference.notReady, campaign.unknown: the copies have not arrived yet */
  async execute(work: Work, fact: FactOfHazard, brief: Brief): Promise<void> {
    const message = messageOf(fact);
    if (!message) return;
    const today = toLocalDate(work.now);
    const { noticeHours } = this.reference.requirePolicy(brief.campaignCode, today);
    const recipients = recipientsOf(fact, brief, directoryOn(this.reference, today));
    await this.notifications.insert(
      work,
      recipients.map((recipient) => ({
        id: uuid(),
        eventId: fact.id,
        hazardNo: brief.hazardNo,
        ...message,
        ...recipient,
        sentAt: work.now,
        deliverAt: deliverAt(work.now, noticeHours, this.reference.calendar()),
        acknowledgedAt: null,
        acknowledgedBy: null,
      })),
    );
  }
}
