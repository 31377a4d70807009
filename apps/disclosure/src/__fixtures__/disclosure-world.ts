import type { AnyEvent, CampaignMonth, EventType, SourceCounts } from '@bihuan/contracts';
import { serviceActor, UnitOfWork } from '@bihuan/platform/commands';
import { ReferenceBook } from '@bihuan/platform/reference';
import { endOfMonth } from '@bihuan/process-core';
import type { HazardFact } from '@bihuan/testing/facts';
import { publishReference, smallProvince } from '@bihuan/testing/reference';
import { type ServiceAgent, startTestService, type TestService } from '@bihuan/testing/service';
import { eventually } from '@bihuan/testing/temporal';
import { AppModule } from '../app.module.ts';
import { DraftEdition } from '../domain/draft-edition.ts';
import { FreezeEdition } from '../domain/freeze-edition.ts';
import { HearFacts, type HeardFact } from '../domain/hear-facts.ts';
import { PublishEdition } from '../domain/publish-edition.ts';
import { RequestEdition } from '../domain/request-edition.ts';
import { EditionItems } from '../persistence/edition-items.repository.ts';

const origin = { actor: serviceActor('workflow-worker'), correlationId: 'test' };

export type DisclosureWorld = Awaited<ReturnType<typeof startDisclosure>>;

/** disclosure over real servers, with the reference data of a small province. */
export async function startDisclosure(
  now = '2023-10-09T09:00:00+08:00',
  settings: Readonly<Record<string, string>> = {},
) {
  const service = await startTestService(AppModule, { service: 'disclosure', now, settings });
  await publishReference(service.topics, smallProvince());
  await eventually(() => service.app.get(ReferenceBook).ready(), Boolean);
  return { ...service, ...deedsOf(service), service };
}

function deedsOf(service: TestService) {
  const get = <T>(type: abstract new (...args: never[]) => T): T => service.app.get(type);
  const unitOfWork = get(UnitOfWork);
  const rows = async <T>(sql: string, params: readonly unknown[] = []) =>
    (await service.database.asSuperuser(sql, params)) as T[];
  const of = (month: string): CampaignMonth => ({ campaignCode: 'SX2023', month });

  /** What the sources would count if disclosure had heard everything. */
  const counts = (month: string): Promise<SourceCounts> =>
    unitOfWork.run(origin, async (work) => {
      const end = endOfMonth(month);
      const registration = await get(EditionItems).heard(work, 'found', 'SX2023', end);
      const supervision = await get(EditionItems).heard(work, 'struckOff', 'SX2023', end);
      return { registration, supervision };
    });
  const request = (month: string) =>
    unitOfWork.run(origin, (work) => get(RequestEdition).execute(work, of(month)));
  const draft = async (month: string, told?: SourceCounts) => {
    const all = told ?? (await counts(month));
    return unitOfWork.run(origin, (work) => get(DraftEdition).execute(work, { ...of(month), counts: all }));
  };
  const freeze = (month: string) => get(FreezeEdition).execute(origin, of(month), () => undefined);
  const publish = (month: string) => get(PublishEdition).execute(origin, of(month), () => undefined);

  return {
    rows,
    counts,
    request,
    draft,
    freeze,
    publish,
    /** All steps of a month, as its workflow takes them. */
    async issue(month: string) {
      await request(month);
      const drafted = await draft(month);
      await freeze(month);
      await publish(month);
      return drafted;
    },
    /** Takes facts in as its consumer does, one after the other. */
    async hear(facts: readonly HazardFact[]) {
      for (const fact of facts)
        await unitOfWork.run(origin, (work) => get(HearFacts).execute(work, [fact as HeardFact]));
    },
    /** What was announced, of the given types, in order. */
    async announced(...types: EventType[]): Promise<AnyEvent[]> {
      const found = await rows<{ envelope: AnyEvent }>(
        `SELECT envelope FROM outbox WHERE type = ANY($1) ORDER BY seq`,
        [types],
      );
      return found.map(({ envelope }) => envelope);
    },
    office: service.as({ person: 'office-1' }),
  } satisfies Record<string, unknown> & { office: ServiceAgent };
}
