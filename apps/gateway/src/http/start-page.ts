import { publicPages } from '@bihuan/contracts';
import { links, page } from './page.ts';

interface Addresses {
  readonly issuer: string;
  /** Where operators watch the loops; null where none is configured. */
  readonly temporalUi: string | null;
}

/** What stands at `/`: what this is and where to go from here. */
export function startPage({ issuer, temporalUi }: Addresses): string {
  return page(
    '闭环 Bihuan',
    `<h1>闭环 <span lang="en">Bihuan</span></h1>
<p>重大事故隐患的闭环管理：一项隐患，一个闭环，每一步有人负责、有期限、可查证。</p>
<p class="en" lang="en">One closed loop per major accident hazard: every step has somebody responsible, a deadline and a record.</p>
<ol><li>发现隐患</li><li>移交办理</li><li>信息公开</li><li>督导巡查</li><li>考核通报</li></ol>
${links([
  [publicPages.editions.path, '信息公开', 'Publication'],
  ['/api/docs', '接口说明', 'API documentation'],
  ['/api/openapi.json', 'OpenAPI 3.1', 'API description'],
  ['/public/health', '运行状况', 'Health'],
  [issuer, '登录服务', 'Sign-in'],
  ...(temporalUi === null ? [] : [[temporalUi, '流程运行情况', 'The loops, for operators'] as const]),
])}`,
  );
}
