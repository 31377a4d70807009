import type { EventData, EventType, RungName, RungRecipient } from '@bihuan/contracts';
import { eventOf } from '@bihuan/testing/facts';
import { describe, expect, it } from '@jest/globals';
import type { Directory, Recipient } from './directory.ts';
import type { FactOfHazard } from './heard-facts.ts';
import { obligationRecipients } from './obligation-message.ts';
import { type Concern, isConcernKnown, recipientsOf } from './recipients.ts';

const hazardNo = 'SX2023-140105-GAS-202310-00001K';
const at = '2023-10-09T01:00:00.000Z';
const hazard: Concern = {
  cityCode: '140100',
  fieldCode: 'gas',
  territorialOrg: 'GOV-140100',
  industryOrg: 'SX-ZJT',
  coOrgs: [],
};

const organisations = {
  'GOV-140100': { level: 'city', parentCode: 'SX-GOV' },
  'GOV-140105': { level: 'county', parentCode: 'GOV-140100' },
  'SX-ZJT': { level: 'provincialDepartment', parentCode: 'SX-GOV' },
} as const;
const named = (orgCode: string, role: Recipient['role'], person: string): Recipient => ({
  orgCode,
  role,
  person,
});
const directory: Directory = {
  campaignOffice: 'SX-OFFICE',
  organisation: (orgCode) => organisations[orgCode as keyof typeof organisations],
  cityGovernment: (cityCode) => (cityCode === '140100' ? 'GOV-140100' : undefined),
  governor: () => [named('SX-GOV', 'governor', 'governor')],
  viceGovernorOf: (field) => [named('SX-GOV', 'viceGovernor', `vice-governor.${field}`)],
  holdersOf: (orgCode, role) =>
    orgCode === 'GOV-140100' && role === 'leader' ? ['taiyuan.leader', 'taiyuan.party-leader'] : ['only one'],
  doubleLeadersOf: () => [
    named('GOV-140100', 'leader', 'taiyuan.party-leader'),
    named('GOV-140100', 'leader', 'taiyuan.leader'),
  ],
};

const told = (fact: FactOfHazard, about: Concern = hazard): string[] =>
  recipientsOf(fact, about, directory)
    .map(({ orgCode, role, person }) => [orgCode, role, ...(person === null ? [] : [person])].join(' '))
    .sort();

const city = ['GOV-140100 handler', 'GOV-140100 leader'];
const department = ['SX-ZJT handler', 'SX-ZJT leader'];
const office = ['SX-OFFICE handler', 'SX-OFFICE leader'];
const viceGovernor = 'SX-GOV viceGovernor vice-governor.gas';
const doubleLeaders = ['GOV-140100 leader taiyuan.leader', 'GOV-140100 leader taiyuan.party-leader'];
const cityByName = ['GOV-140100 handler', ...doubleLeaders];
const governor = 'SX-GOV governor governor';

const handover: EventData<'handover.dispatched'> = {
  handoverId: '018b0000-0000-7000-8000-000000000001',
  hazardNo,
  track: 'territorial',
  orgCode: 'GOV-140100',
  orgName: '太原市人民政府',
  status: 'dispatched',
  version: 1,
  dispatchedAt: at,
  answeredAt: null,
  late: false,
};
const fact = <T extends EventType & FactOfHazard['type']>(type: T, data: EventData<T>): FactOfHazard =>
  eventOf(type, data) as FactOfHazard;

