import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { ClockKind, PublishDecision as PublishDecisionCommand } from '@bihuan/contracts';
import { Caller } from '@bihuan/platform/auth';
import { ClockBook } from '@bihuan/platform/clocks';
import type { Work } from '@bihuan/platform/commands';
import { DomainError } from '@bihuan/platform/errors';
import { ReferenceBook } from '@bihuan/platform/reference';
import { atTimeOfDay, stateOf, toLocalDate, toLocalMonth } from '@bihuan/process-core';
import { v7 as uuid } from 'uuid';
import { EditionMaterials } from '../persistence/edition-materials.repository.ts';
import type { PublicationRow } from '../persistence/publication.entity.ts';
import { Publications } from '../persistence/publications.repository.ts';
import { campaignOffice, requirePublisher } from './campaign-office.ts';
import { awaitsStrikeOff, type MaterialFacts, materialOf } from './material.ts';
import { publicationPage } from './pages/publication-page.ts';
import { pagePolicy } from './pages/style.ts';
import type { PublicFields } from './public-fields.ts';
import { StrikeOffClocks } from './strike-off-clocks.ts';

/** A hazard that may be published. */
interface Publishable {
  readonly facts: MaterialFacts;
  readonly campaignCode: string;
  readonly told: PublicFields;
}

interface Timing {
  readonly due: Date | null;
  readonly late: boolean;
}

const clockOf = { listing: 'publishListing', penalty: 'penaltyPublication' } as const satisfies Record<
  string,
  ClockKind
>;

/** A decision of a day counts from then on; the hour at which it was taken is not known. */
const DECIDED_AT = '09:00';

/** 单独公布: a listing, a strike-off or a penalty, within its clock; a late one says so. */
@Injectable()
export class PublishDecision {
  constructor(
    private readonly materials: EditionMaterials,
    private readonly publications: Publications,
    private readonly strikeOffs: StrikeOffClocks,
    private readonly clocks: ClockBook,
    private readonly reference: ReferenceBook,
  ) {}

  /** @throws auth.notAllowed, hazard.notFound, hazard.stateConflict, field.invalid, publication.exists */
  async execute(work: Work, caller: Caller, command: PublishDecisionCommand): Promise<PublicationRow> {
    requirePublisher(caller);
    const hazard = await this.publishable(work, command.hazardNo);
    checkDay(command, hazard, work.now);
    const id = uuid();
    const timing =
      command.kind === 'strikeOff'
        ? await this.meetStrikeOff(work, hazard)
        : await this.meetAtOnce(work, id, command.kind, command, hazard);
    const publication = this.write(work, id, command, hazard, timing);
    if (!(await this.publications.insert(work, publication)))
      throw new DomainError('publication.exists', { params: { hazardNo: command.hazardNo } });
    this.tell(work, publication);
    return publication;
  }

  private async publishable(work: Work, hazardNo: string): Promise<Publishable> {
    const facts = await this.materials.lock(work, hazardNo);
    const { grouping, publicFields } = materialOf(facts);
    if (!grouping || !publicFields) throw new DomainError('hazard.notFound', { params: { hazardNo } });
    return { facts, campaignCode: grouping.campaignCode, told: publicFields };
  }

  private async meetStrikeOff(work: Work, { facts, campaignCode }: Publishable): Promise<Timing> {
    const { hazardNo, registeredAt, struckOffAt } = facts.hazard;
    if (!awaitsStrikeOff(facts) || registeredAt === null || struckOffAt === null)
      return { due: null, late: false };
    const { due } = await this.strikeOffs.open(work, { hazardNo, campaignCode, registeredAt, struckOffAt });
    const { ended, late } = await this.strikeOffs.meet(work, hazardNo);
    return { due: new Date(due), late: ended && late };
  }

  /** The clock of a listing or a penalty begins with the decision, which disclosure hears of only now. */
  private async meetAtOnce(
    work: Work,
    id: string,
    kind: keyof typeof clockOf,
    { hazardNo, decidedOn }: PublishDecisionCommand,
    { campaignCode, facts }: Publishable,
  ): Promise<Timing> {
    const clock = { kind: clockOf[kind], subject: id };
    const { registeredAt } = facts.hazard;
    const startedOn = registeredAt === null ? null : toLocalDate(new Date(registeredAt));
    const { due } = await this.clocks.open(work, {
      ...clock,
      hazardNo,
      start: atTimeOfDay(decidedOn, DECIDED_AT),
      waitsFor: campaignOffice(this.reference, toLocalDate(work.now)),
      policy: this.reference.requirePolicy(campaignCode, startedOn ?? decidedOn, '/decidedOn'),
    });
    const { late } = await this.clocks.meet(work, clock);
    return { due: new Date(due), late };
  }

  private write(
    work: Work,
    id: string,
    command: PublishDecisionCommand,
    { told }: Publishable,
    { due, late }: Timing,
  ): PublicationRow {
    const { kind, hazardNo, decidedOn, medium } = command;
    const documentNo = command.documentNo ?? null;
    const text = command.text ?? null;
    const officeName = campaignOffice(this.reference, toLocalDate(work.now)).orgName;
    const decision = { kind, hazardNo, decidedOn, documentNo, medium, publishedAt: work.now, due, late };
    const page = publicationPage({ ...decision, text, officeName, told });
    return {
      id,
      ...decision,
      page,
      pageSha256: createHash('sha256').update(page).digest('hex'),
      pagePolicy,
      publishedBy: work.actor.person,
      publishedOrg: work.actor.orgCode,
    };
  }

  private tell(work: Work, publication: PublicationRow): void {
    const { id, kind, hazardNo, decidedOn, documentNo, medium, publishedAt, late, pageSha256 } = publication;
    work.emit({
      topic: 'disclosure',
      type: 'hazard.disclosed',
      key: hazardNo,
      data: {
        hazardNo,
        month: toLocalMonth(publishedAt),
        disclosedAt: publishedAt.toISOString(),
        strikeOffPublished: kind === 'strikeOff',
        by: 'publication',
      },
    });
    work.record({
      action: 'decision.published',
      subject: hazardNo,
      after: { id, kind, decidedOn, documentNo, medium, late, pageSha256 },
    });
  }
}

/**
 * A strike-off was decided on the day it was signed; anything else between registration and today.
 *
 * @throws hazard.stateConflict, field.invalid
 */
export function checkDay(
  { kind, decidedOn }: Pick<PublishDecisionCommand, 'kind' | 'decidedOn'>,
  { facts: { hazard } }: Pick<Publishable, 'facts'>,
  now: Date,
): void {
  const state = stateOf(hazard);
  const day = (instant: string | null) => instant && toLocalDate(new Date(instant));
  const refused = kind === 'strikeOff' ? state !== 'struckOff' : state === 'withdrawn';
  if (refused) throw new DomainError('hazard.stateConflict', { params: { state } });
  const fits =
    kind === 'strikeOff'
      ? decidedOn === day(hazard.struckOffAt)
      : decidedOn >= (day(hazard.registeredAt) ?? '') && decidedOn <= toLocalDate(now);
  if (!fits) throw new DomainError('field.invalid', { pointer: '/decidedOn' });
}
