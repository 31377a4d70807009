import { publicPages } from '@bihuan/contracts';
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

export const startPagePolicy = [
  "default-src 'none'",
  `style-src 'sha256-${createHash('sha256').update(style).digest('base64')}'`,
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

interface Addresses {
  readonly issuer: string;
  /** Where operators watch the loops; null where none is configured. */
  readonly temporalUi: string | null;
}

/** What stands at `/`: what this is and where to go from here. */
export function startPage({ issuer, temporalUi }: Addresses): string {
  const links = [
    [publicPages.editions.path, '信息公开', 'Publication'],
    ['/api/docs', '接口说明', 'API documentation'],
    ['/api/openapi.json', 'OpenAPI 3.1', 'API description'],
    ['/public/health', '运行状况', 'Health'],
    [issuer, '登录服务', 'Sign-in'],
    ...(temporalUi === null ? [] : [[temporalUi, '流程运行情况', 'The loops, for operators']]),
  ] as const;
  const items = links.map(
    ([address, zh, en]) => `<li><a href="${address}">${zh} <span lang="en">${en}</span></a></li>`,
  );
  return `<!doctype html>
<html lang="zh-CN"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>闭环 Bihuan</title><style>${style}</style></head>
<body><main><h1>闭环 <span lang="en">Bihuan</span></h1>
<p>重大事故隐患的闭环管理：一项隐患，一个闭环，每一步有人负责、有期限、可查证。</p>
<p class="en" lang="en">One closed loop per major accident hazard: every step has somebody responsible, a deadline and a record.</p>
<ol><li>发现隐患</li><li>移交办理</li><li>信息公开</li><li>督导巡查</li><li>考核通报</li></ol>
<ul>${items.join('')}</ul>
</main></body></html>`;
}