describe('who is told of a fact', () => {
  it.each<[string, FactOfHazard, string[]]>([
    ['dispatched: the handlers addressed', fact('handover.dispatched', handover), ['GOV-140100 handler']],
    ['acknowledged: nobody', fact('handover.acknowledged', handover), []],
    ['refused: the campaign office', fact('handover.refused', { ...handover, reason: '不属本单位' }), office],
    [
      'refused once more: those who decide above it as well',
      fact('handover.refused', { ...handover, reason: '不属本单位', raised: true }),
      [...office, viceGovernor, governor],
    ],
    ['insisted: the handlers who refused', fact('handover.insisted', handover), ['GOV-140100 handler']],
    [
      'redirected: the handlers who had it',
      fact('handover.redirected', {
        ...handover,
        reason: '登记有误',
        successorId: handover.handoverId,
        settled: true,
      }),
      ['GOV-140100 handler'],
    ],
    [
      'unrouted: the campaign office',
      fact('handover.unrouted', { hazardNo, track: 'industry', why: { zh: '无牵头部门', en: 'no lead' } }),
      office,
    ],
    [
      'acceptance applied for: the department',
      fact('acceptance.applied', { hazardNo, round: 1, appliedAt: at }),
      department,
    ],
    [
      'verdict: city, department, campaign office',
      fact('acceptance.decided', { hazardNo, round: 1, passed: true, decidedAt: at, newDeadline: null }),
      [...city, ...office, ...department],
    ],
    [
      'struck off: city, department, campaign office',
      fact('hazard.struckOff', { hazardNo, struckOffAt: at }),
      [...city, ...office, ...department],
    ],
  ])('%s', (_, heard, expected) => {
    expect(told(heard)).toEqual(expected.sort());
  });

  it.each<[string, FactOfHazard, boolean]>([
    ['a dispatch', fact('handover.dispatched', handover), true],
    ['an application', fact('acceptance.applied', { hazardNo, round: 1, appliedAt: at }), false],
    ['a strike-off', fact('hazard.struckOff', { hazardNo, struckOffAt: at }), false],
  ])('before a department has taken the handover, whom %s concerns is known: %p', (_, heard, known) => {
    expect(isConcernKnown(heard, { industryOrg: null })).toBe(known);
    expect(isConcernKnown(heard, hazard)).toBe(true);
  });

  it.each([
    fact('acceptance.decided', { hazardNo, round: 1, passed: true, decidedAt: at, newDeadline: null }),
    fact('hazard.struckOff', { hazardNo, struckOffAt: at }),
  ])('$type: the county that holds the territorial track too', (heard) => {
    const held = { ...hazard, territorialOrg: 'GOV-140105' };
    expect(told(heard, held)).toEqual(['GOV-140105 handler', ...city, ...office, ...department].sort());
    expect(told(heard, { ...hazard, territorialOrg: null })).toEqual(
      [...city, ...office, ...department].sort(),
    );
  });

  it('struck off: the campaign office has to do with it, even where it holds the industry track', () => {
    const struckOff = fact('hazard.struckOff', { hazardNo, struckOffAt: at });
    const reasons = recipientsOf(struckOff, { ...hazard, industryOrg: 'SX-OFFICE' }, directory).map(
      ({ orgCode, why }) => `${orgCode} ${why}`,
    );
    expect(new Set(reasons)).toEqual(new Set(['SX-OFFICE addressed', 'GOV-140100 concerned']));
  });

  it('leaves out the government of a city that has none in force', () => {
    const struckOff = fact('hazard.struckOff', { hazardNo, struckOffAt: at });
    expect(told(struckOff, { ...hazard, cityCode: '140300', territorialOrg: null })).toEqual(
      [...office, ...department].sort(),
    );
  });
});

