import { editionPath, publicPages } from '@bihuan/contracts';
import { localText } from '@bihuan/process-core';
import type { CityFigures } from '../../persistence/edition-items.repository.ts';
import type { ItemRow } from '../../persistence/edition-item.entity.ts';
import type { CutEdition, PreviousIssue } from '../../persistence/edition.entity.ts';
import { dayWords, monthWords } from '../words.ts';
import { cityEnd, cityStart, lineOf } from './edition-lines.ts';
import { type Html, markup } from './markup.ts';
import { pageEnd, pageStart } from './layout.ts';

const sections = {
  new: { title: '一、新公开的重大事故隐患', en: 'Newly disclosed hazards', none: '本期没有新公开的隐患。' },
  struckOff: {
    title: '二、办结销号的重大事故隐患',
    en: 'Hazards struck off',
    none: '本期没有办结销号的隐患。',
  },
} as const;

/** The page of an edition, written while its lines are read. */
export async function* editionPage(
  edition: CutEdition,
  figures: readonly CityFigures[],
  lines: AsyncIterable<ItemRow>,
): AsyncGenerator<string> {
  const cities = new Map(figures.map((city) => [city.cityCode, city]));
  yield pageStart(`第${edition.no}期重大事故隐患信息公开`).text;
  yield head(edition).text;
  yield table(figures, edition).text;
  let section: ItemRow['kind'] | undefined;
  let city: CityFigures | undefined;
  for await (const line of lines) {
    if (city && section && (section !== line.kind || city.cityCode !== line.cityCode)) {
      yield cityEnd(city, section).text;
      city = undefined;
    }
    for (const kind of begun(section, line.kind)) yield sectionStart(kind, edition).text;
    section = line.kind;
    if (!city) {
      city = cities.get(line.cityCode);
      if (!city) throw new Error(`edition without figures of ${line.cityCode}`);
      yield cityStart(city, section === 'new' ? city.found : city.struckOff).text;
    }
    yield lineOf(line).text;
  }
  if (city && section) yield cityEnd(city, section).text;
  for (const kind of begun(section, undefined)) yield sectionStart(kind, edition).text;
  yield foot(edition).text;
  yield pageEnd.text;
}

/** Sections that begin between two lines; one without lines says so. */
function begun(before: ItemRow['kind'] | undefined, next: ItemRow['kind'] | undefined): ItemRow['kind'][] {
  const order: ItemRow['kind'][] = ['new', 'struckOff'];
  const from = before === undefined ? 0 : order.indexOf(before) + 1;
  return order.slice(from, next === undefined ? order.length : order.indexOf(next) + 1);
}

function sectionStart(kind: ItemRow['kind'], { cut }: CutEdition): Html {
  const count = kind === 'new' ? cut.found : cut.struckOff;
  const { title, en, none } = sections[kind];
  return markup`<h2 id="${kind}">${title}<span class="n">（${count}项）</span></h2>
<p class="en" lang="en">${en}: ${count}</p>
${count === 0 ? markup`<p>${none}</p>` : null}
`;
}

function head({
  campaignNameZh,
  campaignNameEn,
  officeName,
  no,
  month,
  windowFrom,
  windowTo,
  cut,
}: CutEdition): Html {
  const [from, to] = [dayWords(windowFrom), dayWords(windowTo)];
  return markup`<header class="mast"><p class="office">${officeName}</p>
<h1>重大事故隐患信息公开&emsp;第${no}期</h1>
<p>${campaignNameZh}&emsp;${monthWords(month).zh}</p>
<p class="en" lang="en">Disclosure of major accident hazards, No. ${no}, ${monthWords(month).en}. ${campaignNameEn}</p></header>
<div class="sum"><p>${from.zh}至${to.zh}，新公开重大事故隐患<b>${cut.found}</b>项，办结销号<b>${cut.struckOff}</b>项。</p>
<p class="en" lang="en">${from.en} – ${to.en}: ${cut.found} major accident hazards newly disclosed, ${cut.struckOff} struck off.</p></div>
`;
}

function table(figures: readonly CityFigures[], { cut }: CutEdition): Html {
  if (figures.length === 0) return markup``;
  const rows = figures.map(
    ({
      cityName,
      found,
      struckOff,
    }) => markup`<tr><td>${cityName}</td><td>${found}</td><td>${struckOff}</td></tr>
`,
  );
  return markup`<table><thead><tr><th scope="col">市</th><th scope="col">新公开（项）</th><th scope="col">办结销号（项）</th></tr></thead>
<tbody>${rows}</tbody>
<tfoot><tr><td>合计</td><td>${cut.found}</td><td>${cut.struckOff}</td></tr></tfoot></table>
`;
}

const openOf = ({ found, struckOff, withdrawn }: PreviousIssue): number => found - struckOff - withdrawn;

/** The status of the issue before, and how this page can be checked. */
function foot({ campaignCode, month, previous, windowTo, cutAt, no }: CutEdition): Html {
  const of = { campaignCode, month };
  const before = previous
    ? markup`<h2 id="previous">三、第${previous.no}期公开隐患的整改情况</h2>
<p>第${previous.no}期（${monthWords(previous.month).zh}）新公开${previous.found}项，截至${dayWords(windowTo).zh}，已办结销号${previous.struckOff}项${previous.withdrawn > 0 ? `，撤销登记${previous.withdrawn}项` : ''}，其余${openOf(previous)}项正在办理。</p>
<p class="en" lang="en">Of the ${previous.found} hazards disclosed in No. ${previous.no}, ${previous.struckOff} were struck off by ${dayWords(windowTo).en}${previous.withdrawn > 0 ? `, ${previous.withdrawn} withdrawn` : ''}; ${openOf(previous)} were still open.</p>
`
    : null;
  return markup`${before}<footer><p>本期第${no}期于${localText(cutAt)}（北京时间）定稿，不再更改。标“往月补列”的，是所属月份公开之后才登记或者才获知的隐患。</p>
<p class="en" lang="en">Final as of ${localText(cutAt)} Asia/Shanghai. 往月补列: became known after its own month had been published. 经批准延期至: the deadline was extended, as approved, until.</p>
<p><a href="${editionPath(of, 'edition.json')}">数据 JSON</a>&emsp;<a href="${editionPath(of, 'manifest.json')}">校验清单 SHA-256</a>&emsp;<a href="${publicPages.editions.path}">各期公开</a></p></footer>
`;
}
