import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { testPolicy } from '@bihuan/testing/reference';
import { type ClockWorld, startClockWorld } from './clock-world.fixture.ts';

const hazardNo = 'SX2023-140105-GAS-202310-000017';
const waitsFor = { orgCode: 'TY', orgName: '太原市人民政府' };
const hour = 3_600_000;

describe('clocks that are asked about at once', () => {
  let world: ClockWorld;
  beforeAll(async () => (world = await startClockWorld('handover')));
  beforeEach(() => world.reset('2023-10-09T09:00:00+08:00'));
  afterAll(() => world.close());

  const idOf = (subject: string) => `handover.acknowledge.${subject}`;
  const openAll = (subjects: readonly string[]) =>
    world.inWork(async (work) => {
      const clock = { kind: 'acknowledge' as const, hazardNo, start: work.now, waitsFor, policy: testPolicy };
      for (const subject of subjects) await world.book.open(work, { ...clock, subject });
    });

  it('takes one rung of each of a crowd, each on its own record, in few transactions', async () => {
    const subjects = Array.from({ length: 30 }, (_, n) => `crowd-${String(n)}`);
    await openAll(subjects);
    world.time.advance(29 * hour);
    const answers = await Promise.all(
      [...subjects, ...subjects].map((subject) => world.book.decide(idOf(subject))),
    );
    const outcomes = answers.map(({ outcome }) => outcome);
    expect(outcomes.filter((outcome) => outcome === 'rungTaken')).toHaveLength(30);
    expect(outcomes.filter((outcome) => outcome === 'notYet')).toHaveLength(30);
    const [counted] = await world.dataSource.query<[unknown]>(
      `SELECT (SELECT count(*)::int FROM clock_rung) AS rungs,
         (SELECT count(*)::int FROM clock WHERE version = 2 AND wake_at = due) AS moved,
         (SELECT count(*)::int FROM outbox WHERE envelope->>'correlationId' = envelope->'data'->>'clockId'
           AND type = 'clock.rungTaken') AS told,
         (SELECT count(*)::int FROM audit_entry WHERE action = 'clock.rungTaken' AND after->>'clockId' = correlation_id) AS noted,
         (SELECT count(DISTINCT xmin::text) < 5 FROM clock_rung) AS few`,
    );
    expect(counted).toEqual({ rungs: 30, moved: 30, told: 30, noted: 30, few: true });
  });

  it('lets one of a crowd that it does not know fail alone', async () => {
    await openAll(['known', 'other']);
    world.time.advance(29 * hour);
    const crowd = ['known', 'unknown', 'other'].map((subject) => world.book.decide(idOf(subject)));
    expect(await Promise.allSettled(crowd)).toMatchObject([
      { value: { outcome: 'rungTaken' } },
      { reason: { code: 'resource.notFound' } },
      { value: { outcome: 'rungTaken' } },
    ]);
  });

  it('do not wait for one that somebody else holds', async () => {
    await openAll(['held', 'free']);
    world.time.advance(29 * hour);
    const [held, release] = [Promise.withResolvers<undefined>(), Promise.withResolvers<undefined>()];
    const holding = world.inWork(async (work) => {
      await world.book.meet(work, { kind: 'acknowledge', subject: 'held' });
      held.resolve(undefined);
      await release.promise;
    });
    await held.promise;
    const waiting = world.book.decide(idOf('held'));
    expect(await world.book.decide(idOf('free'))).toMatchObject({ outcome: 'rungTaken' });
    release.resolve(undefined);
    await holding;
    expect(await waiting).toMatchObject({ outcome: 'ended' });
  });
});
