import type { AnyEvent, MonthCut } from '@bihuan/contracts';
import { serviceActor } from '@bihuan/platform/commands';
import { ReferenceBook } from '@bihuan/platform/reference';
import { type HazardFact, publishFacts } from '@bihuan/testing/facts';
import { publishReference, smallProvince } from '@bihuan/testing/reference';
import { startTestService, type TestServiceOptions } from '@bihuan/testing/service';
import { eventually } from '@bihuan/testing/temporal';
import { DataSource } from 'typeorm';
import { AppModule } from '../app.module.ts';
import { RunMonth } from '../domain/run-month.ts';
import { disclosedIn, type Edition, editionPublished } from './editions.ts';

export type AssessmentWorld = Awaited<ReturnType<typeof startAssessment>>;

export const october = { campaignCode: 'SX2023', month: '2023-10' };

/** The service over real servers on Wednesday 8 November, with its reference data there. */
export async function startAssessment(options: Partial<TestServiceOptions> = {}) {
  const now = '2023-11-08T09:00:00+08:00';
  const service = await startTestService(AppModule, { service: 'assessment', now, ...options });
  await publishReference(service.topics, smallProvince());
  const book = service.app.get(ReferenceBook);
  await eventually(() => book.ready(), Boolean);
  const dataSource = service.app.get(DataSource);
  let heard = 0;

  /** Waits until so many messages more were taken in. */
  async function untilHeard(messages: number): Promise<void> {
    heard += messages;
    await eventually(
      () => dataSource.query<[{ n: number }]>(`SELECT count(*)::int AS n FROM inbox`),
      ([{ n }]) => n >= heard,
    );
  }

  /** The digest as the rule says it, of lines that the test names. */
  async function cutOf({ found, struckOff }: Edition): Promise<MonthCut> {
    const lines = [
      ...found.map((hazardNo) => `${hazardNo}|found`),
      ...struckOff.map((hazardNo) => `${hazardNo}|struckOff`),
    ];
    const [{ digest }] = await dataSource.query<[{ digest: string }]>(
      `SELECT coalesce(sum(hashtextextended(line, 0)::numeric), 0)::text AS digest FROM unnest($1::text[]) AS line`,
      [lines],
    );
    return { found: found.length, struckOff: struckOff.length, digest };
  }

  async function hear(facts: readonly HazardFact[]): Promise<void> {
    await publishFacts(service.topics, facts);
    await untilHeard(new Set(facts.map(({ id }) => id)).size);
  }

  async function announce(edition: Edition, no?: number): Promise<void> {
    const published = editionPublished(edition.month, await cutOf(edition), no);
    const message = { key: published.aggregate.id, value: JSON.stringify(published) };
    await service.topics.write('disclosure', [message]);
    await untilHeard(1);
  }

  return {
    service,
    dataSource,
    hear,
    cutOf,
    /** That an edition was published, without its hazards. */
    announce,
    /** An edition as disclosure publishes it. */
    async publish(edition: Edition, no?: number): Promise<void> {
      await hear(disclosedIn(edition));
      await announce(edition, no);
    },
    run: (month = october) =>
      service.app
        .get(RunMonth)
        .execute({ actor: serviceActor('workflow-worker'), correlationId: 'test' }, month),
    /** Facts of a type that were committed, in their order. */
    async told<T extends AnyEvent['type']>(type: T) {
      const rows = await dataSource.query<{ envelope: Extract<AnyEvent, { type: T }> }[]>(
        `SELECT envelope FROM outbox WHERE type = $1 ORDER BY seq`,
        [type],
      );
      return rows.map(({ envelope }) => envelope);
    },
    close: () => service.close(),
  };
}
