import type { EvidenceType } from '@bihuan/contracts';
import { DomainError } from '@bihuan/platform/errors';

/** A kind of file that is taken as evidence. */
export interface EvidenceKind {
  readonly mediaType: EvidenceType;
  /** Endings of its name, without a dot; the first is the usual one. */
  readonly endings: readonly [string, ...string[]];
  readonly form: 'photo' | 'pdf' | 'office';
}

const OFFICE = 'application/vnd.openxmlformats-officedocument';

const kinds: readonly EvidenceKind[] = [
  { mediaType: 'image/jpeg', endings: ['jpg', 'jpeg'], form: 'photo' },
  { mediaType: 'image/png', endings: ['png'], form: 'photo' },
  { mediaType: 'image/webp', endings: ['webp'], form: 'photo' },
  { mediaType: 'application/pdf', endings: ['pdf'], form: 'pdf' },
  { mediaType: `${OFFICE}.wordprocessingml.document`, endings: ['docx'], form: 'office' },
  { mediaType: `${OFFICE}.spreadsheetml.sheet`, endings: ['xlsx'], form: 'office' },
];

/** The kind of a media type of evidence. */
export function kindOf(mediaType: string): EvidenceKind | undefined {
  return kinds.find((kind) => kind.mediaType === mediaType);
}

/**
 * The kind of a file whose content and name agree.
 *
 * @param content media type by content; null where it belongs to no known type
 * @throws evidence.typeMismatch where one of them says that it is of another kind than the other,
 *   evidence.typeNotAllowed where neither says that it is of any
 */
export function agreedKind(name: string, content: string | null): EvidenceKind {
  const ending = (/\.([^.]+)$/.exec(name)?.[1] ?? '').toLowerCase();
  const named = kinds.find(({ endings }) => endings.includes(ending));
  const found = content === null ? undefined : kindOf(content);
  if (!named && !found) throw new DomainError('evidence.typeNotAllowed');
  if (!found || found !== named)
    throw new DomainError('evidence.typeMismatch', { params: { name, content: content ?? '?' } });
  return found;
}
