import { Injectable } from '@nestjs/common';
import type { Work } from '@bihuan/platform/commands';
import { BusinessClock } from '@bihuan/platform/config';
import type { Language } from '@bihuan/platform/errors';
import { ReferenceBook } from '@bihuan/platform/reference';
import { toLocalDate } from '@bihuan/process-core';
import { HazardBriefs } from '../persistence/hazard-briefs.repository.ts';
import type { Notification } from '../persistence/notification.entity.ts';
import { type About, aboutIn, type Circumstances, circumstancesIn } from './about.ts';
import type { Brief } from './brief.ts';
import { needsAcknowledgement } from './escalations.ts';
import { type InterviewMessage, isInterview } from './interview-message.ts';
import type { ClockNotice, Message } from './message.ts';
import type { ObligationMessage } from './obligation-message.ts';
import { renderInterview } from './texts/interview.ts';
import { renderObligation } from './texts/obligation.ts';
import { render } from './texts/render.ts';
import type { Written } from './texts/template.ts';
import { type Grounds, whyIn } from './texts/why.ts';
import { words } from './texts/words.ts';

/** A message in one language, and why the office was told; null where that was not noted. */
export interface WrittenOut extends Written {
  readonly notification: Notification;
  readonly why: string | null;
}

/** Messages as people read them: here, in a mail, by a webhook. */
@Injectable()
export class WrittenMessages {
  constructor(
    private readonly briefs: HazardBriefs,
    private readonly reference: ReferenceBook,
    private readonly clock: BusinessClock,
  ) {}

  /** In the order of the messages. @throws DomainError `reference.notReady` */
  async in(language: Language, notifications: readonly Notification[], work?: Work): Promise<WrittenOut[]> {
    const hazardNos = notifications.flatMap(({ hazardNo }) => hazardNo ?? []);
    const briefs = await this.briefs.findAll(hazardNos, work);
    return notifications.map((notification) => this.writeOut(language, notification, briefs));
  }

  private writeOut(
    language: Language,
    notification: Notification,
    briefs: ReadonlyMap<string, Brief>,
  ): WrittenOut {
    const { kind, hazardNo } = notification;
    const today = toLocalDate(this.clock.now());
    const names = circumstancesIn(language, notification, this.reference, today);
    const brief = hazardNo === null ? undefined : briefs.get(hazardNo);
    const about = brief ? aboutIn(language, brief, names, this.reference, today) : null;
    if (isInterview(kind)) {
      const message = { kind, params: notification.params } as InterviewMessage;
      const written = renderInterview(language, message, names, about);
      return { notification, ...written, why: why(notification, language, names, { clock: null }) };
    }
    if (hazardNo === null) return ofObligation(language, notification, names);
    if (!about) throw new Error(`message ${notification.id} without the brief of its hazard`);
    const message = messageIn(notification);
    const { city, field } = about;
    return {
      notification,
      ...render(language, message, about),
      why: why(notification, language, about, { clock: clockOf(message, language, about), city, field }),
    };
  }
}

function ofObligation(language: Language, notification: Notification, names: Circumstances): WrittenOut {
  const message = obligationIn(notification);
  const { orgCode, orgName } = message.params;
  const clock = {
    who: names.organisation(orgCode, orgName),
    verb: language === 'en' ? 'do this' : '办理',
    late: needsAcknowledgement(message.kind),
  };
  return {
    notification,
    ...renderObligation(language, message, names),
    why: why(notification, language, names, { clock }),
  };
}

function why(
  { why: reason, orgCode, role }: Notification,
  language: Language,
  names: Circumstances,
  { clock, city = '', field = '' }: Pick<Grounds, 'clock'> & Partial<Pick<Grounds, 'city' | 'field'>>,
): string | null {
  if (reason === null) return null;
  return whyIn(language, { reason, organisation: names.organisation(orgCode), role, clock, city, field });
}

function clockOf({ kind, params }: Message, language: Language, about: About): Grounds['clock'] {
  if (!kind.startsWith('clock.')) return null;
  const { clock, orgCode, orgName } = params as ClockNotice;
  return {
    who: about.organisation(orgCode, orgName),
    verb: words[language].clocks[clock],
    late: needsAcknowledgement(kind),
  };
}

/** Kind and parameters were written together, from one message. */
function messageIn({ kind, params }: Notification): Message {
  return { kind, params } as Message;
}

function obligationIn({ kind, params }: Notification): ObligationMessage {
  return { kind, params } as ObligationMessage;
}
