import { Html, markup } from './markup.ts';
import { style } from './style.ts';

/** Everything ahead of a page's content. */
export function pageStart(title: string): Html {
  return markup`<!doctype html>
<html lang="zh-CN"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title}</title><style>${new Html(style)}</style></head>
<body><main>
`;
}

export const pageEnd = markup`</main></body></html>
`;

/** A whole page. */
export function page(title: string, content: Html): string {
  return [pageStart(title), content, pageEnd].map(({ text }) => text).join('');
}
