export { publishReference, referenceItem } from './publish-reference.ts';
export { smallProvince, testPolicy } from './small-province.ts';
