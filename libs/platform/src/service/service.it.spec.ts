import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { publishReference, smallProvince, testPolicy } from '@bihuan/testing/reference';
import { startTestService, type TestService } from '@bihuan/testing/service';
import type { EventOf, HazardNo } from '@bihuan/contracts';
import { Body, Controller, HttpCode, Injectable, Module, Param, Post } from '@nestjs/common';
import { z } from 'zod';
import { verifyChain } from '../audit/index.ts';
import { type Caller, CurrentCaller } from '../auth/index.ts';
import { ClockBook } from '../clocks/index.ts';
import { Commands, HazardSight, type Work } from '../commands/index.ts';
import { CommandRequest } from '../http/index.ts';
import { FactConsumer } from '../messaging/index.ts';
import { ServiceModule } from './service.module.ts';
import { DataSource } from 'typeorm';

const hazardNo: z.infer<typeof HazardNo> = 'SX2023-140105-GAS-202310-000017';
const Plan = z.strictObject({ text: z.string() });
const waitsFor = { orgCode: 'TY', orgName: '太原市人民政府' };

@Injectable()
class Sight extends HazardSight {
  override sees(caller: Caller): Promise<boolean> {
    return Promise.resolve(caller.scope.all || caller.scope.cities.includes('140100'));
  }
}

/** Opens the plan clock when rectification may begin: here, at every acknowledgement. */
@Injectable()
class HandoverFacts extends FactConsumer<'handover.acknowledged'> {
  override readonly name = 'supervision.cases';
  override readonly topics = ['handover'] as const;
  override readonly types = ['handover.acknowledged'] as const;
  constructor(private readonly clocks: ClockBook) {
    super();
  }
  override async handle(work: Work, event: EventOf<'handover.acknowledged'>): Promise<void> {
    const subject = event.data.hazardNo;
    await this.clocks.open(work, {
      kind: 'plan',
      subject,
      hazardNo: subject,
      start: work.now,
      waitsFor,
      policy: testPolicy,
    });
  }
}

@Controller('hazards/:no/plan')
class PlanController {
  constructor(
    private readonly commands: Commands,
    private readonly clocks: ClockBook,
  ) {}

  @Post()
  @HttpCode(200)
  file(
    @Param('no') no: string,
    @Body({ schema: Plan }) _plan: z.infer<typeof Plan>,
    @CurrentCaller() _caller: Caller,
    @CommandRequest() request: CommandRequest,
  ): Promise<{ late: boolean }> {
    return this.commands.run(request, async (work) => {
      const { late } = await this.clocks.meet(work, { kind: 'plan', subject: no });
      work.emit({
        topic: 'supervision',
        type: 'plan.filed',
        key: no,
        data: { hazardNo: no, filedAt: work.now.toISOString() },
      });
      work.record({ action: 'plan.file', subject: no });
      return { late };
    });
  }
}

@Module({
  imports: [
    ServiceModule.forRoot({
      owner: 'supervision',
      entities: [],
      migrations: [],
      clocks: true,
      consumer: HandoverFacts,
      sight: Sight,
    }),
  ],
  controllers: [PlanController],
  providers: [HandoverFacts, Sight],
})
class AppModule {}

const acknowledged = {
  id: '01890a5d-ac96-774b-bcce-b302099a8057',
  type: 'handover.acknowledged',
  version: 1,
  occurredAt: '2023-10-09T01:00:00.000Z',
  aggregate: { type: 'hazard', id: hazardNo },
  actor: { person: 'ty-handler', orgCode: 'TY', role: 'handler' },
  correlationId: 'request-1',
  data: {
    handoverId: '01890a5d-ac96-774b-bcce-b302099a8058',
    hazardNo,
    track: 'territorial',
    orgCode: 'TY',
    orgName: '太原市人民政府',
    status: 'acknowledged',
    version: 2,
    dispatchedAt: '2023-10-09T00:00:00.000Z',
    answeredAt: '2023-10-09T01:00:00.000Z',
    late: false,
  },
};

