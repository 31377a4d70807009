import { mailsTo } from '../mailed.ts';
import type { People } from '../steps/people.ts';
import { becomesAsTold } from './as-told.ts';
import { messagesTo } from './hazard-views.ts';

/** Each account has one mail in the local mailbox for each of its messages about the hazard, and no other. */
export async function mailedAsTold(
  as: People,
  mailboxUrl: string,
  hazardNo: string,
  logins: readonly string[],
): Promise<void> {
  for (const login of logins) {
    const titles = (await messagesTo(as(login), hazardNo)).map(({ title }) => title).sort();
    const mailed = () => mailTitles(mailboxUrl, login, hazardNo);
    await becomesAsTold(`${login} 的邮件与消息一致：${titles.length} 封`, mailed, titles);
  }
}

/** The Chinese half of the subject of each mail. */
async function mailTitles(mailboxUrl: string, login: string, hazardNo: string): Promise<string[]> {
  const subjects = await mailsTo(mailboxUrl, `${login}@bihuan.example`, hazardNo);
  return subjects.map((subject) => subject.split(' | ')[0] ?? '').sort();
}
