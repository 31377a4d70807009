export type { CarriedLoop, LoopOutcome } from './loop-run.ts';
export { belongings, searchKeys, standing } from './operator/search.ts';
export { brief, markWords, placeWords, stateWords } from './operator/words.ts';
