import { Injectable } from '@nestjs/common';
import type { Evidence as EvidenceReply, OfficeHeld } from '@bihuan/contracts';
import type { Work } from '@bihuan/platform/commands';
import { DomainError } from '@bihuan/platform/errors';
import { v7 as uuidV7 } from 'uuid';
import type { Evidence } from '../../persistence/evidence.entity.ts';
import { EvidenceRows } from '../../persistence/evidence.repository.ts';
import { checkRoom } from './evidence-limits.ts';
import { evidenceView } from './evidence-view.ts';
import type { PreparedEvidence } from './prepare-evidence.ts';

/** Writes the record of a photo or document whose content is stored. */
@Injectable()
export class AddEvidence {
  constructor(private readonly rows: EvidenceRows) {}

  /** @throws evidence.alreadyThere, hazard.stateConflict, evidence.tooMany, evidence.tooMuch */
  async execute(
    work: Work,
    office: OfficeHeld,
    hazardNo: string,
    { name, bytes, sha256, told, found }: PreparedEvidence,
  ): Promise<EvidenceReply> {
    const stock = await this.rows.lockedStock(work, hazardNo, sha256);
    if (stock.same !== null) throw new DomainError('evidence.alreadyThere', { params: { id: stock.same } });
    checkRoom(stock, bytes);
    const { mediaType, photo } = found;
    const piece = {
      id: uuidV7(),
      hazardNo,
      sha256,
      bytes,
      mediaType,
      name,
      purpose: told.purpose,
      note: told.note ?? null,
      takenAt: told.takenAt === undefined ? null : new Date(told.takenAt),
      cameraTakenAt: photo?.takenAt ?? null,
      latitude: photo?.latitude ?? null,
      longitude: photo?.longitude ?? null,
      orientation: photo?.orientation ?? null,
      width: photo?.width ?? null,
      height: photo?.height ?? null,
      addedAt: work.now,
      addedBy: work.actor.person,
      addedOrg: office.orgCode,
    };
    await this.rows.insert(work, piece);
    const view = evidenceView(piece);
    this.announce(work, piece);
    work.record({ action: 'evidence.added', subject: hazardNo, before: null, after: view });
    return view;
  }

  /** Other services refer to evidence by its id: they must know what the hazard has. */
  private announce(work: Work, { id, hazardNo, sha256 }: Pick<Evidence, 'id' | 'hazardNo' | 'sha256'>): void {
    work.emit({
      topic: 'registration',
      type: 'evidence.attached',
      key: hazardNo,
      data: { hazardNo, evidenceId: id, sha256, attachedAt: work.now.toISOString() },
    });
  }
}
