import { comments } from './comments.ts';

export const createMonths: readonly string[] = [
  `CREATE TABLE edition_cut (
    campaign_code text NOT NULL,
    month text NOT NULL,
    no integer NOT NULL,
    found integer NOT NULL,
    struck_off integer NOT NULL,
    digest text NOT NULL,
    published_at timestamptz(3) NOT NULL,
    CONSTRAINT edition_cut_pk PRIMARY KEY (campaign_code, month)
  )`,
  ...comments('edition_cut', 'The cut of each month, as its published edition says', {
    campaign_code: 'Campaign of the edition.',
    month: 'Month of the edition, YYYY-MM, Asia/Shanghai.',
    no: 'Number of the edition within its campaign.',
    found: 'Hazards it lists for the first time.',
    struck_off: 'Hazards it lists as struck off.',
    digest: 'Sum of the 64-bit hashes of its lines, in decimal.',
    published_at: 'Business time at which the edition was published.',
  }),
  `CREATE TABLE month_assessment (
    campaign_code text NOT NULL,
    month text NOT NULL,
    requested_at timestamptz(3) NOT NULL,
    assessed_at timestamptz(3),
    told_to text,
    published_at timestamptz(3),
    CONSTRAINT month_assessment_pk PRIMARY KEY (campaign_code, month)
  )`,
  ...comments('month_assessment', 'Assessments of months, one a month however often it is asked for', {
    campaign_code: 'Campaign that is assessed.',
    month: 'Month, YYYY-MM, Asia/Shanghai.',
    requested_at: 'Business time at which it was first asked for.',
    assessed_at: 'Business time at which its figures were counted.',
    told_to: 'Last hazard of the month, by number, whose assessment has been announced.',
    published_at: 'Business time at which all its hazards had been announced.',
  }),
];
