export { AuthModule } from './auth.module.ts';
export { Caller } from './caller.ts';
export { CurrentCaller } from './current-caller.ts';
export { signInternalToken, verificationKey, verifyInternalToken } from './internal-token.ts';
export { Open } from './open.ts';
export { callerOf } from './request-caller.ts';
export { type Condition, scopeWhere, type ScopeColumns } from './scope-where.ts';
