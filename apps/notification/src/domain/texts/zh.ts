import { localText } from '@bihuan/process-core';
import type { About } from '../about.ts';
import { hazardIn } from './hazard.ts';
import { rungInChinese } from './rung.ts';
import type { Texts } from './template.ts';
import { words } from './words.ts';

const { clocks, tracks } = words['zh-CN'];

const hazard = (about: About): string => hazardIn('zh-CN', about);
const at = (instant: string): string => localText(new Date(instant));
const who = (params: { orgCode: string; orgName: string }, about: About): string =>
  about.organisation(params.orgCode, params.orgName);

export const zh: Texts = {
  'handover.dispatched': (params, about) => ({
    title: `请签收移交的重大事故隐患 ${about.hazardNo}`,
    body: `${hazard(about)}已移交${who(params, about)}（${tracks[params.track]}），请按期签收；不属本单位的，请说明理由拒收或转交。`,
  }),
  'handover.copied': (params, about) => ({
    title: `抄送：移交的重大事故隐患 ${about.hazardNo}`,
    body: `${hazard(about)}已移交${who(params, about)}牵头办理，抄送共管部门知悉、配合。`,
  }),
  'handover.refused': (params, about) => ({
    title: `移交被拒收，请裁定：${about.hazardNo}`,
    body: `${who(params, about)}拒收${hazard(about)}的${tracks[params.track]}移交，请裁定改派或坚持移交。理由：${params.reason}`,
  }),
  'handover.insisted': (params, about) => ({
    title: `拒收未获同意，请办理：${about.hazardNo}`,
    body: `经裁定，坚持将${hazard(about)}移交${who(params, about)}（${tracks[params.track]}），请即办理。`,
  }),
  'handover.redirected': (params, about) => ({
    title: `移交已改派，不必再办理：${about.hazardNo}`,
    body: `${hazard(about)}的${tracks[params.track]}移交不再由${who(params, about)}办理，已改派（登记更正或裁定改派）。`,
  }),
  'handover.unrouted': (params, about) => ({
    title: `没有承接单位，请指定：${about.hazardNo}`,
    body: `${hazard(about)}的${tracks[params.track]}移交没有找到承接单位，请指定承接单位。原因：${params.why.zh}`,
  }),
  'clock.reminder': rungInChinese('reminder'),
  'clock.overdue': rungInChinese('overdue'),
  'clock.leader': rungInChinese('leader'),
  'clock.interview': rungInChinese('interview'),
  'clock.raise': rungInChinese('raise'),
  'escalation.revoked': (params, about) => ({
    title: `督办撤回，不必再办理：${about.hazardNo}`,
    body: `${hazard(about)}登记有误，已撤销。此前关于该隐患的督办消息（${params.clocks.map((clock) => clocks[clock]).join('、')}）一并撤回，不必再办理。`,
  }),
  'petition.filed': ({ filedOrg, late: isLate, until, reason, decideBy }, about) => ({
    title: `请批复延期申请：${about.hazardNo}`,
    body: `${about.organisation(filedOrg)}申请将${hazard(about)}的整改期限延至 ${until}${isLate ? '（逾期提出）' : ''}，请于 ${at(decideBy)} 前批复。理由：${reason}`,
  }),
  'petition.decided': ({ agreed, deadline, opinion }, about) => ({
    title: `延期申请${agreed ? '已获同意' : '未获同意'}：${about.hazardNo}`,
    body: `${hazard(about)}：${agreed ? '整改期限延至' : '原整改期限不变，仍为'} ${at(deadline)}，${about.hasPassed(deadline) ? '已逾期，请立即完成整改' : '请在此前完成整改'}。批复意见：${opinion}`,
  }),
  'acceptance.applied': ({ round }, about) => ({
    title: `请核查验收：${about.hazardNo}`,
    body: `${hazard(about)}已报告整改完成并申请验收（第 ${round} 轮），请现场核查。`,
  }),
  'acceptance.decided': ({ passed, newDeadline }, about) => ({
    title: passed ? `验收通过：${about.hazardNo}` : `验收未通过：${about.hazardNo}`,
    body: passed
      ? `${hazard(about)}验收通过，请签批销号。`
      : `${hazard(about)}验收未通过，须继续整改${newDeadline === null ? '' : `，新的整改期限为 ${at(newDeadline)}`}。`,
  }),
  'hazard.struckOff': ({ struckOffAt }, about) => ({
    title: `已办结销号：${about.hazardNo}`,
    body: `${hazard(about)}已于 ${at(struckOffAt)} 办结销号，${about.reason === 'addressed' ? '请在同一媒体公布销号' : '不必再办理'}。`,
  }),
};
