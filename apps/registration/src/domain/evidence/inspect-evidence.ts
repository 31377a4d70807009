import { Injectable } from '@nestjs/common';
import type { EvidenceType } from '@bihuan/contracts';
import { DomainError } from '@bihuan/platform/errors';
import {
  type CameraFacts,
  cameraFacts,
  carriesOther,
  contentTypeOf,
  DamagedFile,
  officeFacts,
  pdfFacts,
  pictureOf,
  thumbnailDifference,
  Turns,
} from '@bihuan/platform/files';
import { agreedKind, type EvidenceKind } from './evidence-kinds.ts';
import { checkPixels, checkSize, checkThumbnail } from './evidence-limits.ts';

/** What a file is found to be. */
export interface InspectedFile {
  readonly mediaType: EvidenceType;
  /** Of a photo, else null. */
  readonly photo: InspectedPhoto | null;
}

export interface InspectedPhoto extends Omit<CameraFacts, 'thumbnail'> {
  readonly width: number;
  readonly height: number;
  readonly orientation: number | null;
}

/** Looks into a file that is to be evidence. Nothing it says of itself is believed. */
@Injectable()
export class InspectEvidence {
  /** A large photo takes some hundred megabytes while it is decoded: one at a time. */
  readonly #turns = new Turns();

  /**
   * @throws evidence.empty, evidence.typeNotAllowed, evidence.typeMismatch, upload.tooLarge, evidence.damaged,
   *   evidence.tooManyPixels, evidence.thumbnailDiffers, evidence.carriesOther, evidence.activeContent
   */
  async execute(path: string, name: string, bytes: number): Promise<InspectedFile> {
    if (bytes === 0) throw new DomainError('evidence.empty');
    const kind = agreedKind(name, (await contentTypeOf(path))?.mime ?? null);
    checkSize(kind, bytes);
    try {
      return { mediaType: kind.mediaType, photo: await this.inspect(kind, path) };
    } catch (error) {
      throw error instanceof DamagedFile ? new DomainError('evidence.damaged') : error;
    }
  }

  private async inspect({ form }: EvidenceKind, path: string): Promise<InspectedPhoto | null> {
    if (form === 'photo') return this.#turns.take(() => inspectPhoto(path));
    await (form === 'pdf' ? inspectPdf(path) : inspectOffice(path));
    return null;
  }
}

async function inspectPhoto(path: string): Promise<InspectedPhoto> {
  const picture = await pictureOf(path);
  checkPixels(picture);
  const { thumbnail, ...camera } = await cameraFacts(picture.exif);
  checkThumbnail(await thumbnailDifference(path, picture, thumbnail));
  if (await carriesOther(path)) throw new DomainError('evidence.carriesOther');
  const { width, height, orientation } = picture;
  return { width, height, orientation, ...camera };
}

async function inspectPdf(path: string): Promise<void> {
  const { whole, active } = await pdfFacts(path);
  if (!whole) throw new DomainError('evidence.damaged');
  if (active) throw new DomainError('evidence.activeContent');
}

async function inspectOffice(path: string): Promise<void> {
  const { macros } = await officeFacts(path);
  if (macros) throw new DomainError('evidence.typeNotAllowed');
}
