import { escaped } from '@bihuan/platform/html';
import type { MailFilter, StoredMail } from './mail-store.ts';

const style = `body{font-family:sans-serif;margin:2rem;max-width:70rem}table{border-collapse:collapse;width:100%}
td,th{border-bottom:1px solid #ccc;padding:.4rem;text-align:left;vertical-align:top}pre{white-space:pre-wrap}`;

/** The newest mails, and a form to filter them. */
export function listPage(mails: readonly StoredMail[], { to = '', hazardNo = '' }: MailFilter): string {
  const rows = mails.map(
    ({ id, receivedAt, to: addresses, subject }) =>
      `<tr><td>${escaped(receivedAt)}</td><td>${escaped(addresses.join(', '))}</td>` +
      `<td><a href="/mails/${id}">${escaped(subject)}</a></td></tr>`,
  );
  return page(
    '本机邮箱 Local mailbox',
    `<form><label>收件地址 Address <input name="to" value="${escaped(to)}"></label>
<label>隐患编号 Hazard <input name="hazardNo" value="${escaped(hazardNo)}" size="40"></label>
<button>筛选 Filter</button></form>
<table><tr><th>收到时间 Received</th><th>收件人 To</th><th>主题 Subject</th></tr>${rows.join('\n')}</table>
${mails.length === 0 ? '<p>没有邮件 No mail.</p>' : ''}`,
  );
}

/** One mail, as text. */
export function mailPage({ subject, from, to, receivedAt, messageId, text }: StoredMail): string {
  return page(
    subject,
    `<p><a href="/">全部邮件 All mail</a></p><table>
<tr><th>发件人 From</th><td>${escaped(from)}</td></tr><tr><th>收件人 To</th><td>${escaped(to.join(', '))}</td></tr>
<tr><th>收到时间 Received</th><td>${escaped(receivedAt)}</td></tr><tr><th>Message-ID</th><td>${escaped(messageId)}</td></tr>
</table><pre>${escaped(text)}</pre>`,
  );
}

function page(title: string, body: string): string {
  return `<!doctype html>
<html lang="zh-CN"><head><meta charset="utf-8"><title>${escaped(title)}</title><style>${style}</style></head>
<body><p>本机代用邮箱：只收不发。A local stand-in: nothing is sent on.</p><h1>${escaped(title)}</h1>${body}</body></html>
`;
}
