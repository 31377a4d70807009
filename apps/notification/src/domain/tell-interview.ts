import { Injectable } from '@nestjs/common';
import { campaignOf } from '@bihuan/contracts';
import type { Work } from '@bihuan/platform/commands';
import { ReferenceBook } from '@bihuan/platform/reference';
import { toLocalDate } from '@bihuan/process-core';
import { directoryOn } from './directory.ts';
import { type InterviewFact, interviewMessageOf, interviewRecipients } from './interview-message.ts';
import { WriteMessages } from './write-messages.ts';

/** Announces a warning interview to both sides, and what is joined to it. */
@Injectable()
export class TellInterview {
  constructor(
    private readonly writeMessages: WriteMessages,
    private readonly reference: ReferenceBook,
  ) {}

  /** @throws DomainError reference.notReady, campaign.unknown: the copies have not arrived yet */
  async execute(work: Work, fact: InterviewFact): Promise<void> {
    const message = interviewMessageOf(fact);
    const directory = directoryOn(this.reference, toLocalDate(work.now));
    const { interviewNo, cause } = message.params;
    await this.writeMessages.execute(
      work,
      {
        eventId: fact.id,
        hazardNo: cause?.hazardNo ?? null,
        campaignCode: campaignOf(interviewNo),
        clockId: null,
      },
      interviewRecipients(fact, directory).map((told) => ({ ...told, ...message })),
    );
  }
}
