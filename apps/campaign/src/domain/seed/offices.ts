import { demoAccounts, type Office } from '@bihuan/contracts';
import { departments, type Department } from './departments.ts';
import { governmentCodeOf } from './organisations.ts';
import { seedItem, type SeedItem } from './seed-item.ts';
import { viceGovernors } from './vice-governors.ts';

/** The double leaders of a city: principals of its party committee and of its government. */
export interface DoubleLeaders {
  readonly party: Office;
  readonly governmentPerson: string;
}

/** Addresses of the demonstration lie under a domain that nobody can own (RFC 2606). */
const officeOf = (office: Omit<Office, 'code' | 'email'>): Office => ({
  ...office,
  code: `${office.orgCode}.${office.person}`,
  email: `${office.person}@bihuan.example`,
});

/**
 * Offices of the demonstration accounts, then those a notice must reach although nobody signs in as them:
 * the other vice-governors, the departments without an account, and the party side of each city's double leaders.
 */
export function buildOffices(cityCodes: readonly string[]): SeedItem<'office'>[] {
  const withAccount = demoAccounts.map(({ login, titleZh, titleEn, orgCode, role }) =>
    officeOf({ person: login, titleZh, titleEn, orgCode, role }),
  );
  const persons = new Set(withAccount.map(({ person }) => person));
  const withoutAccount = [
    ...viceGovernorOffices(),
    ...departments.flatMap(departmentOffices),
    ...cityCodes.map((code) => doubleLeadersOf(code).party),
  ].filter(({ person }) => !persons.has(person));
  return [...withAccount, ...withoutAccount].map((office) => seedItem('office', office));
}

/** The government side is the leader of the city government's own office. The party side is entered with it, since a handover goes to the government. */
export function doubleLeadersOf(cityCode: string): DoubleLeaders {
  const orgCode = governmentCodeOf(cityCode);
  const leader = demoAccounts.find((account) => account.orgCode === orgCode && account.role === 'leader');
  if (!leader) throw new Error(`${orgCode} has no leader`);
  const party = officeOf({
    person: leader.login.replace(/\.leader$/, '.party-leader'),
    titleZh: leader.titleZh.replace('人民政府 负责人', '委 主要负责人（双组长）'),
    titleEn: leader.titleEn.replace('government, leader', 'party committee, principal (double leader)'),
    orgCode,
    role: 'leader',
  });
  return { party, governmentPerson: leader.login };
}

function viceGovernorOffices(): Office[] {
  return viceGovernors.map(({ person, titleZh, titleEn }) =>
    officeOf({ person, titleZh, titleEn, orgCode: 'SX-GOV', role: 'viceGovernor' }),
  );
}

function departmentOffices({ code, nameZh, nameEn }: Department): Office[] {
  const short = code.replace(/^SX-/, '').toLowerCase();
  return [
    officeOf({
      person: `${short}.handler`,
      titleZh: `${nameZh} 经办人`,
      titleEn: `${nameEn}, handler`,
      orgCode: code,
      role: 'handler',
    }),
    officeOf({
      person: `${short}.leader`,
      titleZh: `${nameZh} 负责人`,
      titleEn: `${nameEn}, leader`,
      orgCode: code,
      role: 'leader',
    }),
  ];
}
