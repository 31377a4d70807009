import type { Evidence as EvidenceReply } from '@bihuan/contracts';
import type { Evidence } from '../../persistence/evidence.entity.ts';

/** A piece of evidence as it is shown. */
export function evidenceView(piece: Evidence): EvidenceReply {
  return {
    id: piece.id,
    hazardNo: piece.hazardNo,
    purpose: piece.purpose,
    note: piece.note,
    name: piece.name,
    mediaType: piece.mediaType,
    bytes: piece.bytes,
    sha256: piece.sha256,
    takenAt: piece.takenAt?.toISOString() ?? null,
    width: piece.width,
    height: piece.height,
    camera: {
      takenAt: piece.cameraTakenAt?.toISOString() ?? null,
      latitude: piece.latitude,
      longitude: piece.longitude,
      orientation: piece.orientation,
    },
    addedAt: piece.addedAt.toISOString(),
    addedBy: { orgCode: piece.addedOrg, person: piece.addedBy },
  };
}
