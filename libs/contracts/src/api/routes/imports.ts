import type { RouteSpec } from '../route.ts';

export const importsRoutes = {} as const satisfies Record<string, RouteSpec>;
