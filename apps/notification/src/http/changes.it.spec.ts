import { eventOf, hazardBrought, hazardCorrected, hazardRegistered } from '@bihuan/testing/facts';
import { assertNoDrift } from '@bihuan/platform/persistence';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { DataSource } from 'typeorm';
import { type NotificationWorld, startNotification } from './notification-world.fixture.ts';

const may = '2023-05-18T01:00:00.000Z';
const datong = {
  code: '140212',
  nameZh: '新荣区',
  cityCode: '140200',
  cityNameZh: '大同市',
  address: '平泉路 2 号',
};

describe('messages about hazards that were corrected or brought', () => {
  let world: NotificationWorld;
  beforeAll(async () => (world = await startNotification()), 60_000);
  afterAll(() => world.close());

  let serial = 100;
  const nextNo = () => `SX2023-140105-GAS-202310-00${String((serial += 1))}K`;
  const taken = (hazardNo: string) =>
    eventOf('handover.acknowledged', {
      handoverId: '018b0f3e-5c00-7000-8000-000000000002',
      hazardNo,
      track: 'industry',
      orgCode: 'SX-HOUSING',
      orgName: '省住房和城乡建设厅',
      status: 'acknowledged',
      version: 1,
      dispatchedAt: may,
      answeredAt: may,
      late: false,
    });
  const struckOff = (hazardNo: string, struckOffAt: string, toldAt: string) =>
    eventOf('hazard.struckOff', { hazardNo, struckOffAt }, toldAt);
  const now = '2023-10-09T01:00:00.000Z';

  it('keeps tables and entities the same', () => assertNoDrift(world.service.app.get(DataSource)));

  it('go to the city where it lies now, and call it by its new place', async () => {
    const no = nextNo();
    await world.hear([hazardRegistered(no), hazardCorrected(no, 1, { place: datong }), taken(no)]);
    await world.hear([struckOff(no, now, now)]);
    const sent = await world.sent(no);
    expect(sent).toContain('hazard.struckOff DT handler');
    expect(sent.filter((line) => line.includes(' TY '))).toEqual([]);
    const { items } = await world.page(world.as('DT', 'handler'), `?hazardNo=${no}`);
    expect(items[0]?.body).toContain('新荣区, Datong');
  });

  it('go where the correction says that was heard before the registration', async () => {
    const no = nextNo();
    await world.hear([hazardCorrected(no, 1, { place: datong })]);
    await world.hear([hazardRegistered(no), taken(no), struckOff(no, now, now)]);
    expect(await world.sent(no)).toContain('hazard.struckOff DT handler');
  });

  it('wait for the department to which a correction has redirected the handover; the one before is told', async () => {
    const no = nextNo();
    await world.hear([hazardRegistered(no), taken(no)]);
    const { data } = taken(no);
    const redirected = eventOf('handover.redirected', {
      ...{ ...data, status: 'redirected', version: 2, settled: true },
      ...{ successorId: '018b0f3e-5c00-7000-8000-000000000003', reason: '登记有误' },
    });
    // Two topics keep no order between them: the redirection is heard before what comes after it is told.
    await world.hear([redirected]);
    await world.hear([eventOf('acceptance.applied', { hazardNo: no, round: 1, appliedAt: now }, now)]);
    expect(await world.sent(no)).toEqual(['handover.redirected SX-HOUSING handler']);
    await world.hear([
      eventOf('handover.acknowledged', {
        ...{ ...data, handoverId: '018b0f3e-5c00-7000-8000-000000000003' },
        ...{ orgCode: 'SX-COMMERCE', orgName: '省商务厅' },
      }),
    ]);
    expect(await world.sent(no)).toContain('acceptance.applied SX-COMMERCE handler');
  });

  it('of a strike-off go to the county that holds its track, and ask the campaign office to publish', async () => {
    const [held, lost] = [nextNo(), nextNo()];
    const territorial = (hazardNo: string) => ({
      ...taken(hazardNo).data,
      ...({ track: 'territorial', orgCode: 'XD', orgName: '小店区人民政府' } as const),
    });
    const redirected = eventOf('handover.redirected', {
      ...{ ...territorial(lost), status: 'redirected', version: 2, settled: true },
      ...{ successorId: '018b0f3e-5c00-7000-8000-000000000003', reason: '登记有误' },
    });
    for (const no of [held, lost])
      await world.hear([hazardRegistered(no), eventOf('handover.acknowledged', territorial(no)), taken(no)]);
    await world.hear([redirected]);
    await world.hear([struckOff(held, now, now), struckOff(lost, now, now)]);
    expect(await world.sent(held)).toEqual(
      expect.arrayContaining(['hazard.struckOff TY handler', 'hazard.struckOff XD handler']),
    );
    expect(await world.sent(lost)).not.toContain('hazard.struckOff XD handler');
    const toDo = async (orgCode: string) =>
      (await world.page(world.as(orgCode, 'handler'), `?hazardNo=${held}`)).items[0]?.body;
    expect(await toDo('SX-OFFICE')).toContain('publish the strike-off in the same medium');
    expect(await toDo('XD')).toContain('nothing left to do');
  });

  it('are not written about what a ledger tells of the past', async () => {
    const no = nextNo();
    await world.hear([
      hazardBrought(no, { struckOffAt: may }, { registeredAt: may }),
      taken(no),
      eventOf('acceptance.applied', { hazardNo: no, round: 1, appliedAt: may }, now),
      struckOff(no, may, now),
    ]);
    expect(await world.sent(no)).toEqual([]);
  });
});
