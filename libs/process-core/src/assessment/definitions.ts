import type { OverallFigureName } from '@bihuan/contracts';
import type { Bilingual } from '../bilingual.ts';
import { leastRanked } from './ranking.ts';

/** What a figure is called and what it counts, for whoever reads a circular. */
export interface Definition {
  readonly name: Bilingual;
  readonly text: Bilingual;
  /** How it is counted is our default, not from a regulation; else it is the mere count of the month's edition. */
  readonly isDefault: boolean;
}

const define = (zh: string, en: string, textZh: string, textEn: string, isDefault = true): Definition => ({
  name: { zh, en },
  text: { zh: textZh, en: textEn },
  isDefault,
});

/** Indicator "overall", as of 24:00 on the month's last day, Asia/Shanghai. */
export const overallDefinitions: Readonly<Record<OverallFigureName | 'rank', Definition>> = {
  found: define(
    '当月发现',
    'Found in the month',
    '当月公开首次列出的重大事故隐患，与当月公开一致',
    "Hazards that the month's edition lists for the first time; equals that edition",
    false,
  ),
  foundTotal: define(
    '累计发现',
    'Found so far',
    '截至当月各期公开已列出的隐患，不含月末前已撤销的',
    'Hazards listed by the editions up to the month, without those withdrawn before its end',
  ),
  struckOff: define(
    '当月销号',
    'Struck off in the month',
    '当月公开首次列为已销号的隐患，与当月公开一致',
    "Hazards that the month's edition lists as struck off for the first time; equals that edition",
    false,
  ),
  struckOffTotal: define(
    '累计销号',
    'Struck off so far',
    '截至当月各期公开已列为销号的隐患',
    'Hazards listed as struck off by the editions up to the month',
  ),
  overallRate: define(
    '整改率',
    'Overall rate',
    '累计销号÷累计发现；分母为零记“/”',
    'Struck off so far ÷ found so far; "/" where nothing was found',
  ),
  due: define(
    '应按期整改',
    'Due so far',
    '月末时所在整改轮次的期限已在月末前届满的隐患；期限以月末时为准，月末前批准的延期计入，暂停计时的不计为届满',
    "Hazards whose deadline, of the round running at the month's end and as it stood then, lies before that end: an extension granted by then counts, and a deadline that stood still has not passed",
  ),
  onTime: define(
    '按期完成',
    'Completed on time',
    '应按期整改的隐患中，各轮整改均在期限前报告完成的；月末后报告的不计',
    "Of those due, the ones whose every round was reported complete before its deadline and the month's end",
  ),
  onTimeRate: define(
    '按期整改率',
    'On-time rate',
    '按期完成÷应按期整改；分母为零记“/”',
    'Completed on time ÷ due so far; "/" where none was due',
  ),
  notYetDue: define(
    '未到期',
    'Not yet due',
    '累计发现减去应按期整改：期限在月末或以后或暂停计时的，无论是否已完成',
    "Found so far less due so far: the deadline lies at or after the month's end or stood still, completed or not",
  ),
  overdue: define(
    '逾期未完成',
    'Overdue',
    '应按期整改的隐患中，月末前当轮仍未报告完成且未销号的',
    "Of those due, the ones neither reported complete in the running round nor struck off before the month's end",
  ),
  handovers: define(
    '属地移交',
    'Handovers to the city',
    '月末前发出的属地移交；改派的，以接替的移交计，只计一次',
    "Territorial handovers dispatched before the month's end; one redirected counts once, as its successor",
  ),
  handoversDue: define(
    '应签复移交',
    'Handovers due',
    '其中答复期限已在月末前届满的；历史台账带来的以答复时间计',
    "Of these, the ones whose time to answer ended before the month's end; those of a past ledger by their answer",
  ),
  handoversOnTime: define(
    '按时签复',
    'Handovers answered on time',
    '应签复移交中，期限前已签收、拒收或转交的',
    'Of those due, the ones acknowledged, refused or transferred in time',
  ),
  handoverTimeliness: define(
    '移交签复及时率',
    'Handover timeliness',
    '按时签复÷应签复移交；分母为零记“/”',
    'Handovers answered on time ÷ handovers due; "/" where none was due',
  ),
  rank: define(
    '排名',
    'Rank',
    `依次按整改率、按期整改率、移交签复及时率由高到低；相同的并列，其后名次顺延；无比率的排在有比率的之后；累计发现不足${leastRanked}项的只列数、不排名`,
    `By overall rate, then on-time rate, then handover timeliness, the highest first; equal rates share a rank and later ranks are left out; a rate that does not exist comes last; a city with fewer than ${leastRanked} hazards found so far is listed without a rank`,
  ),
};

/** What is said under every ranking. */
export const overallNotes: readonly Bilingual[] = [
  {
    zh: '各项数字截至当月最后一日24时（北京时间），与当月公开使用同一口径。',
    en: "Figures are as of midnight at the end of the month, Asia/Shanghai, over the same cut as the month's edition.",
  },
  {
    zh: `排名规则和不足${leastRanked}项不排名为系统默认，非法规规定。`,
    en: `The rule of ranking, and that fewer than ${leastRanked} hazards are not ranked, are our default, not from a regulation.`,
  },
];
