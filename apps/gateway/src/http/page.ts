import { createHash } from 'node:crypto';

const style = `
:root{color-scheme:light dark;--ink:#1c2430;--paper:#fff;--ground:#eef1f5;--accent:#0b5cad}
@media(prefers-color-scheme:dark){:root{--ink:#e8ecf2;--paper:#1b212a;--ground:#11151b;--accent:#7db8f5}}
*{box-sizing:border-box}
body{margin:0;padding:16px;background:var(--ground);color:var(--ink);font:16px/1.7 system-ui,"PingFang SC","Microsoft YaHei","Noto Sans CJK SC",sans-serif}
main{max-width:720px;margin:5vh auto;background:var(--paper);border-radius:12px;padding:clamp(20px,5vw,40px)}
h1{margin:0 0 8px;font-size:1.7rem}
ol{display:flex;flex-wrap:wrap;gap:4px 20px;padding:0;list-style:none;font-weight:600}
li::marker{content:none}ol li+li::before{content:"→";margin-right:20px;font-weight:400}
ul{padding-left:1.2em}a{color:var(--accent)}:focus-visible{outline:3px solid var(--accent);outline-offset:2px}
.en{opacity:.85;font-size:.94em}
`;

export const pagePolicy = [
  "default-src 'none'",
  `style-src 'sha256-${createHash('sha256').update(style).digest('base64')}'`,
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

/** A page of the gateway itself. @param content HTML; whatever it quotes is escaped already */
export function page(title: string, content: string): string {
  return `<!doctype html>
<html lang="zh-CN"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title}</title><style>${style}</style></head>
<body><main>${content}
</main></body></html>`;
}

/** A list of links, in both languages. */
export function links(targets: readonly (readonly [address: string, zh: string, en: string])[]): string {
  const items = targets.map(
    ([address, zh, en]) => `<li><a href="${address}">${zh} <span lang="en">${en}</span></a></li>`,
  );
  return `<ul>${items.join('')}</ul>`;
}
