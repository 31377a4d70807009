import { hazardRegistered, eventOf } from '@bihuan/testing/facts';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type NotificationWorld, startNotification } from './notification-world.fixture.ts';

const at = '2023-10-09T01:00:00.000Z';

describe('messages about petitions, interviews and shared fields', () => {
  let world: NotificationWorld;
  beforeAll(async () => (world = await startNotification()), 60_000);
  afterAll(() => world.close());

  let serial = 300;
  const nextNo = () => `SX2023-140105-GAS-202310-00${String((serial += 1))}K`;
  const ofPetition = { petitionId: '018b0f3e-5c00-7000-8000-000000000301', round: 1 };
  const filed = (hazardNo: string) =>
    eventOf('petition.filed', {
      ...{ ...ofPetition, hazardNo, filedAt: at, filedOrg: 'TY', late: true },
      ...{ until: '2023-11-30', reason: '设备订货未到', runningDue: '2023-11-08T10:00:00.000Z' },
      decision: { orgCode: 'SX-OFFICE', orgName: '省专项行动领导组办公室', due: '2023-10-12T10:00:00.000Z' },
    });
  const decided = (hazardNo: string, deadline = '2023-11-08T10:00:00.000Z') =>
    eventOf('petition.decided', {
      ...{ ...ofPetition, hazardNo, decidedAt: at, agreed: false, opinion: '理由不充分' },
      ...{ deadline, filedOrg: 'TY' },
    });
  const sides = {
    interviewId: '018b0f3e-5c00-7000-8000-000000000302',
    interviewNo: 'SX2023-I-0001',
    interviewee: { orgCode: 'TY', orgName: '太原市人民政府' },
    interviewer: { orgCode: 'SX', orgName: '省人民政府' },
  };
  const opened = (hazardNo: string | null) =>
    eventOf('interview.opened', {
      ...{ ...sides, clockId: 'handover.acknowledge.1', kind: 'acknowledge', hazardNo },
      ...{ due: '2023-09-27T10:00:00.000Z', openedAt: at },
    });
  const sentFor = async (id: string) => {
    const rows = await world.rows(
      `SELECT concat_ws(' ', kind, org_code, role) AS line FROM notification WHERE event_id = $1`,
      [id],
    );
    return rows.map(({ line }) => String(line)).sort();
  };

  it('ask those who decide, and tell those who asked', async () => {
    const no = nextNo();
    const [asked, answer] = [filed(no), decided(no)];
    await world.hear([hazardRegistered(no), asked, answer]);
    expect(await sentFor(asked.id)).toEqual([
      'petition.filed SX-OFFICE handler',
      'petition.filed SX-OFFICE leader',
    ]);
    expect(await sentFor(answer.id)).toEqual(['petition.decided TY handler', 'petition.decided TY leader']);
    const { items } = await world.page(world.as('SX-OFFICE', 'leader'), `?hazardNo=${no}`);
    expect(items[0]?.body).toContain('Decide before 2023-10-12 18:00. Reason: 设备订货未到');
    expect(items[0]?.why).toContain('this waits for your decision');
  });

  it.each([
    ['2023-11-08T10:00:00.000Z', 'Complete rectification before that.'],
    ['2023-10-08T10:00:00.000Z', 'That is already past: complete rectification at once.'],
  ])('of a decision with the date %s say: %s', async (deadline, act) => {
    const no = nextNo();
    await world.hear([hazardRegistered(no), decided(no, deadline)]);
    const { items } = await world.page(world.as('TY', 'leader'), `?hazardNo=${no}`);
    expect(items[0]?.body).toContain(act);
  });

  it('announce an interview to both sides, with or without a hazard', async () => {
    const no = nextNo();
    const [withHazard, without] = [opened(no), opened(null)];
    await world.hear([hazardRegistered(no)]);
    await world.hear([withHazard, without]);
    const both = [
      'interview.opened SX governor',
      'interview.opened SX-OFFICE handler',
      'interview.opened SX-OFFICE leader',
      'interview.opened TY leader',
    ];
    expect(await sentFor(withHazard.id)).toEqual(both);
    expect(await sentFor(without.id)).toEqual(both);
    const { items } = await world.page(world.as('TY', 'leader'), `?hazardNo=${no}`);
    expect(items).toMatchObject([
      {
        kind: 'interview.opened',
        title: 'Warning interview SX2023-I-0001: Taiyuan government',
        body: expect.stringMatching(
          new RegExp(
            `hazard ${no} \\(.+, Taiyuan; Gas; .+\\), to acknowledge .+ 2023-09-27 18:00, .+ working days late`,
          ),
        ),
        why: expect.stringContaining('is to be interviewed'),
      },
    ]);
  });

  it('tell that an interview is cancelled', async () => {
    const cancelled = eventOf('interview.cancelled', { ...sides, cancelledAt: at });
    await world.hear([cancelled]);
    expect(await sentFor(cancelled.id)).toContain('interview.cancelled TY leader');
  });

  it('copy those who share the field, and nobody who is addressed anyway', async () => {
    const no = nextNo();
    const registered = hazardRegistered(no, {
      field: { code: 'gas', nameZh: '燃气', leadOrg: 'SX-HOUSING', coOrgs: ['SX-COMMERCE', 'SX-HOUSING'] },
    });
    const dispatched = (track: 'industry' | 'territorial', orgCode: string) =>
      eventOf('handover.dispatched', {
        ...{ handoverId: '018b0f3e-5c00-7000-8000-000000000303', hazardNo: no, track, orgCode },
        ...{
          orgName: orgCode,
          status: 'dispatched',
          version: 1,
          dispatchedAt: at,
          answeredAt: null,
          late: false,
        },
      });
    const [industry, territorial] = [dispatched('industry', 'SX-HOUSING'), dispatched('territorial', 'TY')];
    await world.hear([registered, industry, territorial]);
    expect(await sentFor(industry.id)).toEqual([
      'handover.copied SX-COMMERCE handler',
      'handover.dispatched SX-HOUSING handler',
    ]);
    expect(await sentFor(territorial.id)).toEqual(['handover.dispatched TY handler']);
  });

  it('wait for the morning, but for alarms of what is tracked to zero', async () => {
    const no = nextNo();
    world.service.clock.advanceTo('2023-10-09T22:00:00+08:00');
    const rung = (kind: 'strikeOff' | 'accept', name: 'reminder' | 'overdue') =>
      eventOf('clock.rungTaken', {
        ...{ clockId: `supervision.${kind}.${no}`, kind, hazardNo: no, rung: name, skipped: [] },
        ...{ due: '2023-10-09T10:00:00.000Z', waitsFor: { orgCode: 'TY', orgName: '太原市人民政府' } },
      });
    const facts = [rung('strikeOff', 'overdue'), rung('strikeOff', 'reminder'), rung('accept', 'overdue')];
    await world.hear([hazardRegistered(no), ...facts]);
    const at = await Promise.all(
      facts.map(({ id }) =>
        world.rows(`SELECT DISTINCT deliver_at FROM notification WHERE event_id = $1`, [id]),
      ),
    );
    expect(at.map(([row]) => row?.['deliver_at'])).toEqual([
      new Date('2023-10-09T22:00:00+08:00'),
      new Date('2023-10-10T08:00:00+08:00'),
      new Date('2023-10-10T08:00:00+08:00'),
    ]);
  });
});
