export { ApiClient, ApiProblem } from './client.ts';
export { type DemoCredentials, readCredentials } from './credentials.ts';
export { until } from './until.ts';
