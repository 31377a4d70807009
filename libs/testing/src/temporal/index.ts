export * from './clock-rows.ts';
export * from './eventually.ts';
export * from './facts.ts';
export * from './hazard-story.ts';
export * from './loop-world.ts';
export * from './test-namespace.ts';
export * from './time-skipping.ts';
export * from './workflow-bundle.ts';
