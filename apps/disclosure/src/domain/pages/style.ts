import { createHash } from 'node:crypto';

/** One style for all public pages: for screens of any width, light and dark, and for paper. */
export const style = `
:root{color-scheme:light dark;--ink:#1f2328;--soft:#59636e;--paper:#fff;--ground:#f3f1ec;--red:#b3261e;--line:#d9d4c8;--mark:#fbf4e3}
@media(prefers-color-scheme:dark){:root{--ink:#e9e6df;--soft:#a8a296;--paper:#1d1c1a;--ground:#131210;--red:#ff8a7a;--line:#3a3733;--mark:#2a261c}}
*{box-sizing:border-box}
html{-webkit-text-size-adjust:100%}
body{margin:0;background:var(--ground);color:var(--ink);font:17px/1.85 "Songti SC","STSong","Noto Serif CJK SC","Source Han Serif SC",SimSun,Georgia,serif;overflow-wrap:anywhere}
main{max-width:860px;margin:0 auto;background:var(--paper);padding:clamp(20px,5vw,64px)}
.mast{text-align:center;border-bottom:3px double var(--red);padding-bottom:1.2rem;margin-bottom:1.6rem}
.mast .office{color:var(--red);font-weight:700;letter-spacing:.08em;margin:0 0 .4rem}
h1{font-size:clamp(1.5rem,4.6vw,2.15rem);line-height:1.35;margin:.2rem 0 .5rem;letter-spacing:.04em}
h2{font-size:1.3rem;margin:2.4rem 0 .6rem;padding-bottom:.3rem;border-bottom:1px solid var(--line)}
h3{font-size:1.08rem;margin:1.7rem 0 .4rem;color:var(--red)}
h3 .n,h2 .n{font-weight:400;color:var(--soft);font-size:.9em}
p{margin:.5rem 0}
.en{font:.85em/1.6 system-ui,-apple-system,"Segoe UI",sans-serif;color:var(--soft)}
.sum{background:var(--mark);border-left:4px solid var(--red);padding:.7rem 1.1rem;margin:1.2rem 0}
table{border-collapse:collapse;width:100%;margin:1rem 0;font-size:.95em}
th,td{padding:.35rem .6rem;border-bottom:1px solid var(--line);text-align:right;font-variant-numeric:tabular-nums}
th:first-child,td:first-child{text-align:left}
thead th{color:var(--soft);font-weight:600}
tfoot td{font-weight:700;border-bottom:0}
ol{padding-left:2.1em;margin:.4rem 0}
li{margin:.75rem 0}
li::marker{color:var(--soft);font-size:.9em}
.what{display:block}
.meta{display:block;font-size:.86em;color:var(--soft)}
.late{border:1px solid currentColor;border-radius:3px;padding:0 .35em;font-size:.8em;color:var(--red);white-space:nowrap}
.hand{text-indent:2em}
.list{list-style:none;padding:0}
.list li{border-bottom:1px solid var(--line);padding:.7rem 0;margin:0}
.list b a{font-size:1.08rem}
a{color:inherit;text-decoration-color:var(--red);text-underline-offset:.2em}
a:focus-visible{outline:3px solid var(--red);outline-offset:2px}
dl{display:grid;grid-template-columns:max-content 1fr;gap:.3rem 1.2rem}
dt{color:var(--soft)}dd{margin:0}
footer{margin-top:3rem;padding-top:1rem;border-top:1px solid var(--line);font-size:.86em;color:var(--soft)}
code{font:.9em ui-monospace,Menlo,Consolas,monospace}
@media(max-width:520px){body{font-size:16px}th,td{padding:.3rem .35rem}dl{grid-template-columns:1fr;gap:0}dd{margin-bottom:.5rem}}
@media print{@page{size:A4;margin:18mm 16mm}:root{--ink:#000;--soft:#444;--paper:#fff;--ground:#fff;--red:#8c0000;--line:#bbb;--mark:#fff}body{font-size:11.5pt;line-height:1.6}main{max-width:none;padding:0}li,table,.sum{break-inside:avoid}h2,h3{break-after:avoid}nav{display:none}}
`;

/** What a browser may do with such a page: show it with this style, and nothing else. */
export const pagePolicy = [
  "default-src 'none'",
  `style-src 'sha256-${createHash('sha256').update(style).digest('base64')}'`,
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');
