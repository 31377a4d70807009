import { Acceptance } from './acceptance.entity.ts';
import { CompletionReport } from './completion-report.entity.ts';
import { HazardCase } from './hazard-case.entity.ts';
import { InterviewCause } from './interview-cause.entity.ts';
import { InterviewStart } from './interview-start.entity.ts';
import { Interview } from './interview.entity.ts';
import { KnownEvidence } from './known-evidence.entity.ts';
import { Petition } from './petition.entity.ts';
import { Plan } from './plan.entity.ts';
import { ProgressReport } from './progress-report.entity.ts';
import { StrikeOffRecord } from './strike-off.entity.ts';

export const entities = [
  HazardCase,
  Plan,
  ProgressReport,
  CompletionReport,
  Acceptance,
  StrikeOffRecord,
  Petition,
  KnownEvidence,
  Interview,
  InterviewCause,
  InterviewStart,
];
