import { join } from 'node:path';
import { checkout } from '../checkout.ts';
import { layers, ManagedProcess } from '../process/managed-process.ts';
import { freePort } from '../process/ports.ts';
import { accepts, untilReady } from '../process/ready.ts';
import type { Step } from '../report/steps.ts';
import { machineEnvironment } from '../settings.ts';
import type { Started } from './server.ts';

const START_LIMIT_MS = 30_000;

export interface MailboxPlace {
  readonly dataDirectory: string;
  readonly logDirectory: string;
  readonly preferredMailboxPort?: number;
}

/** Where mail is taken, and where people see it. */
export interface MailboxAddresses {
  /** smtp:// URL */
  readonly smtp: string;
  readonly mailbox: string;
}

/** What starts the mailbox, here and in containers. */
export const mailboxCommand = ['node', '--conditions=@bihuan/source', 'tools/mailbox/src/main.ts'] as const;

/** Starts the local mailbox, which stands in for a mail server: it takes every mail and sends none. */
async function startMailbox(place: MailboxPlace, started: Started): Promise<MailboxAddresses> {
  const host = '127.0.0.1';
  const [smtpPort, pagePort] = [await freePort(), await freePort(place.preferredMailboxPort)];
  const child = await ManagedProcess.start({
    name: 'Mailbox',
    command: process.execPath,
    args: mailboxCommand.slice(1),
    cwd: checkout.root,
    env: {
      ...machineEnvironment(),
      MAILBOX_HOST: host,
      MAILBOX_SMTP_PORT: String(smtpPort),
      MAILBOX_PAGE_PORT: String(pagePort),
      MAILBOX_DIRECTORY: join(place.dataDirectory, 'mails'),
    },
    logFile: join(place.logDirectory, 'mailbox.log'),
    layer: layers.mailbox,
  });
  started(child);
  await untilReady(
    child,
    async () => {
      await accepts(smtpPort);
      await accepts(pagePort);
    },
    START_LIMIT_MS,
  );
  return { smtp: `smtp://${host}:${smtpPort}`, mailbox: `http://${host}:${pagePort}` };
}

/** The mailbox as a step beside those of the other servers; whoever awaits the addresses runs the step first. */
export function startingMailbox(
  place: MailboxPlace,
  started: Started,
): { readonly step: Step; readonly addresses: Promise<MailboxAddresses> } {
  const addresses = startMailbox(place, started);
  // Heard of through the step; this keeps a failure from counting as unheard before it runs.
  addresses.catch(() => undefined);
  return { step: { title: 'Mailbox', run: async () => `at ${(await addresses).mailbox}` }, addresses };
}
