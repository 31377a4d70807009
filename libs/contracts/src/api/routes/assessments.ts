import type { RouteSpec } from '../route.ts';

export const assessmentsRoutes = {} as const satisfies Record<string, RouteSpec>;
