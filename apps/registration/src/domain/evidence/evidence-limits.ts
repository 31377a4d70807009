import type { HazardState } from '@bihuan/contracts';
import { DomainError } from '@bihuan/platform/errors';
import type { EvidenceKind } from './evidence-kinds.ts';

/** Largest file that is received at all. */
export const MOST_BYTES = 50_000_000;
const MOST_PHOTO_BYTES = 20_000_000;
const MOST_PIECES = 200;
const MOST_GIGABYTES = 2;
const MEGAPIXEL = 1_000_000;
const MOST_MEGAPIXELS = 100;

/**
 * Two pictures of the same thing, made smaller, brighter by a tenth or saved anew, lie below; two of different things
 * mostly lie above 25. Pictures that are alike in grey lie below too: this finds a swapped thumbnail, not a retouched one.
 */
const MOST_DIFFERENCE = 20;

/** @throws upload.tooLarge for a photo that is larger than photos may be */
export function checkSize({ form }: EvidenceKind, bytes: number): void {
  if (form === 'photo' && bytes > MOST_PHOTO_BYTES)
    throw new DomainError('upload.tooLarge', { params: { megabytes: MOST_PHOTO_BYTES / 1_000_000 } });
}

/** Before anything is decoded. @throws evidence.tooManyPixels */
export function checkPixels({ width, height }: { readonly width: number; readonly height: number }): void {
  if (width * height > MOST_MEGAPIXELS * MEGAPIXEL)
    throw new DomainError('evidence.tooManyPixels', { params: { megapixels: MOST_MEGAPIXELS } });
}

/**
 * @param difference mean absolute difference of grey values, 0 to 255; null where nothing can be compared
 * @throws evidence.thumbnailDiffers
 */
export function checkThumbnail(difference: number | null): void {
  if (difference !== null && difference > MOST_DIFFERENCE) throw new DomainError('evidence.thumbnailDiffers');
}

/** What a hazard has so far. */
interface Stock {
  readonly state: HazardState;
  readonly pieces: number;
  readonly bytes: number;
}

const closed: readonly HazardState[] = ['struckOff', 'withdrawn'];

/**
 * Whether a hazard can take one more piece.
 *
 * @throws hazard.stateConflict once it is struck off or withdrawn; evidence.tooMany, evidence.tooMuch
 */
export function checkRoom({ state, pieces, bytes }: Stock, more: number): void {
  if (closed.includes(state)) throw new DomainError('hazard.stateConflict', { params: { state } });
  if (pieces >= MOST_PIECES) throw new DomainError('evidence.tooMany', { params: { most: MOST_PIECES } });
  if (bytes + more > MOST_GIGABYTES * 1_000_000_000)
    throw new DomainError('evidence.tooMuch', { params: { gigabytes: MOST_GIGABYTES } });
}
