import { OtherThanTold } from './checks/as-told.ts';
import type { Story } from './stories/catalogue.ts';
import { heading } from './print.ts';
import type { Setting } from './setting.ts';

interface Told {
  readonly name: string;
  readonly seconds: number;
  readonly passed: boolean;
}

/**
 * Tells stories one after the other, also after one that failed, and ends with a line for each.
 *
 * @returns whether the product did all that is told
 */
export async function tellNamed(
  stories: readonly (readonly [name: string, story: Story])[],
  setting: Setting,
): Promise<boolean> {
  const told: Told[] = [];
  for (const [name, story] of stories) {
    heading(`━━ ${name}`);
    told.push(await tell(name, story, setting));
  }
  heading('━━');
  for (const { name, seconds, passed } of told)
    console.log(`${passed ? '✔ passed' : '✖ failed'}  ${name} (${seconds.toFixed(1)} s)`);
  return told.every(({ passed }) => passed);
}

async function tell(name: string, story: Story, setting: Setting): Promise<Told> {
  const begun = performance.now();
  const passed = await story(setting).then(
    () => true,
    (error: unknown) => {
      console.error(`✖ ${name}:`, error instanceof OtherThanTold ? error.message : error);
      return false;
    },
  );
  return { name, seconds: (performance.now() - begun) / 1000, passed };
}
