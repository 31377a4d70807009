import type { Role } from './actor.ts';

/** An account for development and demonstration. It names a role, never a person; the login is also the person code of its office. */
export interface DemoAccount {
  readonly login: string;
  readonly titleZh: string;
  readonly titleEn: string;
  readonly orgCode: string;
  readonly role: Role;
  /** `true`: a system that signs in by client credentials, with the login as client id; `false`: somebody who signs in with a password. */
  readonly clientCredentials: boolean;
}

interface Body {
  readonly short: string;
  readonly orgCode: string;
  readonly zh: string;
  readonly en: string;
}

const campaignOffice: Body = {
  short: 'office',
  orgCode: 'SX-OFFICE',
  zh: '省专项行动领导组办公室',
  en: 'Campaign office of the province',
};

const departments: readonly Body[] = [
  { short: 'yjt', orgCode: 'SX-YJT', zh: '省应急管理厅', en: 'Department of Emergency Management' },
  {
    short: 'zjt',
    orgCode: 'SX-ZJT',
    zh: '省住房和城乡建设厅',
    en: 'Department of Housing and Urban-Rural Development',
  },
  { short: 'jtt', orgCode: 'SX-JTT', zh: '省交通运输厅', en: 'Department of Transport' },
];

const cityGovernment = (placeCode: string, zh: string, short: string, en: string): Body => ({
  short,
  orgCode: `GOV-${placeCode}`,
  zh: `${zh}人民政府`,
  en: `${en} city government`,
});

const cityGovernments: readonly Body[] = [
  cityGovernment('140100', '太原市', 'taiyuan', 'Taiyuan'),
  cityGovernment('140200', '大同市', 'datong', 'Datong'),
  cityGovernment('140300', '阳泉市', 'yangquan', 'Yangquan'),
  cityGovernment('140400', '长治市', 'changzhi', 'Changzhi'),
  cityGovernment('140500', '晋城市', 'jincheng', 'Jincheng'),
  cityGovernment('140600', '朔州市', 'shuozhou', 'Shuozhou'),
  cityGovernment('140700', '晋中市', 'jinzhong', 'Jinzhong'),
  cityGovernment('140800', '运城市', 'yuncheng', 'Yuncheng'),
  cityGovernment('140900', '忻州市', 'xinzhou', 'Xinzhou'),
  cityGovernment('141000', '临汾市', 'linfen', 'Linfen'),
  cityGovernment('141100', '吕梁市', 'lvliang', 'Lüliang'),
];

const countyGovernments: readonly Body[] = [
  {
    short: 'xiaodian',
    orgCode: 'GOV-140105',
    zh: '太原市小店区人民政府',
    en: 'Xiaodian district government, Taiyuan',
  },
  {
    short: 'pingcheng',
    orgCode: 'GOV-140213',
    zh: '大同市平城区人民政府',
    en: 'Pingcheng district government, Datong',
  },
];

const handler = (body: Body): DemoAccount => ({
  login: `${body.short}.handler`,
  titleZh: `${body.zh} 经办人`,
  titleEn: `${body.en}, handler`,
  orgCode: body.orgCode,
  role: 'handler',
  clientCredentials: false,
});

const leader = (body: Body): DemoAccount => ({
  login: `${body.short}.leader`,
  titleZh: `${body.zh} 负责人`,
  titleEn: `${body.en}, leader`,
  orgCode: body.orgCode,
  role: 'leader',
  clientCredentials: false,
});

const system = (body: Body): DemoAccount => ({
  login: `${body.short}.system`,
  titleZh: `${body.zh} 业务系统`,
  titleEn: `${body.en}, own system`,
  orgCode: body.orgCode,
  role: 'system',
  clientCredentials: true,
});

/** Every account of the demonstration, from the governor down. campaign creates the offices from it, identity the logins. */
export const demoAccounts: readonly DemoAccount[] = [
  {
    login: 'governor',
    titleZh: '省长（领导组组长）',
    titleEn: 'Governor (head of the leading group)',
    orgCode: 'SX-GOV',
    role: 'governor',
    clientCredentials: false,
  },
  {
    login: 'vice-governor.industry-safety',
    titleZh: '副省长（分管工业和安全生产）',
    titleEn: 'Vice-governor (industry and work safety)',
    orgCode: 'SX-GOV',
    role: 'viceGovernor',
    clientCredentials: false,
  },
  ...[campaignOffice, ...departments, ...cityGovernments].flatMap((body) => [handler(body), leader(body)]),
  ...countyGovernments.map(handler),
  {
    login: 'enterprise',
    titleZh: '示范企业（太原）安全负责人',
    titleEn: 'Demonstration enterprise (Taiyuan), head of safety',
    orgCode: 'ENT-DEMO',
    role: 'enterprise',
    clientCredentials: false,
  },
  {
    login: 'operations',
    titleZh: '系统运维',
    titleEn: 'Operations',
    orgCode: 'SX-OFFICE',
    role: 'operations',
    clientCredentials: false,
  },
  ...[campaignOffice, ...departments].map(system),
  {
    login: 'operations.system',
    titleZh: '系统运维 脚本',
    titleEn: 'Operations, scripts',
    orgCode: 'SX-OFFICE',
    role: 'operations',
    clientCredentials: true,
  },
];
