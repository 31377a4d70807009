import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { Campaign, RegisterHazard, type RungName } from '@bihuan/contracts';
import { isCreditCode } from '@bihuan/process-core';
import { quickAnswers, realFigures, storyCampaign } from './campaign.ts';
import { ammoniaTanks } from './hazard.ts';

const seedTable = (name: string) =>
  readFileSync(new URL(`../../../apps/campaign/data/${name}.tsv`, import.meta.url), 'utf8').split(/\r?\n/);

describe('the campaign of the story', () => {
  const campaign = storyCampaign('S1', '2023-10-09');

  it('is one the API takes, and says that it is for demonstration', () => {
    expect(Campaign.parse(campaign)).toEqual(campaign);
    expect(campaign.policies.map(({ demonstration }) => demonstration)).toEqual([true]);
  });

  it('climbs every rung of every clock in order', () => {
    const order: RungName[] = ['reminder', 'overdue', 'leader', 'interview'];
    for (const { ladder } of Object.values(campaign.policies[0]!.clocks))
      expect(ladder.map(({ rung }) => rung)).toEqual(order);
  });
});

describe('campaigns of named stories', () => {
  it('have the real figures, or answers within seconds for demonstration only', () => {
    const [real, quick] = [realFigures('S2', '2023-10-09'), quickAnswers('S3', '2023-10-09')];
    expect([Campaign.parse(real), Campaign.parse(quick)]).toEqual([real, quick]);
    const [ofReal, ofQuick] = [real.policies[0]!, quick.policies[0]!];
    expect([ofReal.clocks, ofReal.demonstration]).toEqual([{}, false]);
    expect([Object.keys(ofQuick.clocks), ofQuick.demonstration]).toEqual([['acknowledge'], true]);
  });
});

describe('the hazard of the story', () => {
  const hazard = ammoniaTanks('S1', '2023-10-09', '2023-11-08');

  it('is one the API takes', () => {
    expect(RegisterHazard.parse(hazard)).toEqual(hazard);
  });

  it('names a unit with a valid credit code', () => {
    expect(hazard.responsible.type === 'unit' && isCreditCode(hazard.responsible.creditCode)).toBe(true);
  });

  it('lies in a county and cites a clause of its field that every deployment knows', () => {
    const { fieldCode, standardCode, clauseNo, kind, place } = hazard;
    expect(seedTable('shanxi_divisions').map((line) => line.split('\t')[0])).toContain(place.code);
    const clauses = seedTable('determination_clauses').map((line) => line.split('\t'));
    const cited = clauses.filter((cells) => cells[0] === fieldCode && cells[2] === standardCode);
    expect(cited.map((cells) => [cells[8], cells[9]])).toContainEqual([clauseNo, kind]);
  });
});