describe('who is told on a rung of the ladder', () => {
  const county = ['GOV-140105 handler', 'GOV-140105 leader'];
  const rungOf = (rung: RungName, orgCode: string, to?: RungRecipient[]): EventData<'clock.rungTaken'> => ({
    clockId: 'supervision.rectify.x',
    kind: 'rectify',
    hazardNo,
    rung,
    due: at,
    skipped: [],
    ...(to && { to }),
    waitsFor: { orgCode, orgName: orgCode },
  });

  it.each<[RungName, string, string[]]>([
    ['reminder', 'GOV-140100', ['GOV-140100 handler']],
    ['reminder', 'SX-ZJT', ['SX-ZJT handler']],
    // Several lead the city: each is told by name, and has to acknowledge.
    ['overdue', 'GOV-140100', [...cityByName, ...office]],
    // One level above a county stands its city.
    ['overdue', 'GOV-140105', [...county, ...cityByName, ...office]],
    ['overdue', 'SX-ZJT', [...department, ...office, viceGovernor]],
    ['overdue', 'SX-OFFICE', [...office, viceGovernor]],
    // The double leaders hold the city government's leading office, which is addressed already.
    ['leader', 'GOV-140100', [...cityByName, ...office, viceGovernor]],
    ['leader', 'GOV-140105', [...county, ...cityByName, ...office, viceGovernor]],
    ['leader', 'SX-ZJT', [...department, ...office, ...doubleLeaders, viceGovernor]],
    ['interview', 'GOV-140100', [...cityByName, ...office, viceGovernor, governor]],
    ['interview', 'SX-ZJT', [...department, ...office, ...doubleLeaders, viceGovernor, governor]],
    ['raise', 'GOV-140100', [...cityByName, ...office, viceGovernor, governor]],
  ])('%s, waiting for %s', (rung, orgCode, expected) => {
    expect(told(fact('clock.rungTaken', rungOf(rung, orgCode)))).toEqual(expected.sort());
  });

  it.each<[RungRecipient, string[]]>([
    ['responsible', ['SX-ZJT handler']],
    ['unitLeader', ['SX-ZJT leader']],
    ['superior', [...office, viceGovernor]],
    ['viceGovernor', [viceGovernor]],
    ['doubleLeaders', doubleLeaders],
    ['governor', [governor]],
    ['campaignOffice', office],
    ['supervisoryOrgan', [...office, governor]],
  ])('as the policy says: %s alone', (to, expected) => {
    expect(told(fact('clock.rungTaken', rungOf('overdue', 'SX-ZJT', [to])))).toEqual(expected.sort());
  });

  it('copies it to the supervisory organ where that is what the rung does', () => {
    const taken = rungOf('overdue', 'SX-ZJT', ['responsible']);
    const copied = fact('clock.rungTaken', { ...taken, actions: ['copyToSupervisoryOrgan'] });
    expect(told(copied)).toEqual(['SX-ZJT handler', ...office, governor].sort());
  });

  it('tells the level above where the rung asks it to verify', () => {
    const taken = rungOf('leader', 'SX-ZJT', ['responsible']);
    const raised = fact('clock.rungTaken', { ...taken, actions: ['raiseOneLevel'] });
    expect(told(raised)).toEqual(['SX-ZJT handler', ...office, viceGovernor].sort());
  });

  it.each<[string, RungRecipient[], string]>([
    ['GOV-140100', ['responsible', 'campaignOffice', 'supervisoryOrgan'], 'superior'],
    ['GOV-140100', ['supervisoryOrgan', 'superior'], 'superior'],
    ['SX-OFFICE', ['campaignOffice', 'responsible', 'unitLeader'], 'responsible'],
  ])('raised, waiting for %s and told to %j: the campaign office is told as %s', (orgCode, to, why) => {
    const taken = { ...rungOf('leader', orgCode, to), actions: ['raiseOneLevel' as const] };
    const reasons = recipientsOf(fact('clock.rungTaken', taken), hazard, directory);
    expect(reasons.find((one) => one.orgCode === 'SX-OFFICE' && one.role === 'handler')?.why).toBe(why);
  });

  it('gives an office that is meant twice the first reason', () => {
    const taken = fact('clock.rungTaken', rungOf('raise', 'SX-OFFICE'));
    const reasons = recipientsOf(taken, hazard, directory).map(({ orgCode, role, why }) => [
      orgCode,
      role,
      why,
    ]);
    expect(reasons).toEqual([
      ['SX-OFFICE', 'handler', 'responsible'],
      ['SX-OFFICE', 'leader', 'unitLeader'],
      ['SX-GOV', 'viceGovernor', 'viceGovernor'],
      ['GOV-140100', 'leader', 'doubleLeaders'],
      ['GOV-140100', 'leader', 'doubleLeaders'],
      ['SX-GOV', 'governor', 'governor'],
    ]);
  });

  it('without a hazard has the head of the leading group for who leads its city and its field', () => {
    const obligation = {
      ...rungOf('leader', 'SX-OFFICE'),
      subject: { kind: 'monthlyEdition', campaignCode: 'SX2023', month: '2023-09' } as const,
      title: { zh: '发布', en: 'Publish' },
    };
    const offices = obligationRecipients(obligation, directory).map(
      ({ orgCode, role }) => `${orgCode} ${role}`,
    );
    expect(offices).toEqual(['SX-OFFICE handler', 'SX-OFFICE leader', 'SX-GOV governor']);
  });
});
