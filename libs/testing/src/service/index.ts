export { type CallerOptions, internalClaims } from './internal-claims.ts';
export { type ServiceAgent, type TestAnswer } from './service-agent.ts';
export { startTestService, type TestService, type TestServiceOptions } from './test-service.ts';
