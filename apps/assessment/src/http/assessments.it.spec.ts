import type { AssessmentList, MonthOfAssessment } from '@bihuan/contracts';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type AssessmentWorld, october, startAssessment } from '../__fixtures__/assessment-world.ts';
import { callers, type Problem } from '../__fixtures__/callers.ts';

const september = { campaignCode: 'SX2023', month: '2023-09' };

let world: AssessmentWorld;
const office = () => world.service.as();
const read = (month: string) => office().get<Problem>(`/assessments/${month}?campaignCode=SX2023`);
const list = async () => (await office().get<AssessmentList>('/assessments?campaignCode=SX2023')).body;

beforeAll(async () => {
  world = await startAssessment();
}, 60_000);
afterAll(() => world.close());

describe('asking for a month', () => {
  it('stands in the list from then on, and is told to whoever carries it out', async () => {
    const answer = await office().post<MonthOfAssessment>('/assessments', september, 'key-1');
    expect(answer).toMatchObject({
      status: 202,
      body: { ...september, state: 'waiting', assessedAt: null, editionNo: null },
    });
    expect(await world.told('assessment.requested')).toMatchObject([
      { aggregate: { type: 'assessment', id: 'SX2023.2023-09' }, data: september },
    ]);
    expect(await list()).toMatchObject({ items: [{ month: '2023-09', state: 'waiting' }] });
  });

  it('again keeps the time of the first asking, and is told again: what failed starts anew', async () => {
    const first = await list();
    world.service.clock.advance(60_000);
    const { body } = await office().post<MonthOfAssessment>('/assessments', september);
    expect(body.requestedAt).toBe(first.items[0]?.requestedAt);
    expect(await world.told('assessment.requested')).toHaveLength(2);
    expect((await list()).items).toHaveLength(1);
  });

  it.each<[string, object, number, string, string]>([
    ['that has not ended', { ...october, month: '2023-11' }, 409, 'month.notEnded', '#/month'],
    ['before the first edition', { ...october, month: '2023-04' }, 422, 'month.outsideCampaign', '#/month'],
    ['of no campaign', { ...october, campaignCode: 'NONE' }, 422, 'campaign.unknown', '#/campaignCode'],
    ['that is none', { ...october, month: '2023-13' }, 400, 'request.invalid', '#/month'],
    ['without a month', { campaignCode: 'SX2023' }, 400, 'request.invalid', '#/month'],
    ['with more', { ...october, force: true }, 400, 'request.invalid', '#/force'],
  ])('%s: refused, and nothing is written', async (_, body, status, code, pointer) => {
    const before = await list();
    const answer = await office().post<Problem>('/assessments', body);
    expect(answer).toMatchObject({ status, body: { code, errors: [{ pointer }] } });
    expect(await list()).toEqual(before);
    expect(await world.told('assessment.requested')).toHaveLength(2);
  });

  it.each(['county', 'department', 'operations', 'enterprise'] as const)('is not for %s', async (who) => {
    const answer = await world.service.as(callers[who]).post<Problem>('/assessments', october);
    expect(answer).toMatchObject({ status: 403, body: { code: 'auth.notAllowed' } });
    expect((await list()).items.map(({ month }) => month)).toEqual(['2023-09']);
  });
});

describe('a month that has not been assessed', () => {
  it('is not found, and how it stands is said', async () => {
    expect((await read('2023-10')).body).toMatchObject({
      code: 'assessment.notFound',
      detail: '2023-10 has not been assessed: it has no edition and nobody has asked for it',
    });
    expect(await read('2023-09')).toMatchObject({
      status: 404,
      body: { detail: '2023-09 has not been assessed: asked for, waiting for the edition and its facts' },
    });
  });

  it('of which the edition is published stands in the list, with its number', async () => {
    const edition = { month: '2023-08', found: [], struckOff: [] };
    await world.publish(edition, 4);
    expect(await list()).toMatchObject({
      items: [
        { month: '2023-09', state: 'waiting' },
        { month: '2023-08', state: 'notRequested', requestedAt: null, editionNo: 4 },
      ],
    });
    expect((await read('2023-08')).body).toMatchObject({
      detail: '2023-08 has not been assessed: its edition is published, nobody has asked for it',
    });
  });
});
