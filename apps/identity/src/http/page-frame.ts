import { createHash } from 'node:crypto';
import { texts, type PageLanguage } from './texts.ts';

const style = `
:root{color-scheme:light dark;--ink:#1c2430;--paper:#fff;--ground:#eef1f5;--line:#8a94a3;--accent:#0b5cad;--warn:#a32100}
@media(prefers-color-scheme:dark){:root{--ink:#e8ecf2;--paper:#1b212a;--ground:#11151b;--line:#7b8798;--accent:#7db8f5;--warn:#ff9d85}}
*{box-sizing:border-box}
body{margin:0;min-height:100vh;display:grid;place-items:center;padding:16px;background:var(--ground);color:var(--ink);font:16px/1.6 system-ui,"PingFang SC","Microsoft YaHei","Noto Sans CJK SC",sans-serif}
main{width:100%;max-width:400px;background:var(--paper);border-radius:12px;padding:24px}
h1{font-size:1.35rem;margin:0 0 12px}
.demo{margin:0 0 20px;padding:8px 12px;border-left:4px solid var(--warn);font-size:.9rem}
label{display:block;margin:12px 0 4px}
input,button{width:100%;min-height:44px;font:inherit;border-radius:8px;border:1px solid var(--line);padding:8px 12px;background:var(--paper);color:var(--ink)}
button{margin-top:16px;border:0;background:var(--accent);color:var(--paper);font-weight:600;cursor:pointer}
button.quiet{background:none;color:var(--accent);border:1px solid var(--line)}
:focus-visible{outline:3px solid var(--accent);outline-offset:2px}
a{color:var(--accent)}.error{color:var(--warn)}.hint{font-size:.9rem}
`;

/** Headers of every page: nothing from elsewhere, no scripts. The form may lead back to a loopback address, where the console listens. */
export const pageHeaders = {
  'content-type': 'text/html; charset=utf-8',
  'cache-control': 'no-store',
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
  'content-security-policy': [
    "default-src 'none'",
    `style-src 'sha256-${createHash('sha256').update(style).digest('base64')}'`,
    "form-action 'self' http://localhost:* http://127.0.0.1:*",
    "base-uri 'none'",
    "frame-ancestors 'none'",
  ].join('; '),
} as const;

/** A whole page; `body` is HTML. Says on every page that it is for demonstrations. */
export function frame(language: PageLanguage, title: string, body: string): string {
  const t = texts[language];
  const other = language === 'zh' ? 'en' : 'zh';
  return `<!doctype html>
<html lang="${language === 'zh' ? 'zh-CN' : 'en'}">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title} · ${t.product}</title><style>${style}</style></head>
<body><main><h1>${title}</h1>
<p class="demo">${t.demoOnly}</p>
${body}
<p class="hint"><a href="?lang=${other}" lang="${other}">${t.otherLanguage}</a></p>
</main></body></html>`;
}
