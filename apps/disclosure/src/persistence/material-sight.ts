import { Injectable } from '@nestjs/common';
import { Caller, scopeWhere } from '@bihuan/platform/auth';
import { HazardSight } from '@bihuan/platform/commands';
import { DataSource } from 'typeorm';
import { EditionMaterial } from './edition-material.entity.ts';

const scopeColumns = {
  city: 'material.city_code',
  county: 'material.place_code',
  field: 'material.field_code',
  unit: 'material.credit_code',
  orgs: 'material.orgs',
};

/** Who may read what disclosure did about a hazard. */
@Injectable()
export class MaterialSight extends HazardSight {
  constructor(private readonly dataSource: DataSource) {
    super();
  }

  override sees(caller: Caller, hazardNo: string): Promise<boolean> {
    const { sql, params } = scopeWhere(caller.scope, scopeColumns);
    return this.dataSource.manager
      .createQueryBuilder(EditionMaterial, 'material')
      .where('material.hazard_no = :hazardNo AND material.registered_at IS NOT NULL', { hazardNo })
      .andWhere(sql, params)
      .getExists();
  }
}
