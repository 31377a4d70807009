export { describe } from './describe.ts';
export { DomainError, type DomainErrorDetails, type ErrorParams, type FieldError } from './domain-error.ts';
export { type Language, languageOf } from './language.ts';
export { type Problem, toProblem } from './problem.ts';
export { refusalOf } from './refusal.ts';
export { isUnavailable, ServerAway } from './unavailable.ts';
