import type {
  Campaign,
  Clause,
  ErrorCode,
  FieldOfSupervision,
  LeadingGroup,
  Office,
  Organisation,
  Place,
  Policy,
  ReferenceBody,
  ReferenceItem,
  ReferenceKind,
  Standard,
} from '@bihuan/contracts';
import { policyOn, toLocalDate, WorkingCalendar } from '@bihuan/process-core';
import { Injectable } from '@nestjs/common';
import { DomainError } from '../errors/index.ts';
import { ItemIndex } from './item-index.ts';

/**
 * Reference data as of a day (`YYYY-MM-DD`, Asia/Shanghai), answered from memory.
 * Every look-up throws DomainError `reference.notReady` until the copies are complete. `pointer` names the
 * field of a request that holds the code.
 */
@Injectable()
export class ReferenceBook {
  #items = new ItemIndex([]);
  #calendar = new WorkingCalendar([]);
  #ready = false;

  /** Takes the place of what was known. Complete once the manifest's number of items is reached, and ever after. */
  replace(items: readonly ReferenceItem[]): void {
    this.#items = new ItemIndex(items);
    this.#calendar = new WorkingCalendar(this.#items.latest('calendarYear'));
    const [manifest] = this.#items.latest('manifest');
    this.#ready ||= manifest !== undefined && this.#items.size - 1 >= manifest.items;
  }

  ready(): boolean {
    return this.#ready;
  }

  place(code: string, day: string): Place | undefined {
    return this.known().find('place', code, day);
  }

  places(day: string): Place[] {
    return this.known().all('place', day);
  }

  organisation(code: string, day: string): Organisation | undefined {
    return this.known().find('organisation', code, day);
  }

  organisations(day: string): Organisation[] {
    return this.known().all('organisation', day);
  }

  office(code: string, day: string): Office | undefined {
    return this.known().find('office', code, day);
  }

  offices(day: string): Office[] {
    return this.known().all('office', day);
  }

  /** Offices that a person holds on the day. */
  officesOf(person: string, day: string): Office[] {
    return this.offices(day).filter((office) => office.person === person);
  }

  field(code: string, day: string): FieldOfSupervision | undefined {
    return this.known().find('field', code, day);
  }

  fields(day: string): FieldOfSupervision[] {
    return this.known().all('field', day);
  }

  leadingGroups(day: string): LeadingGroup[] {
    return this.known().all('leadingGroup', day);
  }

  campaign(code: string, day: string): Campaign | undefined {
    return this.known().find('campaign', code, day);
  }

  campaigns(day: string): Campaign[] {
    return this.known().all('campaign', day);
  }

  standard(code: string, day: string): Standard | undefined {
    return this.known().find('standard', code, day);
  }

  /** The latest form of every standard, in force or not. */
  standards(): Standard[] {
    return this.known().latest('standard');
  }

  clause(standardCode: string, clauseNo: string, day: string): Clause | undefined {
    return this.known().findClause(standardCode, clauseNo, day);
  }

  clauses(day: string): Clause[] {
    return this.known().all('clause', day);
  }

  /** The campaign's policy in force on the day. */
  policyOn(campaignCode: string, day: string): Policy | undefined {
    const campaign = this.campaign(campaignCode, day);
    return campaign && policyOn(campaign.policies, day);
  }

  calendar(): WorkingCalendar {
    this.known();
    return this.#calendar;
  }

  /** @throws DomainError `place.unknown` */
  requirePlace(code: string, day: string, pointer?: string): Place {
    return this.require('place', 'place.unknown', code, day, pointer);
  }

  /** @throws DomainError `organisation.unknown` */
  requireOrganisation(code: string, day: string, pointer?: string): Organisation {
    return this.require('organisation', 'organisation.unknown', code, day, pointer);
  }

  /** @throws DomainError `fieldOfSupervision.unknown` */
  requireField(code: string, day: string, pointer?: string): FieldOfSupervision {
    return this.require('field', 'fieldOfSupervision.unknown', code, day, pointer);
  }

  /** @throws DomainError `campaign.unknown` */
  requireCampaign(code: string, day: string, pointer?: string): Campaign {
    return this.require('campaign', 'campaign.unknown', code, day, pointer);
  }

  /** @throws DomainError `campaign.unknown` where the campaign has no policy on that day */
  requirePolicy(campaignCode: string, day: string, pointer?: string): Policy {
    const policy = policyOn(this.requireCampaign(campaignCode, day, pointer).policies, day);
    if (!policy) throw refusal('campaign.unknown', { code: campaignCode }, pointer);
    return policy;
  }

  /**
   * The policy that a clock was started by, in force or not.
   *
   * @throws DomainError `campaign.unknown`; `policy.versionUnknown` where the campaign has no such policy
   */
  requirePolicyVersion(campaignCode: string, version: number, at: Date): Policy {
    const campaign = this.requireCampaign(campaignCode, toLocalDate(at));
    const policy = campaign.policies.find((candidate) => candidate.version === version);
    if (!policy) throw new DomainError('policy.versionUnknown', { params: { code: campaignCode, version } });
    return policy;
  }

  /** @throws DomainError `standard.unknown`; `standard.notInForce` where it is known, but not on that day */
  requireStandard(code: string, day: string, pointer?: string): Standard {
    const notThen = this.known().knows('standard', code);
    return this.require('standard', notThen ? 'standard.notInForce' : 'standard.unknown', code, day, pointer);
  }

  /** @throws DomainError `clause.unknown` */
  requireClause(standardCode: string, clauseNo: string, day: string, pointer?: string): Clause {
    const clause = this.clause(standardCode, clauseNo, day);
    if (!clause) throw refusal('clause.unknown', { standard: standardCode, clause: clauseNo }, pointer);
    return clause;
  }

  private require<K extends ReferenceKind>(
    kind: K,
    refused: ErrorCode,
    code: string,
    day: string,
    pointer: string | undefined,
  ): ReferenceBody<K> {
    const found = this.known().find(kind, code, day);
    if (found === undefined) throw refusal(refused, { code, date: day }, pointer);
    return found;
  }

  private known(): ItemIndex {
    if (!this.#ready) throw new DomainError('reference.notReady');
    return this.#items;
  }
}

function refusal(code: ErrorCode, params: Record<string, string>, pointer: string | undefined): DomainError {
  return new DomainError(code, pointer === undefined ? { params } : { params, pointer });
}
