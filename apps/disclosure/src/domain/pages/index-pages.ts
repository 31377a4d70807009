import { editionPath, publicationPath, publicPages } from '@bihuan/contracts';
import { localText, toLocalDate } from '@bihuan/process-core';
import type { EditionRow } from '../../persistence/edition.entity.ts';
import type { PublicationTitle } from '../../persistence/publications.repository.ts';
import { dayWords, monthWords } from '../words.ts';
import { type Html, markup } from './markup.ts';
import { page } from './layout.ts';
import { publicationWords } from './publication-page.ts';

/** All published editions, newest month first. */
export function editionsIndex(editions: readonly EditionRow[]): string {
  const items = editions.map(editionItem);
  return page(
    '重大事故隐患信息公开',
    markup`<header class="mast">
        <h1>重大事故隐患信息公开</h1>
        <p class="en" lang="en">Disclosure of major accident hazards: monthly editions</p>
      </header>
      ${
        items.length === 0
          ? markup`<p>尚无已发布的信息公开。</p>
              <p class="en" lang="en">Nothing has been published yet.</p>`
          : markup`<ul class="list">
              ${items}
            </ul>`
      }
      <footer>
        <p>
          <a href="${publicPages.publications.path}">单独公布的事项</a>&emsp;<a
            href="${publicPages.editionsJson.path}"
            >数据 JSON</a
          >
        </p>
      </footer> `,
  );
}

function editionItem(edition: EditionRow): Html {
  const { campaignCode, month, no, cut, publishedAt, campaignNameZh } = edition;
  const path = editionPath({ campaignCode, month }, 'edition.html');
  return markup`<li>
    <b><a href="${path}">第${no}期&emsp;${monthWords(month).zh}</a></b>
    <span class="what">${campaignNameZh}</span>
    <span class="meta"
      >新公开${cut?.found ?? 0}项，办结销号${cut?.struckOff ?? 0}项${publishedAt ? `，${dayWords(toLocalDate(publishedAt)).zh}发布` : ''}</span
    >
  </li> `;
}

/** What was published by itself, newest first. @param older where the page after this one begins, if there is one */
export function publicationsIndex(publications: readonly PublicationTitle[], older?: string): string {
  const items = publications.map(
    (publication) =>
      markup`<li>
        <b
          ><a href="${publicationPath(publication.id)}"
            >${publicationWords[publication.kind].zh}&emsp;${publication.hazardNo}</a
          ></b
        >
        <span class="meta"
          >${localText(publication.publishedAt)}公布${publication.late ? '（逾期公布）' : ''}，${publication.medium}</span
        >
      </li> `,
  );
  return page(
    '单独公布的事项',
    markup`<header class="mast">
        <h1>单独公布的事项</h1>
        <p class="en" lang="en">Listings, strike-offs and penalties published by themselves</p>
      </header>
      ${
        items.length === 0
          ? markup`<p>尚无单独公布的事项。</p>
              <p class="en" lang="en">Nothing has been published yet.</p>`
          : markup`<ul class="list">
              ${items}
            </ul>`
      }
      <footer>
        ${
          older === undefined
            ? null
            : markup`<p><a rel="next" href="${publicPages.publications.path}?after=${older}">更早的事项</a></p>`
        }
        <p><a href="${publicPages.editions.path}">各期公开</a></p>
      </footer> `,
  );
}

/** Where nothing has been published. */
export const notFoundPage = page(
  '未找到',
  markup`<header class="mast">
      <h1>没有这一页</h1>
      <p class="en" lang="en">There is no such page: nothing has been published under this address.</p>
    </header>
    <p>这个地址下没有已发布的内容；当月的信息公开在次月发布。</p>
    <footer>
      <p>
        <a href="${publicPages.editions.path}">各期公开</a>&emsp;<a href="${publicPages.publications.path}"
          >单独公布的事项</a
        >
      </p>
    </footer> `,
);
