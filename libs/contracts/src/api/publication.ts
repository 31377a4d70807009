import { z } from 'zod';
import { HazardNo, Instant, LocalDate, Month } from '../ids.ts';
import { MonthCut } from '../events/publication.ts';
import { pageOf, pageQuery } from './paging.ts';

const Text = (max: number) => z.string().trim().min(1).max(max);
const CampaignCode = z.string().regex(/^[A-Z0-9]{2,12}$/);

/** Asks for the edition of a month that has ended. */
export const RequestEdition = z.strictObject({ campaignCode: CampaignCode, month: Month });
export type RequestEdition = z.infer<typeof RequestEdition>;

export const EditionParams = z.strictObject({ campaign: CampaignCode, month: Month });
export type EditionParams = z.infer<typeof EditionParams>;

/** A frozen file with where it is read without a token. */
export const PublishedFile = z.strictObject({
  name: z.string(),
  path: z.string(),
  bytes: z.int().min(0),
  /** Hexadecimal. */
  sha256: z.string(),
});
export type PublishedFile = z.infer<typeof PublishedFile>;

export const EditionReply = z.strictObject({
  campaignCode: z.string(),
  month: Month,
  state: z.enum(['requested', 'published']),
  /** 第N期; null until the month's cut has been made. */
  no: z.int().min(1).nullable(),
  /** Days whose facts it holds; the first edition of a campaign begins with the campaign. */
  window: z.strictObject({ from: LocalDate, to: LocalDate }),
  requestedAt: Instant,
  publishedAt: Instant.nullable(),
  cut: MonthCut.nullable(),
  files: z.array(PublishedFile),
});
export type EditionReply = z.infer<typeof EditionReply>;

export const ListEditions = z.strictObject({ ...pageQuery, campaignCode: CampaignCode.optional() });
export type ListEditions = z.infer<typeof ListEditions>;
export const EditionPage = pageOf(EditionReply);

/** What can be published by itself, ahead of the month's edition: 挂牌督办, 销号, 行政处罚. */
export const PublicationKind = z.enum(['listing', 'strikeOff', 'penalty']);
export type PublicationKind = z.infer<typeof PublicationKind>;

export const PublishDecision = z.strictObject({
  kind: PublicationKind,
  hazardNo: HazardNo,
  /** Day of the decision, Asia/Shanghai; of a strike-off the day of its sign-off. */
  decidedOn: LocalDate,
  /** Number of the document with the decision. */
  documentNo: Text(100).optional(),
  text: Text(4000).optional(),
  /** Where else it is published: a listing and its strike-off appear in the same medium. */
  medium: Text(200),
});
export type PublishDecision = z.infer<typeof PublishDecision>;

export const PublicationReply = z.strictObject({
  id: z.uuid(),
  kind: PublicationKind,
  hazardNo: HazardNo,
  decidedOn: LocalDate,
  documentNo: z.string().nullable(),
  medium: z.string(),
  publishedAt: Instant,
  /** Until when it had to be published; null for what was struck off before its ledger was brought. */
  due: Instant.nullable(),
  late: z.boolean(),
  file: PublishedFile,
});
export type PublicationReply = z.infer<typeof PublicationReply>;

export const ListPublications = z.strictObject({
  ...pageQuery,
  hazardNo: HazardNo.optional(),
  kind: PublicationKind.optional(),
});
export type ListPublications = z.infer<typeof ListPublications>;
export const PublicationPage = pageOf(PublicationReply);
