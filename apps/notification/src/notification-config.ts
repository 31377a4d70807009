import { z } from 'zod';

const keys = z.object({
  PUBLIC_URL: z.url({ protocol: /^https?$/ }),
  BIHUAN_SMTP_URL: z.url({ protocol: /^smtps?$/ }).optional(),
  BIHUAN_MAIL_FROM: z.email().default('bihuan@bihuan.example'),
  BIHUAN_WEBHOOKS_TO_LOOPBACK: z.stringbool().default(false),
});

/** Where messages go outside. */
export class NotificationConfig {
  static readonly keys = keys;

  /** Where people's browsers find the gateway: links in messages begin with it. */
  readonly publicUrl;
  /** `smtp://user:password@host:port`, `smtps:` for TLS from the beginning. Null: no mail is sent. */
  readonly smtpUrl;
  /** Sender of all mail. */
  readonly mailFrom;
  /** Whether webhooks may lead to this machine, without TLS too: for development and demonstrations. */
  readonly webhooksToLoopback;

  constructor(values: z.infer<typeof keys>) {
    this.publicUrl = values.PUBLIC_URL;
    this.smtpUrl = values.BIHUAN_SMTP_URL ?? null;
    this.mailFrom = values.BIHUAN_MAIL_FROM;
    this.webhooksToLoopback = values.BIHUAN_WEBHOOKS_TO_LOOPBACK;
  }
}
