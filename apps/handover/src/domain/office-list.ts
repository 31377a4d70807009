import { Injectable } from '@nestjs/common';
import type { EventData, Track } from '@bihuan/contracts';
import type { Work } from '@bihuan/platform/commands';
import { v7 as uuid } from 'uuid';
import { UnroutedTrack } from '../persistence/unrouted-track.entity.ts';
import type { HandedHazard } from './unanswered.ts';

/** The campaign office's list: tracks for which it must name an organisation. */
@Injectable()
export class OfficeList {
  /** A track that has stood there before stands there again. */
  async put(
    work: Work,
    hazard: HandedHazard,
    track: Track,
    why: EventData<'handover.unrouted'>['why'],
  ): Promise<void> {
    const { hazardNo, campaignCode, placeCode, cityCode, fieldCode } = hazard;
    const waiting = { whyZh: why.zh, whyEn: why.en, since: work.now, routedAt: null };
    const belongs = { placeCode, cityCode, fieldCode };
    await work.tx
      .createQueryBuilder()
      .insert()
      .into(UnroutedTrack)
      .values({ id: uuid(), hazardNo, campaignCode, track, ...waiting, ...belongs })
      .orUpdate(
        ['why_zh', 'why_en', 'since', 'routed_at', 'place_code', 'city_code', 'field_code'],
        ['hazard_no', 'track'],
      )
      .execute();
    work.emit({
      topic: 'handover',
      type: 'handover.unrouted',
      key: hazardNo,
      data: { hazardNo, track, why },
    });
    work.record({ action: 'handover.unrouted', subject: hazardNo, before: null, after: { track, why } });
  }

  /** The hazard was corrected; why no organisation was found, and since when, stays as it is. */
  async move(
    work: Work,
    { id }: UnroutedTrack,
    belongs: Pick<HandedHazard, 'placeCode' | 'cityCode' | 'fieldCode'>,
  ): Promise<void> {
    await work.tx.update(UnroutedTrack, { id }, belongs);
  }

  /** An organisation was named or found. */
  async take(work: Work, { id }: UnroutedTrack): Promise<void> {
    await work.tx.update(UnroutedTrack, { id }, { routedAt: work.now });
  }
}
