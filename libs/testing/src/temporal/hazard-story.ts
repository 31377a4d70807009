import { randomUUID } from 'node:crypto';
import type {
  HandoverFact,
  LoopFact,
  LoopHazard,
  PastHandover,
  PastHandovers,
  Period,
  Track,
} from '@bihuan/contracts';
import { clockIdOf } from '@bihuan/contracts';
import { dueOf, WorkingCalendar } from '@bihuan/process-core';
import { ClockRows } from './clock-rows.ts';
import { factOf } from './facts.ts';

const calendar = new WorkingCalendar([]);
const organisations: Readonly<Record<Track, string>> = {
  territorial: '太原市人民政府',
  industry: '省住房和城乡建设厅',
};
const responsible = '太原市某燃气有限公司';

/**
 * One hazard as its owners hold it, in memory: what handover, supervision, disclosure and assessment would commit and
 * publish. Each step returns its facts; the test decides when, in which order and how often the loop hears them.
 */
export class HazardStory {
  readonly clocks = new ClockRows();
  readonly handovers = new Map<Track, HandoverFact>();
  dispatches = 0;
  #round = 1;

  constructor(
    readonly hazard: LoopHazard,
    private readonly rectifyDue: Date,
    private readonly acknowledgeWithin: Period,
  ) {}

  get hazardNo(): string {
    return this.hazard.hazardNo;
  }

  registered(now: Date): LoopFact[] {
    const { hazard } = this;
    return [
      factOf('hazard.registered', now, {
        hazardNo: hazard.hazardNo,
        campaignCode: hazard.campaignCode,
        kind: 'facility_failure',
        massCasualties: true,
        foundBy: 'inspection',
        foundOn: '2023-10-09',
        responsible: { type: 'body', name: responsible, orgCode: null },
        place: {
          code: hazard.placeCode,
          nameZh: hazard.placeName,
          cityCode: hazard.cityCode,
          cityNameZh: hazard.cityName,
          address: '示例路1号',
        },
        field: { code: hazard.fieldCode, nameZh: hazard.fieldName, leadOrg: 'org', coOrgs: [] },
        standardCode: 'GAS-2023',
        clauseNo: null,
        description: '示例',
        registeredAt: hazard.registeredAt,
        deadline: this.rectifyDue.toISOString(),
      }),
      this.#open('supervision', 'rectify', this.hazardNo, now, this.rectifyDue, responsible),
    ];
  }

