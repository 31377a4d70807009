/** One mail to one mailbox. */
export interface MailMessage {
  /** The same in all attempts: makes the Message-ID. */
  readonly id: string;
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  readonly html: string;
  /** Hazard it is about, as a header of its own, for filters. */
  readonly hazardNo: string | null;
}

/** Sends mail. */
export abstract class Mail {
  /** Whether this deployment sends mail at all. */
  abstract readonly isSet: boolean;

  /**
   * Returns once a server has taken the mail.
   *
   * @throws RefusedForGood where the server will never take it; anything else may pass
   */
  abstract send(message: MailMessage): Promise<void>;
}

/** Trying again would change nothing. */
export class RefusedForGood extends Error {
  override readonly name = 'RefusedForGood';
}
