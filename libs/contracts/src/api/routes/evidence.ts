import type { RouteSpec } from '../route.ts';

export const evidenceRoutes = {} as const satisfies Record<string, RouteSpec>;
