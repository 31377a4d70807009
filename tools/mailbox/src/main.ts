import { readSettings } from './settings.ts';
import { startMailbox } from './mailbox.ts';

const settings = readSettings(process.env);
const mailbox = await startMailbox(settings);
console.log(`Mail is taken at ${mailbox.smtp} and shown at ${mailbox.page}; none is sent on.`);
for (const signal of ['SIGTERM', 'SIGINT'] as const)
  process.once(signal, () => {
    void mailbox.stop();
  });
