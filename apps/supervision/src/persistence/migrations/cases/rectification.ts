import { comments } from './comments.ts';

export const createPlan: readonly string[] = [
  `CREATE TABLE plan (
    id uuid NOT NULL,
    hazard_no text NOT NULL,
    goal_and_task text NOT NULL,
    method_and_measures text NOT NULL,
    funds_and_materials text NOT NULL,
    organisation_and_persons text NOT NULL,
    time_and_requirement text NOT NULL,
    safety_and_contingency text NOT NULL,
    funds numeric,
    filed_at timestamptz(3) NOT NULL,
    filed_by text NOT NULL,
    filed_org text NOT NULL,
    CONSTRAINT plan_pk PRIMARY KEY (id)
  )`,
  `CREATE INDEX plan_hazard ON plan (hazard_no, filed_at)`,
  ...comments('plan', 'Rectification plans as filed; a revised plan is a further row', {
    id: 'Id of the plan',
    hazard_no: 'Hazard it belongs to',
    goal_and_task: 'Goal and task',
    method_and_measures: 'Method and measures',
    funds_and_materials: 'Funds and materials',
    organisation_and_persons: 'Organisation and persons',
    time_and_requirement: 'Time limit and requirement',
    safety_and_contingency: 'Safety measures and contingency plan',
    funds: 'Planned funds in 10,000 yuan',
    filed_at: 'Business time of filing',
    filed_by: 'Person or system that filed it',
    filed_org: 'Organisation that filed it',
  }),
];

export const createProgressReport: readonly string[] = [
  `CREATE TABLE progress_report (
    id uuid NOT NULL,
    hazard_no text NOT NULL,
    round integer NOT NULL,
    percent integer NOT NULL,
    note text NOT NULL,
    reported_at timestamptz(3) NOT NULL,
    reported_by text NOT NULL,
    reported_org text NOT NULL,
    CONSTRAINT progress_report_pk PRIMARY KEY (id)
  )`,
  `CREATE INDEX progress_report_hazard ON progress_report (hazard_no, reported_at)`,
  ...comments('progress_report', 'Reports on the progress of rectification', {
    id: 'Id of the report',
    hazard_no: 'Hazard it belongs to',
    round: 'Round of rectification it was made in',
    percent: 'How much is done, 0 to 100',
    note: 'What was done and what is left',
    reported_at: 'Business time of the report',
    reported_by: 'Person or system that reported',
    reported_org: 'Organisation that reported',
  }),
];

export const createCompletionReport: readonly string[] = [
  `CREATE TABLE completion_report (
    hazard_no text NOT NULL,
    round integer NOT NULL,
    summary text NOT NULL,
    finished_on date NOT NULL,
    on_time boolean NOT NULL,
    reported_at timestamptz(3) NOT NULL,
    reported_by text NOT NULL,
    reported_org text NOT NULL,
    CONSTRAINT completion_report_pk PRIMARY KEY (hazard_no, round)
  )`,
  ...comments('completion_report', 'Reports that rectification is finished, one a round', {
    hazard_no: 'Hazard it belongs to',
    round: 'Round of rectification it ends',
    summary: 'What was done',
    finished_on: 'Day on which the work was finished, Asia/Shanghai',
    on_time: 'Reported before the deadline; exactly then is late',
    reported_at: 'Business time of the report',
    reported_by: 'Person or system that reported',
    reported_org: 'Organisation that reported',
  }),
];
