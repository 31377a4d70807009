import { links, page } from './page.ts';

/**
 * Where the links in messages lead until there is a console: it says nothing of the hazard, not even whether there is
 * one, and shows whoever may see it how to ask.
 *
 * @param hazardNo in the form of a hazard number
 */
export function hazardPage(hazardNo: string): string {
  return page(
    `隐患 ${hazardNo}`,
    `<h1>隐患 <span lang="en">Hazard</span></h1>
<p><strong>${hazardNo}</strong></p>
<p>请在接口说明中登录后查看和办理；未登录不显示任何内容。</p>
<p class="en" lang="en">Sign in on the API page to see it and to act; without that nothing is shown.</p>
${links([
  ['/api/docs#/hazards/readHazard', '隐患登记信息', 'The hazard'],
  ['/api/docs#/hazards/readClocks', '各项期限及其由来', 'Its clocks, and why'],
  ['/api/docs#/hazards/readOutlook', '若无人办理会发生什么', 'What happens if nothing is done'],
  ['/api/docs#/hazards/readTimeline', '全过程', 'Its history'],
])}`,
  );
}
