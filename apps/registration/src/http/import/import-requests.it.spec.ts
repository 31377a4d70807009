import { existsSync, readdirSync } from 'node:fs';
import type { ImportReply } from '@bihuan/contracts';
import { StorageConfig } from '@bihuan/platform/storage';
import type { TestService } from '@bihuan/testing/service';
import { eventually } from '@bihuan/testing/temporal';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { bring, brought, csv, ended, majorRow, table } from '../../__fixtures__/import-world.ts';
import { handler, type Problem, startLedger } from '../../__fixtures__/ledger-world.ts';

describe('imports over HTTP', () => {
  let service: TestService;

  beforeAll(async () => {
    service = await startLedger();
  }, 60_000);

  afterAll(() => service.close());

  const files = (): string[] => {
    const folder = `${service.app.get(StorageConfig).directory}/imports`;
    return existsSync(folder) ? readdirSync(folder) : [];
  };

  it('takes a file once a key, and keeps none of a command that was refused', async () => {
    const file = csv(table('major', [{ ...majorRow, unitName: '丁', creditCode: undefined }]));
    const first = await bring(service, file, { key: 'import-1' });
    const second = await bring(service, file, { key: 'import-1' });
    expect(second.body).toEqual(first.body);
    const other = await bring(service, Buffer.from('x'), { key: 'import-1' });
    expect(other.status).toBe(422);
    const general = await bring(service, file, { ledger: 'general', history: true });
    expect([general.status, (general.body as unknown as Problem).code]).toEqual([
      422,
      'import.historyOnlyMajor',
    ]);
    const unknown = await bring(service, file, { campaignCode: 'NOPE' });
    expect((unknown.body as unknown as Problem).code).toBe('campaign.unknown');
    await ended(service, first.body.id);
    await eventually(files, (left) => left.length === 0);
  });

  it.each(['leader', 'enterprise', 'governor'] as const)('is refused to the role %s', async (role) => {
    const caller = { office: { role, campaignOffice: false } };
    const { status } = await bring(service, Buffer.from('x'), { caller });
    expect(status).toBe(403);
    expect(files()).toEqual([]);
  });

  it('shows imports to the organisation that brought them and to the campaign office', async () => {
    const taiyuan = {
      person: 'ty',
      office: { orgCode: 'TY', orgName: '太原市人民政府', level: 'city' as const, campaignOffice: false },
      scope: { orgs: ['TY'] },
    };
    const file = csv(table('major', [{ ...majorRow, unitName: '戊', creditCode: undefined }]));
    const { body } = await bring(service, file, { caller: taiyuan });
    await ended(service, body.id);
    const page = await service.as(taiyuan).get<{ items: ImportReply[] }>('/hazards/imports');
    expect(page.body.items.map(({ id }) => id)).toEqual([body.id]);
    const datong = service.as({ scope: { orgs: ['DT'] } });
    for (const path of ['', '/errors', '/errors.xlsx', '/events'])
      expect((await datong.get(`/hazards/imports/${body.id}${path}`)).status).toBe(404);
    expect((await datong.post(`/hazards/imports/${body.id}/cancel`, undefined)).status).toBe(404);
    const late = await service.as(taiyuan).post<Problem>(`/hazards/imports/${body.id}/cancel`, undefined);
    expect([late.status, late.body.code]).toEqual([409, 'import.ended']);
  });

  it('turns pages of imports and of errors', async () => {
    const bad = Array.from({ length: 3 }, () => ({ ...majorRow, place: '无名县', kind: '别的' }));
    const { id } = await brought(service, csv(table('major', bad)));
    const seen: [number, string][] = [];
    let after = '';
    do {
      const { body } = await service
        .as(handler)
        .get<{ items: { row: number; code: string }[]; next: string | null }>(
          `/hazards/imports/${id}/errors?limit=4${after}`,
        );
      seen.push(...body.items.map(({ row, code }): [number, string] => [row, code]));
      after = body.next === null ? '' : `&after=${body.next}`;
    } while (after !== '');
    expect(seen.map(([row]) => row)).toEqual([2, 2, 3, 3, 4, 4]);
    const first = await service
      .as(handler)
      .get<{ items: ImportReply[]; next: string }>('/hazards/imports?limit=1');
    const second = await service
      .as(handler)
      .get<{ items: ImportReply[] }>(`/hazards/imports?limit=1&after=${first.body.next}`);
    expect(first.body.items[0]?.id).toBe(id);
    expect(second.body.items[0]?.id).not.toBe(id);
  });

  it('sends its progress as events up to the end', async () => {
    const { body } = await bring(service, csv(table('major', [{ ...majorRow, place: '无名县' }])));
    const stream = await service.as(handler).get<string>(`/hazards/imports/${body.id}/events`);
    expect(stream.headers.get('content-type')).toMatch(/^text\/event-stream/);
    const events = stream.body.split('\n\n').filter((event) => event.startsWith('event: progress'));
    const last = JSON.parse(events.at(-1)!.split('data: ')[1]!) as ImportReply;
    expect(last).toMatchObject({ id: body.id, state: 'rejected', rows: { bad: 1 } });
  });
});
