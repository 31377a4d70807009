import { readSetting } from './setting.ts';
import { tellStory } from './story.ts';

await tellStory(await readSetting());
