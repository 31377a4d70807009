import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { routes } from '@bihuan/contracts';
import { ReferenceBook } from '@bihuan/platform/reference';
import { type ServiceAgent, startTestService, type TestService } from '@bihuan/testing/service';
import { eventually } from '@bihuan/testing/temporal';
import { AppModule } from '../app.module.ts';
import { buildPolicy } from '../domain/seed/policy.ts';

let service: TestService;
let office: ServiceAgent;
let department: ServiceAgent;

beforeAll(async () => {
  service = await startTestService(AppModule, { service: 'campaign' });
  office = service.as();
  department = service.as({
    person: 'yjt.handler',
    office: { orgCode: 'SX-YJT', level: 'provincialDepartment', campaignOffice: false },
  });
});

afterAll(() => service.close());

interface Problem {
  readonly code: string;
  readonly errors?: readonly { readonly pointer: string; readonly code: string }[];
}

const campaign = {
  code: 'STORY1',
  nameZh: '演示专项行动',
  nameEn: 'Demonstration campaign',
  startsOn: '2023-10-09',
  endsOn: '2023-11-09',
  fields: [],
  policies: [
    { ...buildPolicy('2023-10-09'), demonstration: true, noticeHours: { from: '00:00', to: '24:00' } },
  ],
};

describe('publishing', () => {
  it('brings the whole seed to the topic, the manifest last, and completes a copy that reads it', async () => {
    const messages = await service.topics.read('reference', 928);
    expect(new Set(messages.map(({ key }) => key)).size).toBe(928);
    const book = service.app.get(ReferenceBook);
    await eventually(() => book.ready(), Boolean);
    expect(book.requireClause('MEM-ORDER-10-2023', '第三条（一）', '2023-10-09').code).toBe(
      'MEM-ORDER-10-2023.1',
    );
    expect(book.requirePolicy('SX2023', '2023-10-09').clocks.plan?.period).toEqual({ workingDays: 3 });
    expect(book.calendar().isWorkingDay('2023-10-08')).toBe(true);
  });
});

describe('reading', () => {
  it.each([
    ['/campaigns', 'listCampaigns', 1],
    ['/places', 'listPlaces', 133],
    ['/organisations', 'listOrganisations', 151],
    ['/offices', 'listOffices', 81],
    ['/leading-groups', 'listLeadingGroups', 34],
    ['/fields', 'listFields', 22],
    ['/standards', 'listStandards', 15],
    ['/standards/MEM-ORDER-10-2023/clauses', 'listClauses', 65],
  ] as const)('%s answers in the shape of the contract', async (path, name, count) => {
    const answer = await department.get(path);
    expect(answer.status).toBe(200);
    expect(routes[name].reply.parse(answer.body).items).toHaveLength(count);
  });

  it('lists as of a day', async () => {
    const answer = await department.get('/places?asOf=2019-06-01');
    const codes = routes.listPlaces.reply.parse(answer.body).items.map(({ code }) => code);
    expect([codes.includes('140726'), codes.includes('140703')]).toEqual([true, false]);
  });

  it('reads a year of the calendar', async () => {
    const answer = await department.get('/calendar/2023');
    expect(routes.readCalendar.reply.parse(answer.body).makeUpDays).toContain('2023-10-07');
  });

  it.each([
    ['/calendar/2031', 404, 'resource.notFound'],
    ['/standards/NONE/clauses', 404, 'resource.notFound'],
    ['/places?asOf=2023-02-30', 400, 'request.invalid'],
    ['/places?on=2023-02-03', 400, 'request.invalid'],
    ['/calendar/23', 400, 'request.invalid'],
  ])('%s: %d %s', async (path, status, code) => {
    const answer = await department.get<Problem>(path);
    expect([answer.status, answer.body.code]).toEqual([status, code]);
  });

  it('asks for a token', async () => {
    expect((await service.anonymous().get('/places')).status).toBe(401);
  });
});

describe('changing', () => {
  it('is for the campaign office alone', async () => {
    const attempts = [
      department.post<Problem>('/campaigns', campaign),
      department.put<Problem>('/calendar/days/2023-10-10', { kind: 'holiday', reason: '省政府通知' }),
    ];
    for (const { status, body } of await Promise.all(attempts))
      expect([status, body.code]).toEqual([403, 'auth.notAllowed']);
  });

  it('names the figure of a policy that cannot stand', async () => {
    const policies = campaign.policies.map((policy) => ({ ...policy, demonstration: false }));
    const { status, body } = await office.post<Problem>('/campaigns', { ...campaign, policies });
    expect([status, body.code]).toEqual([400, 'field.invalid']);
    expect(body.errors?.[0]?.pointer).toBe('#/policies/0/noticeHours');
  });

  it('creates a campaign once for one key, and answers the same again', async () => {
    const first = await office.post('/campaigns', campaign, 'key-1');
    const again = await office.post('/campaigns', campaign, 'key-1');
    expect([first.status, again.status]).toEqual([201, 201]);
    expect(again.body).toEqual(first.body);
    expect(routes.createCampaign.reply.parse(first.body)).toEqual(campaign);
    expect((await office.post('/campaigns', { ...campaign, nameEn: 'Other' }, 'key-1')).status).toBe(422);
    expect((await office.post<Problem>('/campaigns', campaign)).body.code).toBe('campaign.exists');
  });

  it('adds a policy version, and refuses the same number again', async () => {
    const [previous] = campaign.policies;
    const body = { policy: { ...previous, version: 2, effectiveFrom: '2023-10-10' }, reason: '演示' };
    const changed = await office.put('/campaigns/STORY1/policy', body);
    expect(routes.changePolicy.reply.parse(changed.body).policies).toHaveLength(2);
    expect((await office.put<Problem>('/campaigns/STORY1/policy', body)).body.code).toBe('concurrency.stale');
    expect((await office.put<Problem>('/campaigns/NONE/policy', body)).body.code).toBe('resource.notFound');
  });

  it('changes a day of the calendar, which reaches the copies', async () => {
    const changed = await office.put('/calendar/days/2023-10-10', { kind: 'holiday', reason: '省政府通知' });
    expect(routes.changeDay.reply.parse(changed.body)).toMatchObject({ version: 2 });
    const book = service.app.get(ReferenceBook);
    await eventually(
      () => book.calendar().isWorkingDay('2023-10-10'),
      (worked) => !worked,
    );
  });

  it('says where the day is not stored or no reason is given', async () => {
    const unknown = await office.put<Problem>('/calendar/days/2031-10-10', {
      kind: 'holiday',
      reason: '通知',
    });
    expect([unknown.status, unknown.body.code]).toEqual([422, 'calendar.dayUnknown']);
    const silent = await office.put<Problem>('/calendar/days/2023-10-11', { kind: 'holiday' });
    expect(silent.body.errors).toMatchObject([{ pointer: '#/reason', code: 'field.required' }]);
  });
});
