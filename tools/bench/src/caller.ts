import type { InternalClaims } from '@bihuan/contracts';
import { signInternalToken } from '@bihuan/platform/auth';
import type { BenchStack } from './stack.ts';

const claims: InternalClaims = {
  sub: 'bench',
  name: '基准测试',
  offices: [
    {
      orgCode: 'SX-OFFICE',
      orgName: '省专项行动领导组办公室',
      level: 'province',
      role: 'handler',
      campaignOffice: true,
    },
  ],
  scope: { all: true, cities: [], counties: [], fields: [], units: [], orgs: [] },
};

/** The gateway's token for a handler of the campaign office; it lasts a minute. */
export function officeToken({ internalTokenPrivateJwk }: BenchStack): Promise<string> {
  return signInternalToken(claims, internalTokenPrivateJwk);
}
