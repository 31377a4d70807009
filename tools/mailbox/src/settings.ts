/** Where the mailbox listens and keeps mails. */
export interface MailboxSettings {
  readonly host: string;
  readonly smtpPort: number;
  readonly pagePort: number;
  /** Made where it is missing. */
  readonly directory: string;
}

/** @throws Error naming a setting that is missing or no port */
export function readSettings(env: NodeJS.ProcessEnv): MailboxSettings {
  const told = (key: string): string => {
    const value = env[key];
    if (value === undefined || value === '') throw new Error(`${key} is missing`);
    return value;
  };
  const port = (key: string): number => {
    const number = Number(told(key));
    if (!Number.isInteger(number) || number < 0 || number > 65_535) throw new Error(`${key} is no port`);
    return number;
  };
  return {
    host: told('MAILBOX_HOST'),
    smtpPort: port('MAILBOX_SMTP_PORT'),
    pagePort: port('MAILBOX_PAGE_PORT'),
    directory: told('MAILBOX_DIRECTORY'),
  };
}
