import type { Actor, InternalClaims, OfficeHeld, Role, Scope } from '@bihuan/contracts';
import type { Language } from '../errors/index.ts';

/** Who asks: a person or a department's system, with the offices held today. */
export class Caller {
  /** The person's code, or the client's. */
  readonly person: string;
  readonly name: string;
  /** At least one. */
  readonly offices: readonly OfficeHeld[];
  readonly scope: Scope;

  constructor(
    claims: InternalClaims,
    readonly language: Language,
    readonly requestId: string,
  ) {
    this.person = claims.sub;
    this.name = claims.name;
    this.offices = claims.offices;
    this.scope = claims.scope;
  }

  /** The caller as events and audit rows keep it, in the office it holds first. */
  actor(): Actor {
    const [office] = this.offices;
    if (!office) throw new RangeError('A caller holds at least one office');
    return { person: this.person, orgCode: office.orgCode, role: office.role };
  }

  /** The office held in that organisation, if any. */
  officeOf(orgCode: string): OfficeHeld | undefined {
    return this.offices.find((office) => office.orgCode === orgCode);
  }

  /** Whether one of the offices has one of the roles. */
  holds(...roles: readonly Role[]): boolean {
    return this.offices.some((office) => roles.includes(office.role));
  }

  /** Whether an office of the campaign office is held in one of the roles: its operators decide nothing of a hazard. */
  ofCampaignOffice(...roles: readonly Role[]): boolean {
    return this.offices.some(({ campaignOffice, role }) => campaignOffice && roles.includes(role));
  }
}
