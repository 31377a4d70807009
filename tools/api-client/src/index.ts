export { ApiClient, ApiProblem } from './client.ts';
export { type DemoCredentials, readCredentials, tokenRequestOf } from './credentials.ts';
export { until } from './until.ts';
