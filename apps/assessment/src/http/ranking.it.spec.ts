import {
  AssessmentList as List,
  AssessmentReply as Reply,
  type AssessmentList,
  type AssessmentReply,
  routes,
} from '@bihuan/contracts';
import { eventOf } from '@bihuan/testing/facts';
import type { CallerOptions } from '@bihuan/testing/service';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type AssessmentWorld, october, startAssessment } from '../__fixtures__/assessment-world.ts';
import { callers, type Problem } from '../__fixtures__/callers.ts';
import { hazardNoOf, lifeOf, registeredIn } from '../__fixtures__/editions.ts';

const september = { campaignCode: 'SX2023', month: '2023-09' };
const inDatong = [11, 12, 13];
const inTaiyuan = [1, 2, 3, 4];

let world: AssessmentWorld;
const office = () => world.service.as();
const read = (month: string, caller?: CallerOptions) =>
  world.service.as(caller).get<AssessmentReply>(`/assessments/${month}?campaignCode=SX2023`);
const list = async (caller?: CallerOptions) =>
  (await world.service.as(caller).get<AssessmentList>('/assessments?campaignCode=SX2023')).body;

beforeAll(async () => {
  world = await startAssessment('2023-09');
  await world.hear(inTaiyuan.flatMap((serial) => (serial === 1 ? lifeOf(1) : registeredIn(serial))));
  await world.hear(inDatong.map((serial) => registeredIn(serial, '140200')));
}, 60_000);
afterAll(() => world.close());

describe('a published assessment', () => {
  const found = [...inTaiyuan, ...inDatong].map(hazardNoOf);

  beforeAll(async () => {
    await world.publish({ month: '2023-09', found: found.slice(0, 2), struckOff: [] }, 5);
    await world.run(september);
    // A correction after the ranking of September was published: the hazard belongs to Datong.
    await world.hear([correctedTo('140200', 2)]);
    await world.publish({ month: '2023-10', found: found.slice(2), struckOff: [hazardNoOf(1)] }, 6);
    await world.run(october);
  });

  it('is read by every department, whatever its city or field, in the shape of the contracts', async () => {
    const { body } = await read('2023-10');
    expect(Reply.parse(body)).toEqual(body);
    for (const who of ['county', 'department', 'operations'] as const)
      expect(await read('2023-10', callers[who])).toMatchObject({ status: 200, body });
    expect(List.parse(await list(callers.county))).toMatchObject({
      items: ['2023-10', '2023-09', '2023-08', '2023-07', '2023-06', '2023-05'].map((month) => ({
        month,
        state: 'published',
      })),
    });
  });

  it('is not for enterprises', async () => {
    const enterprise = world.service.as(callers.enterprise);
    for (const path of ['/assessments?campaignCode=SX2023', '/assessments/2023-10?campaignCode=SX2023'])
      expect(await enterprise.get<Problem>(path)).toMatchObject({
        status: 403,
        body: { code: 'auth.notAllowed' },
      });
  });

  it('ranks the cities, and its sums are those of the edition', async () => {
    const { body } = await read('2023-10');
    expect(body).toMatchObject({
      month: '2023-10',
      edition: { no: 6, cut: { found: 5, struckOff: 1 } },
      total: { found: 5, struckOff: 1, foundTotal: 7, struckOffTotal: 1, overallRate: 0.1429 },
      cities: [
        { cityCode: '140100', cityName: 'Taiyuan', rank: 1, figures: { foundTotal: 3, overallRate: 0.3333 } },
        { cityCode: '140200', cityName: 'Datong', rank: 2, figures: { foundTotal: 4, overallRate: 0 } },
      ],
    });
  });

  it('shows a division by zero as null', async () => {
    const { body } = await read('2023-09');
    expect(body.cities.find(({ cityCode }) => cityCode === '140200')).toMatchObject({
      rank: null,
      figures: { foundTotal: 0, overallRate: null, onTimeRate: null, handoverTimeliness: null },
    });
  });

  it('compares with the month before', async () => {
    const { body } = await read('2023-10');
    expect(body.comparedWith).toBe('2023-09');
    expect(body.cities.map(({ cityCode, change }) => [cityCode, change?.foundTotal])).toEqual([
      ['140100', 1],
      ['140200', 4],
    ]);
    expect(body.cities[1]?.change?.overallRate).toBeNull();
    expect((await read('2023-05')).body).toMatchObject({
      comparedWith: null,
      cities: [{ change: null }, {}],
    });
  });

  it('notes which figures of the month before come out differently now; those stay as published', async () => {
    const { body } = await read('2023-10');
    expect(body.revisions).toContainEqual({
      month: '2023-09',
      cityCode: '140100',
      cityName: 'Taiyuan',
      figure: 'foundTotal',
      published: 2,
      now: 1,
      text: 'Found so far of Taiyuan for 2023-09 was published as 2 and would be 1 now; it stays as published.',
    });
    expect(body.revisions.map(({ figure, cityCode }) => `${cityCode} ${figure}`)).toContain(
      '140200 overallRate',
    );
    const september = (await read('2023-09')).body;
    expect(september.cities[0]?.figures.foundTotal).toBe(2);
    expect(september.revisions).toEqual([]);
  });

  it('says what every figure means, and which rules are defaults, in the caller’s language', async () => {
    const { definitions, notes } = (await read('2023-10')).body;
    const { body } = await read('2023-10');
    expect(definitions.map(({ figure }) => figure)).toEqual(
      expect.arrayContaining([...Object.keys(body.total), 'rank']),
    );
    expect(definitions).toContainEqual(expect.objectContaining({ figure: 'rank', isDefault: true }));
    expect(definitions).toContainEqual(expect.objectContaining({ figure: 'found', isDefault: false }));
    expect(notes.join(' ')).toContain('our default, not from a regulation');
  });

  it('asked for once more is not told again', async () => {
    const before = await world.told('assessment.requested');
    expect(await office().post('/assessments', october)).toMatchObject({
      status: 202,
      body: { state: 'published', editionNo: 6 },
    });
    expect(await world.told('assessment.requested')).toEqual(before);
  });
});

