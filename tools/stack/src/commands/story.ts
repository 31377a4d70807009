import { toolEnvironment } from '../bring-up.ts';
import { listenForStop } from '../process/signals.ts';
import { readSettings } from '../settings.ts';
import { onThrowAwayStack } from '../throw-away.ts';
import { plainCommand, runEntry, toolCommand } from './tool.ts';

const entry = 'tools/story/src/main.ts';
const onRunningProduct = toolCommand(entry);
const areKnown = plainCommand('tools/story/src/known.ts');

/**
 * `npm run story`: one hazard round the loop, on the running product. `npm run story -- <name…>`: named stories, on a
 * stack of their own, since they move the calendar and let clocks run out; it is gone afterwards.
 */
export async function story(names: readonly string[]): Promise<number> {
  if (names.length === 0) return onRunningProduct(names);
  const refused = await areKnown(names);
  if (refused !== 0) return refused;
  const stop = listenForStop();
  const code = await onThrowAwayStack(readSettings(), stop, ({ surroundings }) =>
    runEntry(entry, names, toolEnvironment(surroundings)),
  );
  return code ?? 130;
}
