import * as publication from '../publication.ts';
import type { RouteSpec } from '../route.ts';

const ofDisclosure = { service: 'disclosure', tag: 'publication' } as const;

export const publicationRoutes = {
  requestEdition: {
    method: 'POST',
    path: '/editions',
    ...ofDisclosure,
    status: 202,
    summary: { zh: '要求编发一个月的信息公开', en: "Ask for a month's edition" },
    body: publication.RequestEdition,
    reply: publication.EditionReply,
    codes: ['campaign.unknown', 'month.outsideCampaign', 'month.notEnded', 'reference.notReady'],
  },
  listEditions: {
    method: 'GET',
    path: '/editions',
    ...ofDisclosure,
    status: 200,
    summary: { zh: '各期信息公开', en: 'Editions, published or asked for' },
    query: publication.ListEditions,
    reply: publication.EditionPage,
    codes: ['request.cursorInvalid'],
  },
  readEdition: {
    method: 'GET',
    path: '/editions/{campaign}/{month}',
    ...ofDisclosure,
    status: 200,
    summary: { zh: '一个月的信息公开', en: "A month's edition" },
    params: publication.EditionParams,
    reply: publication.EditionReply,
    codes: ['edition.notFound'],
  },
  publishDecision: {
    method: 'POST',
    path: '/publications',
    ...ofDisclosure,
    status: 201,
    summary: {
      zh: '单独公布挂牌督办、销号或行政处罚',
      en: 'Publish a listing, a strike-off or a penalty by itself',
    },
    body: publication.PublishDecision,
    reply: publication.PublicationReply,
    codes: ['hazard.notFound', 'hazard.stateConflict', 'publication.exists', 'reference.notReady'],
  },
  listPublications: {
    method: 'GET',
    path: '/publications',
    ...ofDisclosure,
    status: 200,
    summary: { zh: '单独公布的事项', en: 'What was published by itself' },
    query: publication.ListPublications,
    reply: publication.PublicationPage,
    codes: ['request.cursorInvalid'],
  },
} as const satisfies Record<string, RouteSpec>;