describe('the history of a hazard', () => {
  const timeline = (serial: number, caller?: CallerOptions) =>
    world.service.as(caller).get<{ entries: { type: string }[] }>(`/hazards/${hazardNoOf(serial)}/timeline`);

  it('has its assessments, for whom its city or field reaches', async () => {
    const city = { person: 'ty-handler', office: callers.county.office, scope: { cities: ['140100'] } };
    expect((await timeline(3, city)).body.entries.map(({ type }) => type)).toEqual(['hazard.assessed']);
    expect((await timeline(11, city)).body.entries).toEqual([]);
    const department = { ...callers.department, scope: { fields: ['gas'] } };
    expect((await timeline(11, department)).body.entries).toHaveLength(1);
    expect((await timeline(11, callers.department)).body.entries).toEqual([]);
  });

  it('is sent again on demand', async () => {
    const answer = await office().post('/operations/re-emit', { hazardNos: [hazardNoOf(3)] });
    expect(answer).toMatchObject({ status: 200, body: { messages: 1 } });
  });
});

it('every route of the catalogue is answered', async () => {
  const of = Object.values(routes).filter(({ service }) => service === 'assessment');
  expect(of).toHaveLength(3);
  for (const { method, path } of of) {
    const url = `${path.replace('{month}', '2023-10')}?campaignCode=SX2023`;
    const { status } = method === 'GET' ? await office().get(url) : await office().post(path, october);
    expect([path, status]).toEqual([path, method === 'GET' ? 200 : 202]);
  }
});

function correctedTo(cityCode: string, serial: number) {
  const registered = registeredIn(serial);
  if (registered.type !== 'hazard.registered') throw new Error('a life begins with its registration');
  const { hazardNo, kind, massCasualties, responsible, place, field, standardCode, clauseNo, description } =
    registered.data;
  return eventOf('hazard.corrected', {
    ...{ hazardNo, kind, massCasualties, responsible, field, standardCode, clauseNo, description },
    correctionId: '01890a5d-ac96-774b-bcce-b302099a8060',
    version: 1,
    correctedAt: '2023-11-06T01:00:00.000Z',
    reason: '属地有误',
    place: { ...place, cityCode },
  });
}
