import { Controller, Get, Param, Query } from '@nestjs/common';
import {
  AsOf,
  type CampaignList,
  type ClauseList,
  type FieldList,
  type LeadingGroupList,
  type OfficeList,
  type OrganisationList,
  type PlaceList,
  type StandardList,
  StandardParams,
} from '@bihuan/contracts';
import { ListReference } from '../domain/list-reference.ts';

/** Reference data for everyone signed in. */
@Controller()
export class ReferenceController {
  constructor(private readonly list: ListReference) {}

  @Get('campaigns')
  async campaigns(@Query({ schema: AsOf }) { asOf }: AsOf): Promise<CampaignList> {
    return { items: await this.list.bodies('campaign', asOf) };
  }

  @Get('places')
  async places(@Query({ schema: AsOf }) { asOf }: AsOf): Promise<PlaceList> {
    return { items: await this.list.bodies('place', asOf) };
  }

  @Get('organisations')
  async organisations(@Query({ schema: AsOf }) { asOf }: AsOf): Promise<OrganisationList> {
    return { items: await this.list.bodies('organisation', asOf) };
  }

  @Get('offices')
  async offices(@Query({ schema: AsOf }) { asOf }: AsOf): Promise<OfficeList> {
    const offices = await this.list.bodies('office', asOf);
    return { items: offices.map(({ email, ...office }) => office) };
  }

  @Get('leading-groups')
  async leadingGroups(@Query({ schema: AsOf }) { asOf }: AsOf): Promise<LeadingGroupList> {
    return { items: await this.list.bodies('leadingGroup', asOf) };
  }

  @Get('fields')
  async fields(@Query({ schema: AsOf }) { asOf }: AsOf): Promise<FieldList> {
    return { items: await this.list.bodies('field', asOf) };
  }

  @Get('standards')
  async standards(@Query({ schema: AsOf }) { asOf }: AsOf): Promise<StandardList> {
    const items = await this.list.items('standard', asOf);
    return {
      items: items.map(({ body, effectiveFrom, effectiveTo }) => ({ ...body, effectiveFrom, effectiveTo })),
    };
  }

  @Get('standards/:code/clauses')
  async clauses(
    @Param({ schema: StandardParams }) { code }: StandardParams,
    @Query({ schema: AsOf }) { asOf }: AsOf,
  ): Promise<ClauseList> {
    return { items: await this.list.clausesOf(code, asOf) };
  }
}
