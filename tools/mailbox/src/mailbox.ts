import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo, Server as NetServer } from 'node:net';
import { MailStore } from './mail-store.ts';
import { answerWith } from './pages.ts';
import type { MailboxSettings } from './settings.ts';
import { smtpServer } from './smtp.ts';

export interface Mailbox {
  /** `smtp://host:port` */
  readonly smtp: string;
  /** `http://host:port` */
  readonly page: string;
  stop(): Promise<void>;
}

/** Takes mail and shows it until it is stopped. Port 0 is any free one. */
export async function startMailbox(settings: MailboxSettings): Promise<Mailbox> {
  const { host, smtpPort, pagePort, directory } = settings;
  const store = await MailStore.open(directory);
  const smtp = smtpServer(store);
  const pages = createServer(answerWith(store));
  await Promise.all([listening(smtp.listen(smtpPort, host)), listening(pages.listen(pagePort, host))]);
  return {
    smtp: `smtp://${host}:${portOf(smtp.server)}`,
    page: `http://${host}:${portOf(pages)}`,
    async stop() {
      smtp.close();
      pages.close();
      pages.closeAllConnections();
      await Promise.all([once(smtp.server, 'close'), once(pages, 'close')]);
    },
  };
}

async function listening(server: NetServer | Server): Promise<void> {
  await once(server, 'listening');
}

const portOf = (server: NetServer | Server): number => (server.address() as AddressInfo).port;
