import type { PetitionRules, Policy } from '@bihuan/contracts';

/** The product's own rules for extension petitions. */
export const defaultPetitions: PetitionRules = {
  allowance: 2,
  longPeriodDays: 60,
  long: { fileBefore: { workingDays: 20 }, decideIn: { workingDays: 10 } },
  short: { fileBefore: { workingDays: 5 }, decideIn: { workingDays: 3 } },
  basis: {
    origin: 'default',
    zh: '超过60日的：提前20个工作日申请、10个工作日内批复，参照青岛市2012年“3+X”规定；60日以内的和次数为系统默认，非法规规定',
    en: 'More than 60 days: filed 20 working days ahead, decided in 10, after the Qingdao 3+X rule of 2012; shorter ones and the allowance are our default, not from a regulation',
  },
};

/** The rules for extension petitions: the policy's, or the product's own. */
export function petitionRulesOf(policy: Policy): PetitionRules {
  return policy.petitions ?? defaultPetitions;
}
