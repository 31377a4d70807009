import type { OfficeHeld, Role } from '@bihuan/contracts';
import type { Caller } from '@bihuan/platform/auth';

/** Whose messages a caller reads: those to the offices held, and those that name the person. */
export interface Audience {
  readonly person: string;
  /** Side by side with `roles`: one pair an office. */
  readonly orgCodes: readonly string[];
  readonly roles: readonly Role[];
}

/** A department's own system reads what its handlers read. */
export function audienceOf({ person, offices }: Pick<Caller, 'person' | 'offices'>): Audience {
  return {
    person,
    orgCodes: offices.map(({ orgCode }) => orgCode),
    roles: offices.map(readingRole),
  };
}

function readingRole({ role }: OfficeHeld): Role {
  return role === 'system' ? 'handler' : role;
}