  /** Both handovers, once; each under its clock. Those of the past were answered then, and no clock of theirs runs. */
  dispatch(now: Date, past: PastHandovers['handovers'] = []): LoopFact[] {
    this.dispatches += 1;
    if (this.handovers.size > 0) return [];
    return (['territorial', 'industry'] as const).flatMap((track) => {
      const then = past.find((handover) => handover.track === track);
      if (then) return [this.#pastHandover(then, now)];
      const handover = this.#newHandover(track, now);
      return [factOf('handover.dispatched', now, handover), this.#acknowledgeClock(handover, now)];
    });
  }

  acknowledge(track: Track, now: Date): LoopFact[] {
    const handover = this.#answer(track, 'acknowledged', now);
    return [
      factOf('handover.acknowledged', now, handover),
      this.#met('handover', 'acknowledge', handover, now),
    ];
  }

  /** Rectification has begun: supervision waits for the plan. */
  rectifying(now: Date): LoopFact[] {
    const { due } = dueOf(now, { workingDays: 3 }, calendar, '18:00');
    return [this.#open('supervision', 'plan', this.hazardNo, now, due, responsible)];
  }

  planFiled(now: Date): LoopFact[] {
    const { hazardNo } = this;
    return [
      factOf('plan.filed', now, { hazardNo, filedAt: now.toISOString() }),
      this.clocks.meet(this.clockId('supervision', 'plan'), now),
    ];
  }

  /** Completion has been reported and acceptance applied for. */
  applied(now: Date): LoopFact[] {
    const { hazardNo } = this;
    const { due } = dueOf(now, { days: 10 }, calendar, '18:00');
    return [
      factOf('acceptance.applied', now, { hazardNo, round: this.#round, appliedAt: now.toISOString() }),
      this.clocks.meet(this.clockId('supervision', 'rectify', this.#inRound(hazardNo)), now),
      this.#open('supervision', 'accept', this.#inRound(hazardNo), now, due, organisations.industry),
    ];
  }

  /** @param newDue of a failed verdict: rectification starts again under a new clock */
  verdict(passed: boolean, now: Date, newDue?: Date): LoopFact[] {
    const { hazardNo } = this;
    const newDeadline = newDue?.toISOString() ?? null;
    const decided = { hazardNo, round: this.#round, passed, decidedAt: now.toISOString(), newDeadline };
    const met = this.clocks.meet(this.clockId('supervision', 'accept', this.#inRound(hazardNo)), now);
    if (!newDue) {
      const { due } = dueOf(now, { workingDays: 5 }, calendar, '18:00');
      const opened = this.#open('supervision', 'strikeOff', hazardNo, now, due, '省安委会办公室');
      return [factOf('acceptance.decided', now, decided), met, opened];
    }
    this.#round += 1;
    const opened = this.#open('supervision', 'rectify', this.#inRound(hazardNo), now, newDue, responsible);
    return [factOf('acceptance.decided', now, decided), met, opened];
  }

  struckOff(now: Date): LoopFact[] {
    const { hazardNo } = this;
    return [
      factOf('hazard.struckOff', now, { hazardNo, struckOffAt: now.toISOString() }),
      this.clocks.meet(this.clockId('supervision', 'strikeOff'), now),
    ];
  }

  disclosed(now: Date): LoopFact[] {
    const { hazardNo } = this;
    const fact = { hazardNo, month: '2023-10', disclosedAt: now.toISOString(), strikeOffPublished: true };
    return [factOf('hazard.disclosed', now, fact)];
  }

  assessed(now: Date): LoopFact[] {
    const { hazardNo } = this;
    const fact = { hazardNo, month: '2023-10', assessedAt: now.toISOString(), strikeOffAssessed: true };
    return [factOf('hazard.assessed', now, fact)];
  }

  clockId(owner: 'handover' | 'supervision', kind: string, subject: string = this.hazardNo): string {
    return clockIdOf({ owner, kind, subject });
  }

  acknowledgeClockId(track: Track): string {
    return this.clockId('handover', 'acknowledge', this.#handover(track).handoverId);
  }

  #inRound(hazardNo: string): string {
    return this.#round === 1 ? hazardNo : `${hazardNo}.${String(this.#round)}`;
  }

  #pastHandover({ track, dispatchedAt, answeredAt }: PastHandover, now: Date): LoopFact {
    const handover = { ...this.#newHandover(track, new Date(dispatchedAt)), answeredAt };
    const status = answeredAt ? 'acknowledged' : 'dispatched';
    this.handovers.set(track, { ...handover, status });
    return factOf(`handover.${status}`, now, { ...handover, status });
  }

  #newHandover(track: Track, now: Date): HandoverFact {
    const handover: HandoverFact = {
      handoverId: randomUUID(),
      hazardNo: this.hazardNo,
      track,
      orgCode: 'org',
      orgName: organisations[track],
      status: 'dispatched',
      version: 1,
      dispatchedAt: now.toISOString(),
      answeredAt: null,
      late: false,
    };
    this.handovers.set(track, handover);
    return handover;
  }

  #acknowledgeClock({ handoverId, track }: HandoverFact, now: Date): LoopFact {
    const { due } = dueOf(now, this.acknowledgeWithin, calendar, '18:00');
    return this.#open('handover', 'acknowledge', handoverId, now, due, organisations[track]);
  }

  #answer(track: Track, status: HandoverFact['status'], now: Date): HandoverFact {
    const last = this.#handover(track);
    const handover = { ...last, status, version: last.version + 1, answeredAt: now.toISOString() };
    this.handovers.set(track, handover);
    return handover;
  }

  #handover(track: Track): HandoverFact {
    const handover = this.handovers.get(track);
    if (handover === undefined) throw new Error(`no ${track} handover has been dispatched`);
    return handover;
  }

  #open(
    owner: 'handover' | 'supervision',
    kind: LoopClockKind,
    subject: string,
    start: Date,
    due: Date,
    waitsFor: string,
  ): LoopFact {
    return this.clocks.open({ owner, kind, subject, hazardNo: this.hazardNo, start, due, waitsFor });
  }

  #met(owner: 'handover' | 'supervision', kind: string, { handoverId }: HandoverFact, now: Date): LoopFact {
    return this.clocks.meet(this.clockId(owner, kind, handoverId), now);
  }
}

type LoopClockKind = Parameters<ClockRows['open']>[0]['kind'];
