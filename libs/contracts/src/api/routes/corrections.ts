import type { RouteSpec } from '../route.ts';

export const correctionsRoutes = {} as const satisfies Record<string, RouteSpec>;
