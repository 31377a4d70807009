export { ApiClient, ApiProblem } from './client.ts';
export { type DemoCredentials, readCredentials, tokenRequestOf } from './credentials.ts';
export { requiredSetting } from './required-setting.ts';
export { until } from './until.ts';
