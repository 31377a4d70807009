import { Injectable } from '@nestjs/common';
import type { EventOf } from '@bihuan/contracts';
import type { Work } from '@bihuan/platform/commands';
import { ReferenceBook } from '@bihuan/platform/reference';
import { deliverAt, toLocalDate } from '@bihuan/process-core';
import { v7 as uuid } from 'uuid';
import { Notifications } from '../persistence/notifications.repository.ts';
import { directoryOn } from './directory.ts';
import { obligationMessageOf, obligationRecipients } from './obligation-message.ts';

/** Tells of a rung of a clock that belongs to no hazard: one message an office, within the campaign's notice hours. */
@Injectable()
export class TellObligation {
  constructor(
    private readonly notifications: Notifications,
    private readonly reference: ReferenceBook,
  ) {}

  /** @throws DomainError reference.notReady, campaign.unknown: the copies have not arrived yet */
  async execute(work: Work, { id, data }: EventOf<'obligation.rungTaken'>): Promise<void> {
    const today = toLocalDate(work.now);
    const { noticeHours } = this.reference.requirePolicy(data.subject.campaignCode, today);
    const recipients = obligationRecipients(data, directoryOn(this.reference, today));
    await this.notifications.insert(
      work,
      recipients.map((recipient) => ({
        id: uuid(),
        eventId: id,
        hazardNo: null,
        ...obligationMessageOf(data),
        ...recipient,
        sentAt: work.now,
        deliverAt: deliverAt(work.now, noticeHours, this.reference.calendar()),
        acknowledgedAt: null,
        acknowledgedBy: null,
      })),
    );
  }
}
