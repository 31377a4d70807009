import { type ErrorCode, routes } from '@bihuan/contracts';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { registered, untilRectifying } from '../__fixtures__/facts.ts';
import {
  type CallerName,
  plan,
  startSupervision,
  type SupervisionWorld,
} from '../__fixtures__/supervision-world.ts';

let world: SupervisionWorld;

/** Where a hazard was brought for the refusals to be tried on it; each by one step more than the one before. */
const stages = [
  'registered',
  'handedOver',
  'rectifying',
  'planned',
  'completed',
  'applied',
  'passed',
  'struckOff',
] as const;
type Stage = (typeof stages)[number];
const numberOf = (stage: Stage) => `SX2023-140105-GAS-202310-0000${stages.indexOf(stage)}K`;

const today = '2023-10-10';
const completion = { summary: '完成', finishedOn: today };
const application = { statement: '申请' };
const passed = { passed: true, opinion: '到位', visitedOn: today };
const failed = { passed: false, opinion: '不到位', visitedOn: today, newDeadline: '2023-11-30' };
const signature = { opinion: '同意' };
const progress = { percent: 10, note: '进行中' };

const steps: readonly (readonly [Stage, CallerName, string, object])[] = [
  ['planned', 'cityHandler', 'plan', plan],
  ['completed', 'cityHandler', 'completion', completion],
  ['applied', 'enterprise', 'acceptance/application', application],
  ['passed', 'officeLeader', 'acceptance/verdict', passed],
  ['struckOff', 'cityLeader', 'strike-off', signature],
];

beforeAll(async () => {
  world = await startSupervision('2023-10-10T09:00:00+08:00');
  await world.hear([
    registered(numberOf('registered')),
    ...untilRectifying(numberOf('handedOver')).slice(0, 3),
  ]);
  for (const stage of stages.slice(stages.indexOf('rectifying'))) {
    await world.hear(untilRectifying(numberOf(stage)));
    for (const [reached, by, path, body] of steps)
      if (stages.indexOf(reached) <= stages.indexOf(stage)) await post(stage, by, path, body);
  }
});
afterAll(() => world.close());

const post = (stage: Stage, by: CallerName, path: string, body: object) =>
  world
    .as(by)
    .post<{ code: string; errors?: { pointer: string }[] }>(`/hazards/${numberOf(stage)}/${path}`, body);

/** Everything a step could have written of a hazard. */
async function written(no: string) {
  const tables = ['plan', 'progress_report', 'completion_report', 'acceptance', 'strike_off', 'clock'];
  const own = tables.map(
    (name) => `SELECT '${name}' AS what, to_jsonb(t) AS row FROM ${name} t WHERE hazard_no = $1`,
  );
  return world.rows(
    `SELECT 'case' AS what, to_jsonb(t) AS row FROM hazard_case t WHERE hazard_no = $1 UNION ALL ${own.join(' UNION ALL ')}
     UNION ALL SELECT 'outbox', to_jsonb(id) FROM outbox WHERE key = $1
     UNION ALL SELECT 'audit', to_jsonb(seq) FROM audit_entry WHERE subject = $1 ORDER BY 1, 2`,
    [no],
  );
}

type Row = readonly [Stage, CallerName, string, object, ErrorCode, string?];

const outOfSight: Row[] = [
  ['rectifying', 'otherCity', 'plan', plan, 'hazard.notFound'],
  ['rectifying', 'otherCity', 'progress', progress, 'hazard.notFound'],
  ['planned', 'otherCity', 'completion', completion, 'hazard.notFound'],
  ['completed', 'otherCity', 'acceptance/application', application, 'hazard.notFound'],
  ['applied', 'otherDepartment', 'acceptance/verdict', passed, 'hazard.notFound'],
  ['passed', 'otherCityLeader', 'strike-off', signature, 'hazard.notFound'],
];

const notByThem: Row[] = [
  ['rectifying', 'lead', 'plan', plan, 'auth.notAllowed'],
  ['rectifying', 'cityLeader', 'plan', plan, 'auth.notAllowed'],
  ['rectifying', 'officeHandler', 'progress', progress, 'auth.notAllowed'],
  ['planned', 'governor', 'completion', completion, 'auth.notAllowed'],
  ['completed', 'lead', 'acceptance/application', application, 'auth.notAllowed'],
  ['applied', 'cityHandler', 'acceptance/verdict', passed, 'auth.notAllowed'],
  ['applied', 'enterprise', 'acceptance/verdict', passed, 'auth.notAllowed'],
  ['applied', 'governor', 'acceptance/verdict', passed, 'auth.notAllowed'],
  ['passed', 'cityHandler', 'strike-off', signature, 'auth.notAllowed'],
  ['passed', 'countyHandler', 'strike-off', signature, 'auth.notAllowed'],
  ['passed', 'lead', 'strike-off', signature, 'auth.notAllowed'],
  ['passed', 'officeLeader', 'strike-off', signature, 'strikeOff.sameSigner'],
];

const notNow: Row[] = [
  ['registered', 'cityHandler', 'plan', plan, 'hazard.stateConflict'],
  ['registered', 'cityHandler', 'progress', progress, 'hazard.stateConflict'],
  ['handedOver', 'cityHandler', 'completion', completion, 'rectification.planMissing'],
  ['handedOver', 'cityHandler', 'acceptance/application', application, 'hazard.stateConflict'],
  ['planned', 'cityHandler', 'acceptance/application', application, 'rectification.completionMissing'],
  ['completed', 'cityHandler', 'completion', completion, 'hazard.stateConflict'],
  ['completed', 'lead', 'acceptance/verdict', passed, 'acceptance.notApplied'],
  ['applied', 'cityHandler', 'acceptance/application', application, 'hazard.stateConflict'],
  ['applied', 'cityLeader', 'strike-off', signature, 'strikeOff.notAccepted'],
  ['passed', 'lead', 'acceptance/verdict', failed, 'acceptance.notApplied'],
  ['struckOff', 'cityHandler', 'plan', plan, 'hazard.stateConflict'],
  ['struckOff', 'cityHandler', 'progress', progress, 'hazard.stateConflict'],
  ['struckOff', 'cityLeader', 'strike-off', signature, 'hazard.stateConflict'],
];

