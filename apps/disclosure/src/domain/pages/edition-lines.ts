import { kindWords } from '@bihuan/contracts';
import { toLocalDate } from '@bihuan/process-core';
import type { CityFigures } from '../../persistence/edition-items.repository.ts';
import type { ItemRow } from '../../persistence/edition-item.entity.ts';
import { dayWords, sentence } from '../words.ts';
import { type Html, markup } from './markup.ts';

const dayOf = (instant: Date): string => dayWords(toLocalDate(instant)).zh;

/** How a new hazard stands when the cut is made. */
function statusWords({ state, overdue, struckOffAt, publicFields }: ItemRow): string {
  const until = dayOf(new Date(publicFields.deadline));
  const deadline = publicFields.extended ? `整改期限经批准延期至${until}` : `整改期限为${until}`;
  const late = overdue ? '，有办理期限已逾期' : '';
  switch (state) {
    case 'registered':
      return `已登记，正在移交，${deadline}${late}。`;
    case 'handedOver':
      return `已移交，待签收，${deadline}${late}。`;
    case 'rectifying':
      return `正在整改，${deadline}${late}。`;
    case 'awaitingAcceptance':
      return `整改已报告完成，待核查验收${late}。`;
    case 'struckOff':
      return struckOffAt ? `已于${dayOf(struckOffAt)}办结销号。` : '已办结销号。';
    case 'withdrawn':
      return '登记已撤销。';
  }
}

/** One hazard: unit and place, what was found, how it stands. */
export function lineOf(item: ItemRow): Html {
  const { hazardNo, kind, late, registeredAt, struckOffAt, publicFields: told } = item;
  const place = told.placeName.startsWith(told.cityName) ? told.placeName : told.cityName + told.placeName;
  const clause = [told.standardCode, told.clauseNo].filter(Boolean).join(' ');
  const casualties = told.massCasualties ? '，可能造成群死群伤' : '';
  const status =
    kind === 'struckOff'
      ? `${dayOf(registeredAt)}登记，${struckOffAt ? dayOf(struckOffAt) : ''}办结销号。`
      : statusWords(item);
  return markup`<li id="${kind}-${hazardNo}">
<span class="what"><b>${told.unitName}</b>（${place}${told.address}，${told.fieldName}）：${sentence(told.description)}${late ? LATE : null}</span>
<span class="what">${status}</span>
<span class="meta">${kindWords[told.kind]}${casualties}&emsp;判定依据 ${clause}&emsp;隐患编号 ${hazardNo}</span></li>
`;
}

const LATE = markup` <span class="late">往月补列</span>`;

/** Ahead of a city's lines. */
export function cityStart({ cityName }: CityFigures, count: number): Html {
  return markup`<h3>${cityName}<span class="n">（${count}项）</span></h3>
<ol>
`;
}

/** Behind a city's new lines: to whom they were handed over. */
export function cityEnd({ cityName, found, handedOver }: CityFigures, kind: ItemRow['kind']): Html {
  if (kind === 'struckOff')
    return markup`</ol>
`;
  const to = `${cityName}人民政府核查办理，并移交省级行业主管部门督办`;
  const sentence =
    handedOver === found
      ? `以上${found}项隐患均已移交${to}。`
      : `以上${found}项隐患中，${handedOver}项已移交${to}，${found - handedOver}项正在移交。`;
  return markup`</ol>
<p class="hand">${sentence}</p>
`;
}
