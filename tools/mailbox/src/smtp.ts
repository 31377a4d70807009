import type { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { SMTPServer } from 'smtp-server';
import type { MailStore } from './mail-store.ts';

const LARGEST = 10_000_000;
/** Longer than it takes to write a mail down: a sender that keeps silent is not waited for when the mailbox stops. */
const CLOSE_MS = 2_000;

/** Takes every mail from anybody who reaches it. It says yes only when the mail is written down. */
export function smtpServer(store: MailStore): SMTPServer {
  return new SMTPServer({
    banner: 'Bihuan local mailbox, a stand-in: nothing is sent on',
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    size: LARGEST,
    closeTimeout: CLOSE_MS,
    onData(stream, { envelope }, done) {
      keep(
        store,
        stream,
        envelope.rcptTo.map(({ address }) => address),
      ).then(
        () => {
          done();
        },
        (error: unknown) => {
          done(error instanceof Error ? error : new Error(String(error)));
        },
      );
    },
  });
}

async function keep(
  store: MailStore,
  stream: Readable & { readonly sizeExceeded: boolean },
  to: readonly string[],
): Promise<void> {
  const raw = await buffer(stream);
  if (stream.sizeExceeded) throw Object.assign(new Error('The mail is too large'), { responseCode: 552 });
  await store.add(raw, to);
}
