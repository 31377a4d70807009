import type { InternalClaims } from '@bihuan/contracts';
import { DomainError } from '@bihuan/platform/errors';
import type { OutsideCaller, OutsideTokens } from './outside-tokens.ts';
import { Recent } from './recent.ts';

const remembered = 10_000;
/** An internal token lasts 60 s; it is handed out for half of that, so that no request sets out with one about to expire. */
const reuseMs = 30_000;

export interface AdmissionParts {
  readonly tokens: Pick<OutsideTokens, 'verify'>;
  /** Who a person is today; null without an office. Errors: `reference.notReady`. */
  readonly claimsOf: (person: string) => InternalClaims | null;
  readonly sign: (claims: InternalClaims) => Promise<string>;
}

/** Turns an outside token into the product's own. */
export class Admission {
  private readonly internal = new Recent<string>(remembered);
  private readonly parts: AdmissionParts;

  constructor(parts: AdmissionParts) {
    this.parts = parts;
  }

  /** Who carries the token. Errors: `auth.tokenMissing`, and those of `OutsideTokens.verify`. */
  async identify(authorization: string | undefined): Promise<OutsideCaller & { readonly token: string }> {
    const token = /^Bearer +([\w-]+\.[\w-]*\.[\w-]*)$/i.exec(authorization ?? '')?.[1];
    if (token !== undefined) return { ...(await this.parts.tokens.verify(token)), token };
    throw new DomainError(authorization === undefined ? 'auth.tokenMissing' : 'auth.tokenInvalid');
  }

  /** The internal token of an identified caller. Errors: `auth.noOffice`, `reference.notReady`. */
  async admit({ token, person, expiresAt }: OutsideCaller & { readonly token: string }): Promise<string> {
    const known = this.internal.get(token, Date.now());
    if (known !== undefined) return known;
    const claims = this.parts.claimsOf(person);
    if (claims === null) throw new DomainError('auth.noOffice');
    const signed = await this.parts.sign(claims);
    this.internal.keep(token, signed, Math.min(Date.now() + reuseMs, expiresAt));
    return signed;
  }
}