const notLikeThis: Row[] = [
  ['rectifying', 'cityHandler', 'plan', { ...plan, goalAndTask: ' ' }, 'request.invalid', '#/goalAndTask'],
  ['rectifying', 'cityHandler', 'progress', { ...progress, percent: 101 }, 'request.invalid', '#/percent'],
  [
    'planned',
    'cityHandler',
    'completion',
    { ...completion, finishedOn: '2023-10-11' },
    'field.invalid',
    '#/finishedOn',
  ],
  [
    'applied',
    'lead',
    'acceptance/verdict',
    { ...passed, visitedOn: '2023-10-11' },
    'field.invalid',
    '#/visitedOn',
  ],
  [
    'applied',
    'lead',
    'acceptance/verdict',
    { ...passed, newDeadline: '2023-11-30' },
    'field.invalid',
    '#/newDeadline',
  ],
  [
    'applied',
    'lead',
    'acceptance/verdict',
    { ...passed, passed: false },
    'acceptance.newDeadlineRequired',
    '#/newDeadline',
  ],
  [
    'applied',
    'lead',
    'acceptance/verdict',
    { ...failed, newDeadline: '2023-10-09' },
    'hazard.deadlinePast',
    '#/newDeadline',
  ],
  [
    'applied',
    'lead',
    'acceptance/verdict',
    { ...failed, newDeadline: '2024-10-11' },
    'hazard.deadlineTooFar',
    '#/newDeadline',
  ],
];

const statuses = { 'hazard.notFound': 404, 'request.invalid': 400, 'field.invalid': 400 } as const;

describe.each([
  ['what the caller may not see is not found', outOfSight, 404],
  ['who may see it may not do it', notByThem, 403],
  ['what cannot be done now', notNow, 409],
  ['what is not right in itself', notLikeThis, 422],
] as const)('%s', (_, rows, expectedStatus) => {
  it.each(rows.map((row) => ({ row, title: `${row[0]}: ${row[1]} ${row[2]} → ${row[4]}` })))(
    '$title',
    async ({ row: [stage, by, path, body, code, pointer] }) => {
      const before = await written(numberOf(stage));
      const answer = await post(stage, by, path, body);
      const status = code in statuses ? statuses[code as keyof typeof statuses] : expectedStatus;
      expect([answer.status, answer.body.code]).toEqual([status, code]);
      if (pointer !== undefined) expect(answer.body.errors?.map((error) => error.pointer)).toEqual([pointer]);
      expect(await written(numberOf(stage))).toEqual(before);
    },
  );
});

it('acceptance is refused to a person who applied, now in an office that accepts', async () => {
  const moved = world.service.as({
    person: 'enterprise',
    office: { orgCode: 'SX-ZJT', level: 'provincialDepartment', role: 'handler', campaignOffice: false },
    scope: { fields: ['gas'] },
  });
  const answer = await moved.post(`/hazards/${numberOf('applied')}/acceptance/verdict`, passed);
  expect([answer.status, answer.body]).toMatchObject([403, { code: 'acceptance.sameSide' }]);
});

it('no token, no answer', async () => {
  const answer = await world.service.anonymous().post(`/hazards/${numberOf('rectifying')}/plan`, plan);
  expect([answer.status, answer.body]).toMatchObject([401, { code: 'auth.tokenMissing' }]);
});

it('of two completions at once one is taken', async () => {
  const no = 'SX2023-140105-GAS-202310-00009K';
  await world.hear(untilRectifying(no));
  await world.as('cityHandler').post(`/hazards/${no}/plan`, plan);
  const answers = await Promise.all([
    world.as('cityHandler').post(`/hazards/${no}/completion`, completion),
    world.as('enterprise').post(`/hazards/${no}/completion`, completion),
  ]);
  expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
  expect(await world.rows(`SELECT 1 FROM completion_report WHERE hazard_no = $1`, [no])).toHaveLength(1);
});

it('a plan sent again under its key is filed once and answered alike', async () => {
  const path = `/hazards/${numberOf('handedOver')}/plan`;
  const [one, again] = [
    await world.as('cityHandler').post(path, plan, 'plan-1'),
    await world.as('cityHandler').post(path, plan, 'plan-1'),
  ];
  expect([one.status, again.status, again.body]).toEqual([200, 200, one.body]);
  const filed = await world.rows(`SELECT 1 FROM plan WHERE hazard_no = $1`, [numberOf('handedOver')]);
  expect(filed).toHaveLength(1);
});

it('every code of a domain refusal stands in the contract of its route', () => {
  const byPath = Object.values(routes).filter(({ service }) => service === 'supervision');
  const shared: ErrorCode[] = ['auth.notAllowed', 'request.invalid', 'field.invalid'];
  for (const [, , path, , code] of [...outOfSight, ...notByThem, ...notNow, ...notLikeThis]) {
    if (shared.includes(code)) continue;
    const route = byPath.find((one) => one.path.endsWith(`/${path}`));
    expect([path, route?.codes]).toEqual([path, expect.arrayContaining([code])]);
  }
});
