import { Injectable } from '@nestjs/common';
import type { EventData } from '@bihuan/contracts';
import type { Work } from '@bihuan/platform/commands';
import { ReferenceBook } from '@bihuan/platform/reference';
import { clockRuleOf, deliverAt, isEscalation, toLocalDate } from '@bihuan/process-core';
import { v7 as uuid } from 'uuid';
import { Notifications, type NewNotification } from '../persistence/notifications.repository.ts';
import { PlanDeliveries } from './plan-deliveries.ts';
import type { Told } from './told.ts';

type RungTaken = EventData<'clock.rungTaken'>;

/** What is told to several offices, but for what differs from office to office. */
export interface Telling extends Pick<NewNotification, 'eventId' | 'hazardNo' | 'clockId'> {
  readonly campaignCode: string;
  /** The rung it tells of; null or left out where it tells of something else. */
  readonly rung?: Pick<RungTaken, 'rung' | 'kind'> | null;
}

/** One office and what it is told. */
export interface Note extends Told, Pick<NewNotification, 'kind' | 'params'> {}

/**
 * Writes one message an office, and its deliveries outside, in the transaction of the fact. All of it goes out within
 * the notice hours of the campaign, but for alarms of what is tracked to zero; an office that was told of the event
 * before is not told again.
 */
@Injectable()
export class WriteMessages {
  constructor(
    private readonly notifications: Notifications,
    private readonly planDeliveries: PlanDeliveries,
    private readonly reference: ReferenceBook,
  ) {}

  /** @throws DomainError reference.notReady, campaign.unknown: the copies have not arrived yet */
  async execute(work: Work, telling: Telling, notes: readonly Note[]): Promise<void> {
    await this.planDeliveries.execute(work, await this.write(work, telling, notes));
  }

  /** Writes them without their deliveries outside. @returns those written. @throws as `execute` */
  async write(
    work: Work,
    { campaignCode, rung, ...telling }: Telling,
    notes: readonly Note[],
  ): Promise<NewNotification[]> {
    const policy = this.reference.requirePolicy(campaignCode, toLocalDate(work.now));
    const atOnce = rung && isEscalation(rung.rung) && clockRuleOf(policy, rung.kind).trackToZero;
    const goesOut = atOnce ? work.now : deliverAt(work.now, policy.noticeHours, this.reference.calendar());
    return this.notifications.insert(
      work,
      notes.map((note) => ({
        id: uuid(),
        ...telling,
        ...note,
        withheld: null,
        sentAt: work.now,
        deliverAt: goesOut,
        acknowledgedAt: null,
        acknowledgedBy: null,
      })),
    );
  }
}
