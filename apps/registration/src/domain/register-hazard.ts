import { Injectable } from '@nestjs/common';
import type { RegisteredReply, RegisterHazard as RegisterHazardCommand } from '@bihuan/contracts';
import { Caller } from '@bihuan/platform/auth';
import type { TogetherCommand, Work } from '@bihuan/platform/commands';
import { DomainError } from '@bihuan/platform/errors';
import { ReferenceBook } from '@bihuan/platform/reference';
import { toLocalDate } from '@bihuan/process-core';
import { Hazards } from '../persistence/hazards.repository.ts';
import type { NewHazard } from '../persistence/new-hazard.ts';
import { type NumberCell, Serials } from '../persistence/serials.repository.ts';
import { citedClause } from './cited-clause.ts';
import { factOf } from './hazard-fact.ts';
import { rectificationDeadline } from './rectification-deadline.ts';
import { registeringOffice } from './registering-office.ts';
import { responsibleOf } from './responsible.ts';
import { sharingOrgs } from './sharing-orgs.ts';
import { countyOf, coveredField, openCampaign } from './where-and-when.ts';

/** Who registers what. */
export interface Registration {
  readonly caller: Caller;
  readonly command: RegisterHazardCommand;
}

/** A hazard that may be registered, but for its number. */
export interface PlannedHazard {
  readonly cell: NumberCell;
  readonly leadOrg: string;
  readonly row: Omit<NewHazard, 'hazardNo'>;
}

/**
 * 发现隐患: writes hazards into the ledger under new numbers. Nothing else is needed for the record to exist.
 * Registrations that come together are written together; each is decided alone.
 */
@Injectable()
export class RegisterHazard implements TogetherCommand<Registration, PlannedHazard, RegisteredReply> {
  constructor(
    private readonly reference: ReferenceBook,
    private readonly hazards: Hazards,
    private readonly serials: Serials,
  ) {}

  decide(work: Work, { caller, command }: Registration): PlannedHazard {
    const today = toLocalDate(work.now);
    const office = registeringOffice(caller.offices);
    if (command.foundOn > today) throw new DomainError('hazard.foundInFuture', { pointer: '/foundOn' });

    const campaign = openCampaign(this.reference, command.campaignCode, today);
    const place = countyOf(this.reference, command.place.code, command.foundOn);
    const city = this.reference.requirePlace(place.cityCode, command.foundOn, '/place/code');
    const field = coveredField(this.reference, campaign, command.fieldCode, command.foundOn);
    const coOrgs = sharingOrgs(this.reference, field, command.coOrgs, today);
    const { standard, clauseNo, clauseReason } = citedClause(this.reference, command);
    const responsible = responsibleOf(this.reference, command.responsible, today);
    const policy = this.reference.requirePolicy(campaign.code, today, '/campaignCode');
    const deadline = rectificationDeadline(command.deadline, work.now, policy, this.reference.calendar());

    const row = {
      campaignCode: campaign.code,
      kind: command.kind,
      massCasualties: command.massCasualties,
      foundBy: command.foundBy,
      foundOn: command.foundOn,
      responsible,
      responsibleName: responsible.name,
      creditCode: responsible.type === 'unit' ? responsible.creditCode : null,
      placeCode: place.code,
      placeName: place.nameZh,
      cityCode: city.code,
      cityName: city.nameZh,
      address: command.place.address,
      fieldCode: field.code,
      fieldName: field.nameZh,
      coOrgs,
      standardCode: standard.code,
      standardTitle: standard.titleZh,
      clauseNo,
      clauseReason,
      description: command.description,
      report: command.report,
      registeredAt: work.now,
      deadline,
      registeredBy: work.actor.person,
      registeredOrg: office.orgCode,
      history: null,
      importId: null,
    };
    const cell = {
      campaign: campaign.code,
      place: place.code,
      letters: field.letters,
      month: today.slice(0, 7),
    };
    return { cell, leadOrg: field.leadOrg, row };
  }

  /** @returns hazard numbers, when they were registered and until when they must be rectified. */
  async carryOut(
    plans: readonly { readonly work: Work; readonly plan: PlannedHazard }[],
  ): Promise<RegisteredReply[]> {
    const [first] = plans;
    if (!first) return [];
    const numbers = await this.serials.nextNumbers(
      first.work,
      plans.map(({ plan }) => plan.cell),
    );
    return plans.map(({ work, plan }, index) => this.register(work, plan, String(numbers[index])));
  }

  private register(work: Work, { leadOrg, row }: PlannedHazard, hazardNo: string): RegisteredReply {
    const hazard = { hazardNo, ...row };
    this.hazards.insert(work, hazard);
    work.emit(factOf(hazard, leadOrg));
    work.record({ action: 'hazard.registered', subject: hazardNo, before: null, after: hazard });
    const { registeredAt, deadline } = hazard;
    return { hazardNo, registeredAt: registeredAt.toISOString(), deadline: deadline.toISOString() };
  }
}
