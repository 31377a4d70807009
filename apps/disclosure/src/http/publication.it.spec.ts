import { type EditionReply, type ErrorCode, type PublicationReply, routes } from '@bihuan/contracts';
import type { OfficeHeld } from '@bihuan/contracts';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type DisclosureWorld, startDisclosure } from '../__fixtures__/disclosure-world.ts';
import { nextNo, pastOf, registered, struckOff, withdrawn } from '../__fixtures__/facts.ts';

let world: DisclosureWorld;
/** Friday. */
beforeAll(async () => (world = await startDisclosure('2023-10-20T09:00:00+08:00')), 60_000);
afterAll(() => world.close());

const at = '2023-10-09T02:00:00.000Z';
const as = (role: OfficeHeld['role'], campaignOffice = true) =>
  world.service.as({
    person: role,
    office: { role, campaignOffice, orgCode: campaignOffice ? 'SX-OFFICE' : 'TY' },
  });
const page = async (path: string) => (await fetch(new URL(path, world.url))).text();

describe('asking for an edition', () => {
  it('is answered at once, and again the same; the fact goes out until the edition is public', async () => {
    const body = { campaignCode: 'SX2023', month: '2023-05' };
    const first = await world.office.post<EditionReply>('/editions', body);
    expect(first).toMatchObject({ status: 202, body: { state: 'requested', no: null, files: [] } });
    const again = await as('system').post<EditionReply>('/editions', body);
    expect(again.body).toEqual(first.body);
    expect(await world.announced('edition.requested')).toHaveLength(2);
    expect(await world.rows(`SELECT requested_by FROM edition`)).toEqual([{ requested_by: 'office-1' }]);
    await world.issue('2023-05');
    const published = await world.office.post<EditionReply>('/editions', body);
    expect(published.body).toMatchObject({ state: 'published', no: 1 });
    expect(published.body.files.map(({ name }) => name)).toEqual([
      'edition.html',
      'edition.json',
      'manifest.json',
    ]);
    const read = await world.office.get<EditionReply>('/editions/SX2023/2023-05');
    expect(read.body).toEqual(published.body);
  });

  it('lists, page by page, newest month first', async () => {
    await world.office.post('/editions', { campaignCode: 'SX2023', month: '2023-06' });
    type Page = { items: EditionReply[]; next: string | null };
    const one = await world.office.get<Page>('/editions?limit=1');
    const two = await world.office.get<Page>(`/editions?limit=1&after=${one.body.next ?? ''}`);
    expect([one.body.items[0]?.month, two.body.items[0]?.month, two.body.next]).toEqual([
      '2023-06',
      '2023-05',
      null,
    ]);
  });

  it.each<[string, object, number, ErrorCode]>([
    ['of a month that has not ended', { campaignCode: 'SX2023', month: '2023-10' }, 409, 'month.notEnded'],
    [
      'of a month before the first',
      { campaignCode: 'SX2023', month: '2023-04' },
      422,
      'month.outsideCampaign',
    ],
    ['of an unknown campaign', { campaignCode: 'XX', month: '2023-05' }, 422, 'campaign.unknown'],
    ['of no month', { campaignCode: 'SX2023', month: '2023-13' }, 400, 'request.invalid'],
  ])('%s is refused, and nothing is written', async (_, body, status, code) => {
    const before = await world.rows(`SELECT count(*) FROM edition`);
    const answer = await world.office.post<{ code: string }>('/editions', body);
    expect([answer.status, answer.body.code]).toEqual([status, code]);
    expect(await world.rows(`SELECT count(*) FROM edition`)).toEqual(before);
  });

  it('is the campaign office’s alone; nobody asked for is nowhere', async () => {
    const body = { campaignCode: 'SX2023', month: '2023-07' };
    const answers = await Promise.all(
      [as('operations'), as('handler', false), as('leader', false)].map((agent) =>
        agent.post('/editions', body),
      ),
    );
    expect(answers.map(({ status }) => status)).toEqual([403, 403, 403]);
    expect((await world.office.get('/editions/SX2023/2023-07')).status).toBe(404);
  });
});