const read = ({ value }: { value: string | null }) => JSON.parse(value ?? '') as { id: string; type: string };

describe('a service', () => {
  let service: TestService;

  beforeAll(async () => {
    service = await startTestService(AppModule, { service: 'supervision' });
  });
  afterAll(() => service.close());

  it('is not ready before its reference copies are complete, and is once they are', async () => {
    const before = await service.anonymous().get<{ notReady: string[] }>('/readyz');
    expect(before.status).toBe(503);
    expect(before.body.notReady).toContain('reference');
    await publishReference(service.topics, smallProvince());
    for (let ready = false; !ready;) ready = (await service.anonymous().get('/readyz')).status === 200;
  });

  it('carries a fact through consumer, clock, command, outbox and audit trail', async () => {
    const office = service.as();
    const value = JSON.stringify(acknowledged);
    await service.topics.write('handover', [
      { key: hazardNo, value },
      { key: hazardNo, value },
    ]);
    const [opened] = await service.topics.read('supervision', 1);
    expect(JSON.parse(opened?.value ?? '')).toMatchObject({
      type: 'clock.opened',
      causationId: acknowledged.id,
    });

    const clocks = await office.get(`/hazards/${hazardNo}/clocks`);
    expect(clocks.body).toMatchObject({
      clocks: [{ kind: 'plan', state: 'open', due: '2023-10-12T10:00:00.000Z', waitsFor, policyVersion: 1 }],
    });
    const filed = await office.post(`/hazards/${hazardNo}/plan`, { text: 'repair' }, 'k1');
    expect(filed).toMatchObject({ status: 200, body: { late: false } });
    expect((await office.post(`/hazards/${hazardNo}/plan`, { text: 'repair' }, 'k1')).body).toEqual({
      late: false,
    });

    const facts = await service.topics.read('supervision', 3);
    expect(facts.map((fact) => read(fact).type)).toEqual(['clock.opened', 'clock.ended', 'plan.filed']);
    const timeline = await office.get(`/hazards/${hazardNo}/timeline`);
    expect(timeline.body).toMatchObject({
      entries: [{ owner: 'supervision', type: 'plan.filed', at: '2023-10-09T01:00:00.000Z' }],
    });
  });

  it('shows a hazard to whom it concerns only', async () => {
    const path = `/hazards/${hazardNo}/timeline`;
    expect((await service.as({ scope: { cities: ['140100'] } }).get(path)).body).toMatchObject({
      entries: [{}],
    });
    expect((await service.as({ scope: { cities: ['140200'] } }).get(path)).body).toEqual({ entries: [] });
    expect((await service.anonymous().get(path)).status).toBe(401);
  });

  it('lets operators publish again, and nobody else', async () => {
    const again = { hazardNos: [hazardNo] };
    const handler = service.as({ office: { campaignOffice: false } });
    expect(await handler.post('/operations/re-emit', again)).toMatchObject({ status: 403 });
    const operator = service.as({ office: { campaignOffice: false, role: 'operations' } });
    expect(await operator.post('/operations/re-emit', again)).toMatchObject({
      status: 200,
      body: { messages: 3 },
    });
    const facts = await service.topics.read('supervision', 6);
    expect(new Set(facts.map(({ value }) => read({ value }).id)).size).toBe(3);
    expect(await operator.get('/operations/parked')).toMatchObject({ status: 200, body: { items: [] } });
  });

  it('seals its audit trail within a second or so', async () => {
    const dataSource = service.app.get(DataSource);
    let report = await verifyChain(dataSource, 'supervision', service.auditKey);
    while (!report.intact || report.unsealed > 0)
      report = await verifyChain(dataSource, 'supervision', service.auditKey);
    expect(report.sealed).toBe(2);
  });

  it('tells what waits in its metrics', async () => {
    const { body } = await service.anonymous().get<string>('/metrics');
    expect(body).toMatch(/bihuan_outbox_unsent\{service="supervision"\} \d/);
    expect(body).toMatch(/bihuan_clocks_unheard_total\{service="supervision"\} 0/);
  });
});
