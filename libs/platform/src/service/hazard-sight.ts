import type { Type } from '@nestjs/common';
import type { ModuleRef } from '@nestjs/core';
import type { Caller } from '../auth/index.ts';
import { HazardSight } from '../commands/index.ts';

/** Where a service has no rows to hold a scope against: who may see everything sees it. */
class UnlimitedOnly extends HazardSight {
  override sees(caller: Caller): Promise<boolean> {
    return Promise.resolve(caller.scope.all);
  }
}

/** The application's own sight, found when it is first asked: its module is made after this one. */
class SightOf extends HazardSight {
  constructor(
    private readonly sight: Type<HazardSight>,
    private readonly modules: ModuleRef,
  ) {
    super();
  }

  override sees(caller: Caller, hazardNo: string): Promise<boolean> {
    return this.modules.get(this.sight, { strict: false }).sees(caller, hazardNo);
  }
}

export function sightOf(sight: Type<HazardSight> | undefined, modules: ModuleRef): HazardSight {
  return sight ? new SightOf(sight, modules) : new UnlimitedOnly();
}
