import { describe, expect, it } from '@jest/globals';
import { RegisterHazard } from '@bihuan/contracts';
import { addDays, isCreditCode } from '@bihuan/process-core';
import { seedSources } from './__fixtures__/seed-sources.ts';
import { sampleLedger } from './ledger.ts';

const sources = seedSources();
const wish = { campaignCode: 'SX2023', rows: 60, seed: 20_231_009, today: '2023-10-09' };
const ledger = sampleLedger(sources, wish);

describe('the sample ledger', () => {
  it('is the same for the same seed, another for another', () => {
    expect(sampleLedger(sources, wish)).toEqual(ledger);
    expect(sampleLedger(sources, { ...wish, seed: 1 })).not.toEqual(ledger);
  });

  it('has the rows wished for, each of which the API takes', () => {
    expect(ledger).toHaveLength(60);
    expect(ledger.map((hazard) => RegisterHazard.parse(hazard))).toEqual(ledger);
  });

  it('names a unit of its own in every row, with a valid credit code', () => {
    const codes = ledger.map(({ responsible }) =>
      responsible.type === 'unit' ? responsible.creditCode : 'no unit',
    );
    expect(codes.filter((code) => !isCreditCode(code))).toEqual([]);
    expect(new Set(codes).size).toBe(60);
  });

  it('was found within the two weeks up to today', () => {
    const days = ledger.map(({ foundOn }) => foundOn);
    expect(days.filter((day) => day < addDays(wish.today, -13) || day > wish.today)).toEqual([]);
  });

  it('has its deadlines ten to sixty days ahead', () => {
    const days = ledger.map(({ deadline = 'none' }) => deadline);
    const outside = days.filter((day) => day < addDays(wish.today, 10) || day > addDays(wish.today, 60));
    expect(outside).toEqual([]);
  });

  it('lies in counties', () => {
    const counties = new Set(sources.counties.map(({ code }) => code));
    expect(ledger.filter(({ place }) => !counties.has(place.code))).toEqual([]);
  });

  it('cites clauses of the field that were in force on the day of the finding', () => {
    for (const { standardCode, clauseNo, fieldCode, kind, foundOn } of ledger) {
      const cited = sources.standards.find(({ standard }) => standard.code === standardCode);
      expect(cited?.standard.fieldCode).toBe(fieldCode);
      expect(cited?.clauses).toContainEqual(expect.objectContaining({ clauseNo, kind }));
      expect((cited?.standard.effectiveFrom ?? '9999') <= foundOn).toBe(true);
      expect(foundOn <= (cited?.standard.effectiveTo ?? '9999')).toBe(true);
    }
  });

  it('changes over to the successor of a standard on the successor’s first day', () => {
    const [first, second] = sources.standards;
    const until = { ...first!, standard: { ...first!.standard, effectiveTo: '2023-10-02' } };
    const from = {
      ...second!,
      standard: { ...second!.standard, effectiveFrom: '2023-10-03', effectiveTo: null },
    };
    const rows = sampleLedger({ ...sources, standards: [until, from] }, wish);
    expect(new Set(rows.map(({ standardCode }) => standardCode)).size).toBe(2);
    for (const { standardCode, foundOn } of rows)
      expect(standardCode).toBe((foundOn <= '2023-10-02' ? until : from).standard.code);
  });
});
