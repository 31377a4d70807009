import * as campaigns from '../campaigns.ts';
import type { RouteSpec } from '../route.ts';

const ofCampaign = { service: 'campaign', tag: 'campaign' } as const;
const list = { method: 'GET', status: 200, codes: [], ...ofCampaign, query: campaigns.AsOf } as const;

const policyCodes = [
  'policy.incomplete',
  'policy.factUnknown',
  'policy.ownerUnknown',
  'policy.rungsBackwards',
  'policy.rungsMixed',
] as const;

export const campaignsRoutes = {
  listCampaigns: {
    ...list,
    path: '/campaigns',
    summary: { zh: '专项行动', en: 'Campaigns' },
    reply: campaigns.CampaignList,
  },
  createCampaign: {
    method: 'POST',
    path: '/campaigns',
    ...ofCampaign,
    status: 201,
    summary: { zh: '设立专项行动', en: 'Create a campaign with its policy' },
    body: campaigns.CreateCampaign,
    reply: campaigns.CreateCampaign,
    codes: ['campaign.exists', ...policyCodes],
  },
  changePolicy: {
    method: 'PUT',
    path: '/campaigns/{code}/policy',
    ...ofCampaign,
    status: 200,
    summary: { zh: '更新期限规则（新版本）', en: 'Add the next version of the policy' },
    params: campaigns.CampaignParams,
    body: campaigns.ChangePolicy,
    reply: campaigns.CreateCampaign,
    codes: ['resource.notFound', 'concurrency.stale', ...policyCodes],
  },
  listPlaces: {
    ...list,
    path: '/places',
    summary: { zh: '行政区划', en: 'Places' },
    reply: campaigns.PlaceList,
  },
  listOrganisations: {
    ...list,
    path: '/organisations',
    summary: { zh: '单位', en: 'Organisations' },
    reply: campaigns.OrganisationList,
  },
  listOffices: {
    ...list,
    path: '/offices',
    summary: { zh: '任职', en: 'Offices held' },
    reply: campaigns.OfficeList,
  },
  listLeadingGroups: {
    ...list,
    path: '/leading-groups',
    summary: { zh: '领导组', en: 'Leading groups' },
    reply: campaigns.LeadingGroupList,
  },
  listFields: {
    ...list,
    path: '/fields',
    summary: { zh: '行业领域', en: 'Fields of supervision' },
    reply: campaigns.FieldList,
  },
  listStandards: {
    ...list,
    path: '/standards',
    summary: { zh: '判定标准', en: 'Determination standards' },
    reply: campaigns.StandardList,
  },
  listClauses: {
    ...list,
    path: '/standards/{code}/clauses',
    summary: { zh: '判定条款', en: 'Clauses of a standard' },
    params: campaigns.StandardParams,
    reply: campaigns.ClauseList,
    codes: ['resource.notFound'],
  },
  readCalendar: {
    method: 'GET',
    path: '/calendar/{year}',
    ...ofCampaign,
    status: 200,
    summary: { zh: '工作日历', en: 'Working calendar of a year' },
    params: campaigns.YearParams,
    reply: campaigns.CalendarReply,
    codes: ['resource.notFound'],
  },
  loadYear: {
    method: 'PUT',
    path: '/calendar/{year}',
    ...ofCampaign,
    status: 200,
    summary: { zh: '载入一年的工作日历', en: 'Store the working calendar of a year' },
    params: campaigns.YearParams,
    body: campaigns.LoadYear,
    reply: campaigns.CalendarReply,
    codes: ['calendar.dayBoth'],
  },
  changeDay: {
    method: 'PUT',
    path: '/calendar/days/{date}',
    ...ofCampaign,
    status: 200,
    summary: { zh: '调整一天', en: 'Change one day of the calendar' },
    params: campaigns.DayParams,
    body: campaigns.ChangeDay,
    reply: campaigns.CalendarReply,
    codes: ['calendar.dayUnknown'],
  },
} as const satisfies Record<string, RouteSpec>;
