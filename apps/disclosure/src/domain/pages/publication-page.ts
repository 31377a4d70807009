import type { PublicationKind } from '@bihuan/contracts';
import { publicPages } from '@bihuan/contracts';
import { type Bilingual, localText, toLocalDate } from '@bihuan/process-core';
import type { PublicFields } from '../public-fields.ts';
import { dayWords, sentence } from '../words.ts';
import { markup } from './markup.ts';
import { page } from './layout.ts';

export const publicationWords: Readonly<Record<PublicationKind, Bilingual>> = {
  listing: { zh: '挂牌督办公告', en: 'Listed supervision' },
  strikeOff: { zh: '办结销号公告', en: 'Strike-off' },
  penalty: { zh: '行政处罚公告', en: 'Administrative penalty' },
};

const decisionWords: Readonly<Record<PublicationKind, string>> = {
  listing: '决定挂牌督办',
  strikeOff: '办结销号',
  penalty: '作出处罚决定',
};

/** What the page of a publication is made of. */
export interface PublishedDecision {
  readonly kind: PublicationKind;
  readonly hazardNo: string;
  readonly decidedOn: string;
  readonly documentNo: string | null;
  readonly text: string | null;
  readonly medium: string;
  readonly publishedAt: Date;
  readonly due: Date | null;
  readonly late: boolean;
  readonly officeName: string;
  readonly told: PublicFields;
}

/** The page of something published by itself. A late one says so. */
export function publicationPage(decision: PublishedDecision): string {
  const { kind, hazardNo, decidedOn, documentNo, text, medium, publishedAt, due, late, told } = decision;
  const { zh, en } = publicationWords[kind];
  const place = told.placeName.startsWith(told.cityName) ? told.placeName : told.cityName + told.placeName;
  return page(
    `${zh} ${hazardNo}`,
    markup`<header class="mast">
        <p class="office">${decision.officeName}</p>
        <h1>${zh}</h1>
        <p class="en" lang="en">${en}, major accident hazard ${hazardNo}</p>
      </header>
      <div class="sum">
        <p><b>${told.unitName}</b>（${place}${told.address}，${told.fieldName}）：${sentence(told.description)}</p>
        <p>
          ${dayWords(decidedOn).zh}${decisionWords[kind]}，${dayWords(toLocalDate(publishedAt)).zh}公布。${late ? markup`<span class="late">逾期公布</span>` : null}
        </p>
      </div>
      ${text === null ? null : markup`<p>${text}</p>`}
      <dl>
        <dt>隐患编号</dt>
        <dd>${hazardNo}</dd>
        ${
          documentNo === null
            ? null
            : markup`<dt>文号</dt>
                <dd>${documentNo}</dd>`
        }
        <dt>公布媒体</dt>
        <dd>${medium}</dd>
        <dt>公布时间</dt>
        <dd>${localText(publishedAt)}（北京时间）</dd>
        ${
          due === null
            ? null
            : markup`<dt>应公布时间</dt>
                <dd>${localText(due)} 前${late ? '；本件逾期' : ''}</dd>`
        }
      </dl>
      <footer>
        <p>
          <a href="${publicPages.publications.path}">单独公布的事项</a>&emsp;<a
            href="${publicPages.editions.path}"
            >各期公开</a
          >
        </p>
      </footer> `,
  );
}
