import { Controller, Get, Param, Query } from '@nestjs/common';
import { AsOf, StandardParams } from '@bihuan/contracts';
import type { z } from 'zod';
import { ListReference } from '../domain/list-reference.ts';

type Day = z.infer<typeof AsOf>;

/** Reference data for everyone signed in. */
@Controller()
export class ReferenceController {
  constructor(private readonly list: ListReference) {}

  @Get('campaigns')
  async campaigns(@Query({ schema: AsOf }) { asOf }: Day) {
    return { items: await this.list.bodies('campaign', asOf) };
  }

  @Get('places')
  async places(@Query({ schema: AsOf }) { asOf }: Day) {
    return { items: await this.list.bodies('place', asOf) };
  }

  @Get('organisations')
  async organisations(@Query({ schema: AsOf }) { asOf }: Day) {
    return { items: await this.list.bodies('organisation', asOf) };
  }

  @Get('offices')
  async offices(@Query({ schema: AsOf }) { asOf }: Day) {
    return { items: await this.list.bodies('office', asOf) };
  }

  @Get('leading-groups')
  async leadingGroups(@Query({ schema: AsOf }) { asOf }: Day) {
    return { items: await this.list.bodies('leadingGroup', asOf) };
  }

  @Get('fields')
  async fields(@Query({ schema: AsOf }) { asOf }: Day) {
    return { items: await this.list.bodies('field', asOf) };
  }

  @Get('standards')
  async standards(@Query({ schema: AsOf }) { asOf }: Day) {
    const items = await this.list.items('standard', asOf);
    return {
      items: items.map(({ body, effectiveFrom, effectiveTo }) => ({ ...body, effectiveFrom, effectiveTo })),
    };
  }

  @Get('standards/:code/clauses')
  async clauses(
    @Param({ schema: StandardParams }) { code }: z.infer<typeof StandardParams>,
    @Query({ schema: AsOf }) { asOf }: Day,
  ) {
    return { items: await this.list.clausesOf(code, asOf) };
  }
}
