import type { Evidence } from '@bihuan/contracts';
import { pdfOf } from '@bihuan/testing/files';
import type { TestService } from '@bihuan/testing/service';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { added, photo } from '../__fixtures__/evidence-world.ts';
import { handler, type Problem, registered, startLedger } from '../__fixtures__/ledger-world.ts';

describe('who adds evidence and who sees it', () => {
  let service: TestService;
  let hazardNo: string;

  beforeAll(async () => {
    service = await startLedger();
    hazardNo = await registered(service);
  }, 60_000);
  afterAll(() => service.close());

  const pathOf = ({ id }: Evidence) => `/hazards/${hazardNo}/evidence/${id}`;
  const datong = { cities: ['140200'] };
  const taiyuan = { cities: ['140100'] };

  it('there is none for who does not see the hazard, and none can be added', async () => {
    const { body } = await added(service, hazardNo, await photo(21));
    const stranger = service.as({ scope: datong });
    for (const path of [pathOf(body), `${pathOf(body)}/content`]) {
      const answer = await stranger.get<Problem>(path);
      expect([answer.status, answer.body.code]).toEqual([404, 'evidence.notFound']);
    }
    const list = await stranger.get<Problem>(`/hazards/${hazardNo}/evidence`);
    expect([list.status, list.body.code]).toEqual([404, 'hazard.notFound']);
    const add = await added(service, hazardNo, await photo(22), { caller: { scope: datong } });
    expect([add.status, add.body.code]).toEqual([404, 'hazard.notFound']);
    const all = await service.as(handler).get<{ items: Evidence[] }>(`/hazards/${hazardNo}/evidence`);
    expect(all.body.items.map(({ id }) => id)).toEqual([body.id]);
  });

  it('is found under its own hazard alone', async () => {
    const { body } = await added(service, hazardNo, await photo(23));
    const other = await registered(service);
    const answer = await service.as(handler).get<Problem>(`/hazards/${other}/evidence/${body.id}`);
    expect([answer.status, answer.body.code]).toEqual([404, 'evidence.notFound']);
  });

  it.each(['leader', 'system', 'enterprise'] as const)('is added by who is %s there', async (role) => {
    const caller = { person: role, office: { role, orgCode: 'TY' }, scope: taiyuan };
    const { status, body } = await added(service, hazardNo, pdfOf(role), { name: 'a.pdf', caller });
    expect([status, body.addedBy]).toEqual([201, { orgCode: 'TY', person: role }]);
  });

  it.each(['governor', 'viceGovernor', 'operations'] as const)('is not added by who is %s', async (role) => {
    const answer = await added(service, hazardNo, await photo(24), { caller: { office: { role } } });
    expect([answer.status, answer.body.code]).toEqual([403, 'auth.notAllowed']);
  });
});