describe('publishing by itself', () => {
  const decision = (hazardNo: string, more: object = {}) => ({
    kind: 'penalty',
    hazardNo,
    decidedOn: '2023-10-12',
    documentNo: '晋应急罚〔2023〕1号',
    text: '罚款人民币三万元。',
    medium: '省政府网站',
    ...more,
  });
  const known = async (...facts: Parameters<DisclosureWorld['hear']>[0]) => {
    const no = nextNo();
    await world.hear([
      registered(no, { at }),
      ...facts.map((fact) => ({ ...fact, data: { ...fact.data, hazardNo: no } }) as typeof fact),
    ]);
    return no;
  };

  it('a penalty in time is met at once, told and frozen', async () => {
    const no = await known();
    const { status, body } = await world.office.post<PublicationReply>('/publications', decision(no));
    // Seven working days after Thursday 12 October.
    expect([status, body]).toMatchObject([
      201,
      { kind: 'penalty', due: '2023-10-23T10:00:00.000Z', late: false, documentNo: '晋应急罚〔2023〕1号' },
    ]);
    const told = (await world.announced('hazard.disclosed')).at(-1);
    expect(told?.data).toMatchObject({
      hazardNo: no,
      month: '2023-10',
      strikeOffPublished: false,
      by: 'publication',
    });
    const clocks = await world.rows(`SELECT kind, state FROM clock WHERE hazard_no = $1`, [no]);
    expect(clocks).toEqual([{ kind: 'penaltyPublication', state: 'met' }]);
    const html = await page(body.file.path);
    expect(html).toContain('罚款人民币三万元。');
    expect(html).not.toContain('逾期公布</span>');
    expect(Buffer.byteLength(html)).toBe(body.file.bytes);
  });

  it('a listing too late says so, in the answer, on its page and in the list', async () => {
    const no = await known();
    const body = decision(no, { kind: 'listing', decidedOn: '2023-10-09' });
    const answer = await world.office.post<PublicationReply>('/publications', body);
    expect(answer.body).toMatchObject({ due: '2023-10-16T10:00:00.000Z', late: true });
    expect(await page(answer.body.file.path)).toContain('逾期公布</span>');
    expect(await page('/public/publications')).toContain('（逾期公布）');
    type Page = { items: PublicationReply[] };
    const listed = await world.office.get<Page>(`/publications?hazardNo=${no}`);
    expect(listed.body.items).toEqual([answer.body]);
  });

  it('a strike-off ends its clock; a second time it is refused', async () => {
    const no = await known(struckOff('', '2023-10-18T02:00:00.000Z'));
    const body = { kind: 'strikeOff', hazardNo: no, decidedOn: '2023-10-18', medium: '省政府网站' };
    const { body: reply } = await world.office.post<PublicationReply>('/publications', body);
    expect(reply).toMatchObject({ due: '2023-10-25T10:00:00.000Z', late: false });
    const clocks = await world.rows(`SELECT kind, state FROM clock WHERE hazard_no = $1`, [no]);
    expect(clocks).toEqual([{ kind: 'publishStrikeOff', state: 'met' }]);
    expect((await world.announced('hazard.disclosed')).at(-1)?.data).toMatchObject({
      strikeOffPublished: true,
    });
    const again = await world.office.post('/publications', body);
    expect([again.status, again.body]).toMatchObject([409, { code: 'publication.exists' }]);
  });

  it('a strike-off of the past has no clock to be late by', async () => {
    const no = nextNo();
    const past = '2023-06-28T01:00:00.000Z';
    await world.hear([registered(no, { at, more: { history: pastOf(past) } }), struckOff(no, past)]);
    const body = { kind: 'strikeOff', hazardNo: no, decidedOn: '2023-06-28', medium: '省政府网站' };
    const { status, body: reply } = await world.office.post('/publications', body);
    expect([status, reply]).toMatchObject([201, { due: null, late: false }]);
  });

  const refused: [string, (no: string) => object, number, ErrorCode][] = [
    [
      'a strike-off of what is not struck off',
      (no) => decision(no, { kind: 'strikeOff' }),
      409,
      'hazard.stateConflict',
    ],
    ['a decision of tomorrow', (no) => decision(no, { decidedOn: '2023-10-21' }), 400, 'field.invalid'],
    [
      'a decision before the registration',
      (no) => decision(no, { decidedOn: '2023-10-08' }),
      400,
      'field.invalid',
    ],
    ['a hazard that nobody knows', () => decision(nextNo()), 404, 'hazard.notFound'],
    ['no medium', (no) => decision(no, { medium: ' ' }), 400, 'request.invalid'],
    ['another kind', (no) => decision(no, { kind: 'other' }), 400, 'request.invalid'],
  ];
  it.each(refused)('%s is refused, and nothing is written', async (_, bodyOf, status, code) => {
    const no = await known();
    const written = () =>
      world.rows(
        `SELECT (SELECT count(*) FROM publication WHERE hazard_no = $1) AS publications,
                (SELECT count(*) FROM outbox WHERE key = $1) AS facts,
                (SELECT count(*) FROM clock WHERE hazard_no = $1) AS clocks`,
        [no],
      );
    const before = await written();
    const answer = await world.office.post<{ code: string }>('/publications', bodyOf(no));
    expect([answer.status, answer.body.code]).toEqual([status, code]);
    expect(await written()).toEqual(before);
  });

  it('a strike-off counts from the day of its sign-off; a withdrawn hazard is not published', async () => {
    const no = await known(struckOff('', '2023-10-18T02:00:00.000Z'));
    const wrong = await world.office.post('/publications', decision(no, { kind: 'strikeOff' }));
    expect([wrong.status, wrong.body]).toMatchObject([400, { code: 'field.invalid' }]);
    const gone = await known(withdrawn('', '2023-10-10T02:00:00.000Z'));
    const answer = await world.office.post('/publications', decision(gone));
    expect([answer.status, answer.body]).toMatchObject([409, { code: 'hazard.stateConflict' }]);
  });

  it('is the campaign office’s alone', async () => {
    const no = await known();
    const answers = await Promise.all(
      [as('operations'), as('handler', false)].map((agent) => agent.post('/publications', decision(no))),
    );
    expect(answers.map(({ status }) => status)).toEqual([403, 403]);
  });

  it('every code of a refusal stands in the contract of its route', () => {
    const shared: string[] = ['field.invalid', 'request.invalid'];
    const codes = refused.map(([, , , code]) => code).filter((code) => !shared.includes(code));
    expect(routes.publishDecision.codes).toEqual(expect.arrayContaining([...codes, 'publication.exists']));
  });
});

describe('the history and the clocks of a hazard', () => {
  it('name what disclosure did, to whom the hazard concerns', async () => {
    const no = nextNo();
    await world.hear([registered(no, { at }), struckOff(no, '2023-10-19T02:00:00.000Z')]);
    await world.office.post('/publications', {
      kind: 'strikeOff',
      hazardNo: no,
      decidedOn: '2023-10-19',
      medium: '省政府网站',
    });
    const taiyuan = world.service.as({ scope: { cities: ['140100'] } });
    const { body: history } = await taiyuan.get(`/hazards/${no}/timeline`);
    expect(history).toMatchObject({ entries: [{ type: 'hazard.disclosed', owner: 'disclosure' }] });
    const { body: clocks } = await taiyuan.get(`/hazards/${no}/clocks`);
    expect(clocks).toMatchObject({ clocks: [{ kind: 'publishStrikeOff', state: 'met' }] });
    const datong = world.service.as({ scope: { cities: ['140200'] } });
    expect((await datong.get(`/hazards/${no}/timeline`)).body).toEqual({ entries: [] });
  });
});
