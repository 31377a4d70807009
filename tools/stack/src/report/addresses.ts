import type { StackAddresses } from '../stack-record.ts';

/** One line an address for the person who started the stack or asks for it; none while it is still starting. */
export function addressLines(addresses: StackAddresses | undefined): string[] {
  if (addresses === undefined) return [];
  return [
    `  Gateway      ${addresses.gateway}`,
    `  API docs     ${addresses.apiDocs}`,
    `  Temporal UI  ${addresses.temporalUi}`,
    `  Sign-in      ${addresses.identity}`,
    `  Mailbox      ${addresses.mailbox}`,
  ];
}
