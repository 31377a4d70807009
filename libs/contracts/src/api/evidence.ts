import { z } from 'zod';
import { Code, HazardNo, Instant } from '../ids.ts';
import { pageOf, pageQuery } from './paging.ts';

/** Which part of the loop a piece of evidence belongs to. */
export const EvidencePurpose = ['found', 'handling', 'rectification', 'acceptance'] as const;
export type EvidencePurpose = (typeof EvidencePurpose)[number];

/** Media types of evidence; what is served is never called anything else. */
export const evidenceTypes = [
  'image/jpeg',
  'image/png',
  'image/webp',
  'application/pdf',
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
] as const;
export type EvidenceType = (typeof evidenceTypes)[number];

/** Fields of the form, ahead of its `file`. */
export const AddEvidence = z.strictObject({
  note: z.string().trim().min(1).max(500).optional(),
  purpose: z.enum(EvidencePurpose).default('found'),
  /** When it was taken, as told by whoever adds it. */
  takenAt: Instant.optional(),
});
export type AddEvidence = z.infer<typeof AddEvidence>;

/** A photo or document of a hazard. What `camera` says was written by the camera, or by anybody: nothing is decided by it. */
export const Evidence = z.strictObject({
  id: z.uuid(),
  hazardNo: HazardNo,
  purpose: z.enum(EvidencePurpose),
  note: z.string().nullable(),
  /** As the sender called it, without folders. */
  name: z.string(),
  mediaType: z.enum(evidenceTypes),
  bytes: z.int(),
  /** Of the content, hexadecimal. */
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
  takenAt: Instant.nullable(),
  /** Size of a photo in pixels as it is stored. */
  width: z.int().nullable(),
  height: z.int().nullable(),
  camera: z.strictObject({
    takenAt: Instant.nullable(),
    /** Degrees (WGS 84), north and east positive. */
    latitude: z.number().nullable(),
    longitude: z.number().nullable(),
    /** EXIF orientation, 1 to 8. */
    orientation: z.int().nullable(),
  }),
  addedAt: Instant,
  addedBy: z.strictObject({ orgCode: Code, person: z.string() }),
});
export type Evidence = z.infer<typeof Evidence>;

export const ListEvidence = z.strictObject({
  ...pageQuery,
  purpose: z.enum(EvidencePurpose).optional(),
});
export type ListEvidence = z.infer<typeof ListEvidence>;

export const EvidencePage = pageOf(Evidence);

export const EvidenceParams = z.strictObject({ no: HazardNo, id: z.uuid() });
