import { stories } from './stories/catalogue.ts';

/** Asked before a stack is started: whether every name is that of a story. */
const unknown = process.argv.slice(2).filter((name) => !stories.has(name));
if (unknown.length > 0) {
  console.error(`Unknown story ${unknown.join(', ')}. Known: ${[...stories.keys()].join(', ')}.`);
  process.exitCode = 2;
}
