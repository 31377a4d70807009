import type { AnyEvent, MonthCut } from '@bihuan/contracts';
import { serviceActor } from '@bihuan/platform/commands';
import { ReferenceBook } from '@bihuan/platform/reference';
import { monthsBetween, shiftMonth } from '@bihuan/process-core';
import { type HazardFact, publishFacts } from '@bihuan/testing/facts';
import { publishReference, smallProvince } from '@bihuan/testing/reference';
import { startTestService, type TestService, type TestServiceOptions } from '@bihuan/testing/service';
import { eventually } from '@bihuan/testing/temporal';
import { DataSource } from 'typeorm';
import { AppModule } from '../app.module.ts';
import { RunMonth } from '../domain/run-month.ts';
import { disclosedIn, type Edition, editionPublished } from './editions.ts';

export const october = { campaignCode: 'SX2023', month: '2023-10' };

/**
 * The service over real servers on Wednesday 8 November, with its reference data there.
 *
 * @param from the months before this one are assessed, over editions that list nothing
 */
export async function startAssessment(
  from?: string,
  options: Partial<TestServiceOptions> = {},
): Promise<AssessmentWorld> {
  const now = '2023-11-08T09:00:00+08:00';
  const service = await startTestService(AppModule, { service: 'assessment', now, ...options });
  await publishReference(service.topics, smallProvince());
  const book = service.app.get(ReferenceBook);
  await eventually(() => book.ready(), Boolean);
  const world = new AssessmentWorld(service);
  if (from !== undefined) await world.pass(monthsBetween('2023-05', shiftMonth(from, -1)));
  return world;
}

export class AssessmentWorld {
  readonly dataSource: DataSource;
  /** Messages that were to be taken in so far. */
  #heard = 0;

  constructor(readonly service: TestService) {
    this.dataSource = service.app.get(DataSource);
  }

  /** Publishes facts and waits until they were taken in. */
  async hear(facts: readonly HazardFact[]): Promise<void> {
    await publishFacts(this.service.topics, facts);
    await this.untilHeard(new Set(facts.map(({ id }) => id)).size);
  }

  /** That an edition was published, without its hazards. */
  async announce(edition: Edition, no?: number): Promise<void> {
    const published = editionPublished(edition.month, await this.cutOf(edition), no);
    const message = { key: published.aggregate.id, value: JSON.stringify(published) };
    await this.service.topics.write('disclosure', [message]);
    await this.untilHeard(1);
  }

  /** Months in which nothing was found. */
  async pass(months: readonly string[]): Promise<void> {
    for (const [index, month] of months.entries()) {
      await this.announce({ month, found: [], struckOff: [] }, index + 1);
      await this.run({ campaignCode: 'SX2023', month });
    }
  }

  /** An edition as disclosure publishes it. */
  async publish(edition: Edition, no?: number): Promise<void> {
    await this.hear(disclosedIn(edition));
    await this.announce(edition, no);
  }

  /** The cut as the rule says it, of lines that the test names. */
  async cutOf({ found, struckOff }: Edition): Promise<MonthCut> {
    const lines = [
      ...found.map((hazardNo) => `${hazardNo}|found`),
      ...struckOff.map((hazardNo) => `${hazardNo}|struckOff`),
    ];
    const [{ digest }] = await this.dataSource.query<[{ digest: string }]>(
      `SELECT coalesce(sum(hashtextextended(line, 0)::numeric), 0)::text AS digest FROM unnest($1::text[]) AS line`,
      [lines],
    );
    return { found: found.length, struckOff: struckOff.length, digest };
  }

  run(month = october): ReturnType<RunMonth['execute']> {
    const origin = { actor: serviceActor('workflow-worker'), correlationId: 'test' };
    return this.service.app.get(RunMonth).execute(origin, month);
  }

  /** Facts of a type that were committed, in their order. */
  async told<T extends AnyEvent['type']>(type: T): Promise<Extract<AnyEvent, { type: T }>[]> {
    const rows = await this.dataSource.query<{ envelope: Extract<AnyEvent, { type: T }> }[]>(
      `SELECT envelope FROM outbox WHERE type = $1 ORDER BY seq`,
      [type],
    );
    return rows.map(({ envelope }) => envelope);
  }

  close(): Promise<void> {
    return this.service.close();
  }

  /** Waits until so many messages more were taken in. */
  private async untilHeard(messages: number): Promise<void> {
    this.#heard += messages;
    await eventually(
      () => this.dataSource.query<[{ n: number }]>(`SELECT count(*)::int AS n FROM inbox`),
      ([{ n }]) => n >= this.#heard,
    );
  }
}
