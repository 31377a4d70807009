import { Acceptance } from './acceptance.entity.ts';
import { CompletionReport } from './completion-report.entity.ts';
import { HazardCase } from './hazard-case.entity.ts';
import { Plan } from './plan.entity.ts';
import { ProgressReport } from './progress-report.entity.ts';
import { StrikeOffRecord } from './strike-off.entity.ts';

export const entities = [HazardCase, Plan, ProgressReport, CompletionReport, Acceptance, StrikeOffRecord];
