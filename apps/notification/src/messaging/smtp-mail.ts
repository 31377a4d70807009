import { createTransport, type Transporter } from 'nodemailer';
import { Mail, type MailMessage, RefusedForGood } from '../domain/mail.ts';

const CONNECT_MS = 10_000;
const SILENCE_MS = 20_000;

/** Where the mail server is, and who writes. */
export interface MailSettings {
  readonly url: string;
  readonly from: string;
}

/** Mail over SMTP, a connection a mail: a server that comes back is found by the next attempt. */
export class SmtpMail extends Mail {
  override readonly isSet = true;
  readonly #transport: Transporter;

  constructor(private readonly settings: MailSettings) {
    super();
    this.#transport = createTransport({
      url: settings.url,
      connectionTimeout: CONNECT_MS,
      greetingTimeout: CONNECT_MS,
      socketTimeout: SILENCE_MS,
      // Texts hold names that others filed: nothing in them may make the transport read a file or an address.
      disableFileAccess: true,
      disableUrlAccess: true,
    });
  }

  override async send({ id, to, subject, text, html, hazardNo }: MailMessage): Promise<void> {
    const { from } = this.settings;
    try {
      await this.#transport.sendMail({
        from: { name: '闭环 Bihuan', address: from },
        to: { name: '', address: to },
        subject: singleLine(subject),
        text,
        html,
        messageId: `<${id}@${from.slice(from.lastIndexOf('@') + 1)}>`,
        headers: {
          'Auto-Submitted': 'auto-generated',
          ...(hazardNo !== null && { 'X-Bihuan-Hazard-No': hazardNo }),
        },
      });
    } catch (error) {
      if (isRefusal(error)) throw new RefusedForGood(error.message, { cause: error });
      throw error;
    }
  }
}

/** No mail server is named: no mail is planned, let alone sent. */
export class NoMail extends Mail {
  override readonly isSet = false;

  override send(): Promise<void> {
    return Promise.reject(new Error('No mail server is named'));
  }
}

/** A subject is one line, whatever was filed as a name. */
function singleLine(text: string): string {
  return text.replace(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, ' ').trim();
}

/** RFC 5321: 5yz is for good. Said of the mailbox or the mail itself; a server that refuses to speak to us may think better of it. */
function isRefusal(error: unknown): error is Error {
  if (!(error instanceof Error)) return false;
  const { responseCode = 0, command = '' } = error as { responseCode?: number; command?: string };
  return responseCode >= 500 && (command === 'RCPT TO' || command === 'DATA');
}
