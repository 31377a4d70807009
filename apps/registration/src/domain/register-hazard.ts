import { Injectable } from '@nestjs/common';
import type { RegisteredReply, RegisterHazard as RegisterHazardCommand } from '@bihuan/contracts';
import { Caller } from '@bihuan/platform/auth';
import type { Work } from '@bihuan/platform/commands';
import { DomainError } from '@bihuan/platform/errors';
import { ReferenceBook } from '@bihuan/platform/reference';
import { toLocalDate } from '@bihuan/process-core';
import { Hazards } from '../persistence/hazards.repository.ts';
import { Serials } from '../persistence/serials.repository.ts';
import { citedClause } from './cited-clause.ts';
import { factOf } from './hazard-fact.ts';
import { rectificationDeadline } from './rectification-deadline.ts';
import { registeringOffice } from './registering-office.ts';
import { responsibleOf } from './responsible.ts';
import { sharingOrgs } from './sharing-orgs.ts';
import { countyOf, coveredField, openCampaign } from './where-and-when.ts';

/** 发现隐患: writes the hazard into the ledger under a new number. Nothing else is needed for the record to exist. */
@Injectable()
export class RegisterHazard {
  constructor(
    private readonly reference: ReferenceBook,
    private readonly hazards: Hazards,
    private readonly serials: Serials,
  ) {}

  /** @returns the hazard number, when it was registered and until when it must be rectified. */
  async execute(work: Work, caller: Caller, command: RegisterHazardCommand): Promise<RegisteredReply> {
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

    const hazardNo = await this.serials.nextNumber(work, {
      campaign: campaign.code,
      place: place.code,
      letters: field.letters,
      month: today.slice(0, 7),
    });
    const hazard = {
      hazardNo,
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
    await this.hazards.insert(work, hazard);
    work.emit(factOf(hazard, field.leadOrg));
    work.record({ action: 'hazard.registered', subject: hazardNo, before: null, after: hazard });
    return { hazardNo, registeredAt: work.now.toISOString(), deadline: deadline.toISOString() };
  }
}
