import { createHash } from 'node:crypto';
import type { EventOf } from '@bihuan/contracts';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type DisclosureWorld, startDisclosure } from '../__fixtures__/disclosure-world.ts';
import { nextNo, registered, struckOff } from '../__fixtures__/facts.ts';
import { EditionMonths } from '../edition-months.ts';

let world: DisclosureWorld;
beforeAll(async () => (world = await startDisclosure('2023-06-05T09:30:00+08:00')), 60_000);
afterAll(() => world.close());

const clockId = 'disclosure.monthlyEdition.SX2023.2023-05';
const clock = async (id: string) =>
  (
    await world.rows<{ state: string; due: Date; wake_at: Date | null; hazard_no: string | null }>(
      `SELECT state, due, wake_at, hazard_no FROM clock WHERE id = $1`,
      [id],
    )
  )[0];

describe('the clock of a month', () => {
  it('is opened by itself once the month has ended, and belongs to no hazard', async () => {
    await world.app.get(EditionMonths).look();
    expect(await clock(clockId)).toEqual({
      state: 'open',
      due: new Date('2023-06-05T10:00:00.000Z'),
      // What lies before the campaign was taken up is skipped: the reminder of 31 May.
      wake_at: new Date('2023-06-05T10:00:00.000Z'),
      hazard_no: null,
    });
    const opened = await world.announced('obligation.opened');
    expect(opened.map(({ aggregate }) => aggregate)).toEqual([{ type: 'obligation', id: clockId }]);
    expect(opened[0]?.data).toMatchObject({
      subject: { kind: 'monthlyEdition', campaignCode: 'SX2023', month: '2023-05' },
      title: { zh: '发布2023年5月信息公开（重大事故隐患专项排查整治2023行动）' },
      waitsFor: { orgCode: 'SX-OFFICE' },
    });
  });

  it('is opened once however often it is looked at', async () => {
    await world.app.get(EditionMonths).look();
    await world.request('2023-05');
    expect(await world.announced('obligation.opened')).toHaveLength(1);
  });
});

describe('publishing', () => {
  const both = nextNo();
  const newOnly = nextNo();

  beforeAll(async () => {
    await world.hear([
      registered(both, { at: '2023-05-10T02:00:00.000Z' }),
      struckOff(both, '2023-05-30T02:00:00.000Z'),
      registered(newOnly, { at: '2023-05-11T02:00:00.000Z', city: ['140200', '大同市'] }),
    ]);
    // More than one page of lines and one batch of announcements.
    await world.rows(
      `INSERT INTO edition_material (hazard_no, facts, campaign_code, city_code, field_code, public_fields, state,
         overdue, registered_at)
       SELECT 'SX2023-140105-GAS-202305-' || (90000 + n) || 'A', facts, campaign_code, '141100', field_code,
         public_fields, 'rectifying', n % 2 = 0, registered_at
       FROM edition_material, generate_series(1, 1200) AS n WHERE hazard_no = $1`,
      [newOnly],
    );
  });

  it('tells of every hazard once, of one that is new and struck off in one fact, and of the edition at the end', async () => {
    expect(await world.issue('2023-05')).toEqual({ no: 1, found: 1202, struckOff: 1 });
    await world.publish('2023-05');
    const told = (await world.announced('hazard.disclosed')) as EventOf<'hazard.disclosed'>[];
    expect(told).toHaveLength(1202);
    expect(new Set(told.map(({ data }) => data.hazardNo)).size).toBe(1202);
    const strikeOffs = told.filter(({ data }) => data.strikeOffPublished).map(({ data }) => data.hazardNo);
    expect(strikeOffs).toEqual([both]);
    const [last] = await world.rows<{ type: string }>(
      `SELECT type FROM outbox WHERE topic = 'disclosure' ORDER BY seq DESC LIMIT 1`,
    );
    expect(last?.type).toBe('edition.published');
    const [published] = await world.announced('edition.published');
    const [row] = await world.rows<object>(`SELECT cut, no FROM edition`);
    expect(published?.data).toMatchObject({ month: '2023-05', no: 1, ...row });
  });

  it('meets the clock of the month and that of the strike-off', async () => {
    expect(await clock(clockId)).toMatchObject({ state: 'met' });
    expect(await clock(`disclosure.publishStrikeOff.${both}`)).toMatchObject({ state: 'met' });
  });

  it('goes on where it was broken off, and tells of nothing twice', async () => {
    await world.rows(`UPDATE edition SET announced_at = NULL, announced_to = $1`, [both]);
    await world.rows(
      `DELETE FROM outbox WHERE type = 'edition.published' OR (type = 'hazard.disclosed' AND key > $1)`,
      [both],
    );
    await world.publish('2023-05');
    expect(await world.announced('hazard.disclosed')).toHaveLength(1202);
    expect(await world.announced('edition.published')).toHaveLength(1);
  });

  it('three workflows at once make one edition', async () => {
    world.clock.advanceTo('2023-07-05T09:00:00+08:00');
    await world.hear([registered(nextNo(), { at: '2023-06-10T02:00:00.000Z' })]);
    const issues = await Promise.all([1, 2, 3].map(() => world.issue('2023-06')));
    expect(issues).toEqual(Array(3).fill({ no: 2, found: 1, struckOff: 0 }));
    const editions = (await world.announced('edition.published')) as EventOf<'edition.published'>[];
    expect(editions.map(({ data }) => data.month)).toEqual(['2023-05', '2023-06']);
    expect(await world.announced('hazard.disclosed')).toHaveLength(1203);
  });
});

describe('the frozen files', () => {
  const get = async (file: string) => {
    const answer = await fetch(`${world.url}/public/editions/SX2023/2023-05/${file}`);
    return Buffer.from(await answer.arrayBuffer());
  };
  const sha256 = (content: Buffer) => createHash('sha256').update(content).digest('hex');

  it('are what the manifest says of them', async () => {
    const manifest = JSON.parse((await get('manifest.json')).toString()) as {
      no: number;
      files: { name: string; bytes: number; sha256: string }[];
    };
    expect(manifest.no).toBe(1);
    expect(manifest.files.map(({ name }) => name)).toEqual(['edition.html', 'edition.json']);
    for (const { name, bytes, sha256: told } of manifest.files) {
      const content = await get(name);
      expect([name, content.length, sha256(content)]).toEqual([name, bytes, told]);
    }
  });

  it('hold every line, grouped by city', async () => {
    const data = JSON.parse((await get('edition.json')).toString()) as {
      items: { line: string; cityCode: string; unitName: string }[];
      cities: object[];
    };
    expect(data.items).toHaveLength(1203);
    expect(data.cities).toEqual([
      { cityCode: '140100', cityName: '太原市', found: 1, handedOver: 1, struckOff: 1 },
      { cityCode: '140200', cityName: '大同市', found: 1, handedOver: 0, struckOff: 0 },
      expect.objectContaining({ cityCode: '141100', found: 1200, handedOver: 1200 }),
    ]);
    const page = (await get('edition.html')).toString();
    expect(page.match(/<li id="/g)).toHaveLength(1203);
    expect(page).toContain('以上1项隐患均已移交太原市人民政府核查办理');
    expect(page).toContain(
      '以上1项隐患中，0项已移交大同市人民政府核查办理，并移交省级行业主管部门督办，1项正在移交。',
    );
  });
});
