import { once } from 'node:events';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { eventually } from '@bihuan/testing/temporal';
import PostalMime, { type Email } from 'postal-mime';
import { SMTPServer } from 'smtp-server';

/** A mail server of a test: down until it is started. */
export class MailServer {
  readonly #mails: { readonly to: string; readonly raw: Buffer }[] = [];
  #server: SMTPServer | undefined;

  private constructor(readonly port: number) {}

  /** Takes a port for it, which nothing listens on yet. */
  static async down(): Promise<MailServer> {
    const place = createServer().listen(0, '127.0.0.1');
    await once(place, 'listening');
    const { port } = place.address() as AddressInfo;
    place.close();
    await once(place, 'close');
    return new MailServer(port);
  }

  get url(): string {
    return `smtp://127.0.0.1:${this.port}`;
  }

  /** @param refused a mailbox that it does not know */
  async start(refused?: string): Promise<void> {
    this.#server = new SMTPServer({
      authOptional: true,
      disabledCommands: ['STARTTLS'],
      onRcptTo: ({ address }, _, done) => {
        done(address === refused ? Object.assign(new Error('no such mailbox'), { responseCode: 550 }) : null);
      },
      onData: (stream, { envelope }, done) => {
        const chunks: Buffer[] = [];
        stream.on('data', (chunk: Buffer) => chunks.push(chunk));
        stream.on('end', () => {
          const raw = Buffer.concat(chunks);
          for (const { address } of envelope.rcptTo) this.#mails.push({ to: address, raw });
          done();
        });
      },
    });
    this.#server.listen(this.port, '127.0.0.1');
    await once(this.#server.server, 'listening');
  }

  /** Mails about a hazard once there are so many. */
  async about(hazardNo: string, count: number): Promise<{ readonly to: string; readonly mail: Email }[]> {
    const found = await eventually(
      () => this.#mails.filter(({ raw }) => raw.includes(hazardNo)),
      (mails) => mails.length >= count,
    );
    return Promise.all(found.map(async ({ to, raw }) => ({ to, mail: await PostalMime.parse(raw) })));
  }

  async stop(): Promise<void> {
    const server = this.#server;
    if (!server) return;
    server.close();
    await once(server.server, 'close');
  }
}
