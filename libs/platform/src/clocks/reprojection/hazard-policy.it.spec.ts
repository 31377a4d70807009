import type { ClockKind, ReprojectionCause } from '@bihuan/contracts';
import { testPolicy } from '@bihuan/testing/reference';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { type ClockWorld, startClockWorld } from '../clock-world.fixture.ts';
import { withSecondPolicy } from './changed-reference.fixture.ts';
import { Reprojections } from './reprojections.ts';

const hazardNo = (serial: number) => `SX2023-140105-GAS-202310-0000${serial}7`;
const toVersion2 = { kind: 'policy', campaignCode: 'SX2023', toVersion: 2 } as const;

describe('the policy of a hazard', () => {
  let world: ClockWorld;
  let reprojections: Reprojections;
  beforeAll(async () => {
    world = await startClockWorld('supervision');
    reprojections = new Reprojections(world.dataSource, world.reference, world.time);
  });
  beforeEach(async () => {
    await world.reset('2023-10-09T09:00:00+08:00');
    world.refer([withSecondPolicy()]);
  });
  afterAll(() => world.close());

  /** @returns version of the policy it runs by */
  const opened = async (kind: ClockKind, serial: number): Promise<number> => {
    await world.inWork((work) =>
      world.book.open(work, {
        ...{ kind, subject: hazardNo(serial), hazardNo: hazardNo(serial), start: work.now },
        ...{ policy: testPolicy, waitsFor: { orgCode: 'TY', orgName: '太原市人民政府' } },
      }),
    );
    return versionOf(kind, serial);
  };
  const versionOf = async (kind: ClockKind, serial: number): Promise<number> => {
    const [row] = await world.dataSource.query<[{ version: number }]>(
      'SELECT policy_version AS version FROM clock WHERE kind = $1 AND hazard_no = $2',
      [kind, hazardNo(serial)],
    );
    return row.version;
  };
  const applied = async (cause: ReprojectionCause) => {
    const { hash } = await reprojections.preview(cause);
    return world.inWork((work) => reprojections.apply(work, hash, { cause, reason: '放假安排调整' }));
  };

  it('holds for clocks that are opened after some kinds alone were moved', async () => {
    expect(await opened('plan', 1)).toBe(1);
    expect(await applied({ ...toVersion2, kinds: ['plan'] })).toMatchObject({ counts: { looked: 1 } });
    expect(await versionOf('plan', 1)).toBe(2);
    expect(await opened('progress', 1)).toBe(1);
  });

  it('is another once the hazard was moved as a whole, for all clocks that are opened from then on', async () => {
    await opened('plan', 1);
    await applied(toVersion2);
    expect(await opened('progress', 1)).toBe(2);
  });

  it('is another also where none of its clocks was open', async () => {
    await opened('plan', 1);
    await opened('plan', 2);
    await world.inWork((work) => world.book.meet(work, { kind: 'plan', subject: hazardNo(2) }));
    expect(await applied(toVersion2)).toMatchObject({ counts: { looked: 1 } });
    expect(await versionOf('plan', 2)).toBe(1);
    expect(await opened('progress', 2)).toBe(2);
  });

  it('stays what it was by a changed calendar', async () => {
    await opened('plan', 1);
    await applied({ kind: 'calendar' });
    expect(await opened('progress', 1)).toBe(1);
  });
});
