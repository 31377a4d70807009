import { Injectable } from '@nestjs/common';
import type { EventData } from '@bihuan/contracts';
import type { Work } from '@bihuan/platform/commands';
import { DomainError } from '@bihuan/platform/errors';
import { HazardChange } from './hazard-change.entity.ts';

/** Corrections, withdrawals and ends of hazards; asked and changed while the hazard is locked. */
@Injectable()
export class HazardChanges {
  of(work: Work, hazardNo: string): Promise<HazardChange | null> {
    return work.tx.findOneBy(HazardChange, { hazardNo });
  }

  /** @throws DomainError `hazard.stateConflict` once the hazard is struck off or its withdrawal was approved */
  async refuseEnded(work: Work, hazardNo: string): Promise<void> {
    const change = await this.of(work, hazardNo);
    if (!change?.struckOffAt && !change?.withdrawnAt) return;
    const state = change.struckOffAt ? 'struckOff' : 'withdrawn';
    throw new DomainError('hazard.stateConflict', { params: { state } });
  }

  /** @returns false where a later correction has been heard of before */
  async correct(
    work: Work,
    { hazardNo, version, place, field }: EventData<'hazard.corrected'>,
  ): Promise<boolean> {
    const fresh = await work.tx.query<unknown[]>(
      `INSERT INTO hazard_change AS h (hazard_no, correction, place_code, city_code, field_code)
       VALUES ($1, $2, $3, $4, $5)
       ON CONFLICT (hazard_no) DO UPDATE
         SET correction = $2, place_code = $3, city_code = $4, field_code = $5 WHERE h.correction < $2
       RETURNING 1`,
      [hazardNo, version, place.code, place.cityCode, field.code],
    );
    return fresh.length > 0;
  }

  /** @returns false where feedback as early or earlier was known */
  async feedback(work: Work, hazardNo: string, at: string): Promise<boolean> {
    const earlier = await work.tx.query<unknown[]>(
      `INSERT INTO hazard_change AS h (hazard_no, correction, feedback_at) VALUES ($1, 0, $2)
       ON CONFLICT (hazard_no) DO UPDATE SET feedback_at = $2 WHERE coalesce(h.feedback_at > $2, true)
       RETURNING 1`,
      [hazardNo, at],
    );
    return earlier.length > 0;
  }

  async strikeOff(work: Work, hazardNo: string, struckOffAt: string): Promise<void> {
    await work.tx.query(
      `INSERT INTO hazard_change AS h (hazard_no, correction, struck_off_at) VALUES ($1, 0, $2)
       ON CONFLICT (hazard_no) DO UPDATE SET struck_off_at = $2`,
      [hazardNo, struckOffAt],
    );
  }

  async withdraw(work: Work, hazardNo: string, approvedAt: string): Promise<void> {
    await work.tx.query(
      `INSERT INTO hazard_change AS h (hazard_no, correction, withdrawn_at) VALUES ($1, 0, $2)
       ON CONFLICT (hazard_no) DO UPDATE SET withdrawn_at = coalesce(h.withdrawn_at, $2)`,
      [hazardNo, approvedAt],
    );
  }
}
