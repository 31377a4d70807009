import { readSetting } from './setting.ts';
import { stories } from './stories/catalogue.ts';
import { tellStory } from './story.ts';
import { tellNamed } from './tell-named.ts';

const asked = new Set(process.argv.slice(2));
const setting = await readSetting();
if (asked.size === 0) await tellStory(setting);
else if (
  !(await tellNamed(
    [...stories].filter(([name]) => asked.has(name)),
    setting,
  ))
)
  process.exitCode = 1;
