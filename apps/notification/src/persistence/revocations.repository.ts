import { Injectable } from '@nestjs/common';
import type { Channel, ClockKind } from '@bihuan/contracts';
import type { Work } from '@bihuan/platform/commands';
import { In, MoreThan } from 'typeorm';
import type { Recipient } from '../domain/directory.ts';
import { escalationKinds } from '../domain/escalations.ts';
import { kindsTakenBack } from '../domain/taken-back.ts';
import { Notification, type Withheld } from './notification.entity.ts';

/** An office that could read of a rung of a clock. */
export interface EscalatedTo extends Recipient {
  readonly clock: ClockKind;
}

/** An address outside that took an escalation. */
export interface Reached extends Recipient {
  readonly channel: Channel;
  readonly target: string;
}

/** Takes back what was told of a hazard. */
@Injectable()
export class Revocations {
  /** Offices that could read of rungs of the hazard's clocks by now, and of which clocks. */
  escalatedTo(work: Work, hazardNo: string): Promise<EscalatedTo[]> {
    return work.tx.query<EscalatedTo[]>(
      `SELECT org_code AS "orgCode", role, person, params->>'clock' AS clock FROM notification
       WHERE hazard_no = $1 AND kind = ANY($2) AND deliver_at <= $3 ORDER BY id`,
      [hazardNo, escalationKinds, work.now],
    );
  }

  /** Addresses that took escalations about the hazard, each once an office; of the webhooks those that still stand. */
  reached(work: Work, hazardNo: string): Promise<Reached[]> {
    return work.tx.query<Reached[]>(
      `SELECT DISTINCT org_code AS "orgCode", role, person, channel, target
       FROM notification AS told JOIN delivery ON notification_id = told.id
       WHERE told.hazard_no = $1 AND told.kind = ANY($2) AND state = 'sent'
         AND (channel <> 'webhook' OR EXISTS (SELECT FROM webhook WHERE webhook.id::text = target))`,
      [hazardNo, escalationKinds],
    );
  }

  /** Holds back what nobody could read yet, and what has not gone out: nobody may send what was given up again. */
  async withhold(work: Work, hazardNo: string, why: Withheld, said: string): Promise<void> {
    await work.tx.update(
      Notification,
      { hazardNo, kind: In([...kindsTakenBack]), deliverAt: MoreThan(work.now) },
      { withheld: why },
    );
    await work.tx.query(
      `UPDATE delivery SET state = 'withheld', last_error = $3 FROM notification AS told
       WHERE told.id = notification_id AND told.hazard_no = $1 AND told.kind = ANY($2) AND state IN ('waiting', 'failed')`,
      [hazardNo, kindsTakenBack, said],
    );
  }
}
