import { reportOf } from './report.ts';
import { isWhole, restoreLoops } from './restore-loops.ts';
import { openSetting } from './setting.ts';

/** `npm run reconcile`: every hazard that is not finished gets its loop back. Exits with 0 if all have one in the end. */
const PATIENCE_MS = 120_000;

const product = await openSetting();
try {
  const repair = await restoreLoops({ ...product, patienceMs: PATIENCE_MS });
  for (const line of reportOf(repair)) console.log(line);
  process.exitCode = isWhole(repair) ? 0 : 1;
} finally {
  await product.close();
}
