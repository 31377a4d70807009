import type { PetitionRules } from '@bihuan/contracts';
import { describe, expect, it } from '@jest/globals';
import { shanghai, storedCalendar } from '../__fixtures__/stored-years.ts';
import { localText } from '../calendar/local-text.ts';
import { defaultPetitions } from '../policy/petition-rules.ts';
import { petitionTerms } from './petition-terms.ts';

const termsOf = (start: string, due: string, rules: PetitionRules = defaultPetitions) => {
  const running = { start: shanghai(start), due: shanghai(due) };
  const { fileBy, decideIn } = petitionTerms(rules, running, storedCalendar);
  return [localText(fileBy), decideIn];
};
const [long, short] = [{ workingDays: 10 }, { workingDays: 3 }];

describe('until when a petition is in time, and how long its decision may take', () => {
  it.each([
    ['thirty days', '2023-10-09 09:00', '2023-11-08 18:00', '2023-11-01 18:00', short],
    ['sixty days are a short period', '2023-10-09 09:00', '2023-12-08 18:00', '2023-12-01 18:00', short],
    ['sixty-one days are a long one', '2023-10-09 09:00', '2023-12-09 18:00', '2023-11-13 18:00', long],
    ['sixty days to midnight', '2023-10-09 09:00', '2023-12-09 00:00', '2023-12-02 00:00', short],
    ['over May Day and its make-up day', '2023-04-10 09:00', '2023-05-08 18:00', '2023-04-27 18:00', short],
    ['over the National Day', '2023-09-18 09:00', '2023-10-09 18:00', '2023-09-26 18:00', short],
    ['into the next year', '2023-10-09 09:00', '2024-01-31 18:00', '2024-01-03 18:00', long],
    ['a period shorter than the notice', '2023-10-09 09:00', '2023-10-11 18:00', '2023-09-28 18:00', short],
  ])('%s', (_, start, due, fileBy, decideIn) => {
    expect(termsOf(start, due)).toEqual([fileBy, decideIn]);
  });

  it('follows the figures of the policy', () => {
    const rules: PetitionRules = {
      ...defaultPetitions,
      longPeriodDays: 10,
      long: { fileBefore: { days: 3 }, decideIn: { days: 2 } },
      short: { fileBefore: { seconds: 30 }, decideIn: { seconds: 20 } },
    };
    expect(termsOf('2023-10-09 09:00', '2023-10-20 18:00', rules)).toEqual(['2023-10-17 18:00', { days: 2 }]);
    expect(termsOf('2023-10-09 09:00', '2023-10-09 09:02', rules)).toEqual([
      '2023-10-09 09:01:30',
      { seconds: 20 },
    ]);
  });
});
