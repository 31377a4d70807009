/** Every workflow of the product: what the bundle is made of. */
export { hazardLoop } from '@bihuan/hazard-loop/workflow';
export { monthlyAssessment } from '@bihuan/monthly-assessment/workflow';
export { monthlyDisclosure } from '@bihuan/monthly-disclosure/workflow';
export { obligation } from '@bihuan/obligation/workflow';
