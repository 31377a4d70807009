import { escaped } from '@bihuan/platform/html';
import type { WrittenOut } from '../written-messages.ts';

/** A mail's words: Chinese first, English below. */
export interface MailText {
  readonly subject: string;
  readonly text: string;
  readonly html: string;
}

export interface MailParts {
  readonly zh: WrittenOut;
  readonly en: WrittenOut;
  readonly link: string | null;
  readonly needsAcknowledgement: boolean;
}

/** Writes one mail in both languages, as plain text and as HTML. Whatever was filed as a name or reason is text in both. */
export function mailText({ zh, en, link, needsAcknowledgement }: MailParts): MailText {
  const sections = [
    {
      words: zh,
      besides: [
        ...(needsAcknowledgement ? ['请登录系统确认收到本消息。'] : []),
        ...(zh.why === null ? [] : [`为何告知您：${zh.why}`]),
      ],
      linked: '查看隐患：',
    },
    {
      words: en,
      besides: [
        ...(needsAcknowledgement ? ['Please sign in and acknowledge this message.'] : []),
        ...(en.why === null ? [] : [`Why you were told: ${en.why}`]),
      ],
      linked: 'See the hazard: ',
    },
  ];
  const text = sections.map(({ words, besides, linked }) =>
    [words.title, '', words.body, ...besides, ...(link === null ? [] : [`${linked}${link}`])].join('\n'),
  );
  const html = sections.map(({ words, besides, linked }) =>
    [
      `<h2>${escaped(words.title)}</h2>`,
      ...[words.body, ...besides].map((line) => `<p>${escaped(line)}</p>`),
      ...(link === null ? [] : [`<p>${linked}<a href="${escaped(link)}">${escaped(link)}</a></p>`]),
    ].join('\n'),
  );
  return {
    subject: `${zh.title} | ${en.title}`,
    text: `${text.join('\n\n----\n\n')}\n`,
    html: `<!doctype html>\n<html><body>\n${html.join('\n<hr>\n')}\n</body></html>\n`,
  };
}
