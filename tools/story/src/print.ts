import type { NotificationReply } from '@bihuan/contracts';

export function heading(text: string): void {
  console.log(`\n${text}`);
}

/** One step: who, and what was done. */
export function step(who: string, what: string): void {
  console.log(`  ${who.padEnd(30)} ${what}`);
}

/** What an office received about the hazard, oldest first. */
export function receivedBy(login: string, messages: readonly NotificationReply[]): void {
  if (messages.length === 0) step(login, '（没有收到消息）');
  for (const message of messages) step(`→ ${login}`, `[${message.kind}] ${message.title}`);
}
