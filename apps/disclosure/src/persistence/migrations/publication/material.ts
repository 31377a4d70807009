import { comments } from '@bihuan/platform/persistence';

/** Exact instants take the place of months: a cut is made at the month's end, to the millisecond. */
export const changeMaterial: readonly string[] = [
  `ALTER TABLE edition_material ADD COLUMN registered_at timestamptz(3), ADD COLUMN struck_off_at timestamptz(3),
     ADD COLUMN withdrawn_at timestamptz(3), ADD COLUMN place_code text, ADD COLUMN credit_code text,
     ADD COLUMN orgs text[] NOT NULL DEFAULT '{}'`,
  `UPDATE edition_material SET registered_at = (facts->'hazard'->>'registeredAt')::timestamptz,
     struck_off_at = (facts->'hazard'->>'struckOffAt')::timestamptz,
     withdrawn_at = (facts->'hazard'->>'withdrawnAt')::timestamptz`,
  `DROP INDEX edition_material_registered`,
  `DROP INDEX edition_material_struck_off`,
  `ALTER TABLE edition_material DROP COLUMN registered_month, DROP COLUMN struck_off_month`,
  `CREATE INDEX edition_material_registered ON edition_material (campaign_code, registered_at)`,
  `CREATE INDEX edition_material_struck_off ON edition_material (campaign_code, struck_off_at)`,
  ...comments('edition_material', 'What editions can say of each hazard', {
    registered_at: 'Business time of registration: decides which edition is its first.',
    struck_off_at: 'Business time of the strike-off; empty while it is not struck off.',
    withdrawn_at: 'Business time at which it was withdrawn as registered in error.',
    place_code: 'County of the hazard, for who may read of it.',
    credit_code: 'Credit code of the unit that must rectify, for who may read of it.',
    orgs: 'Organisations that share it, must rectify it or were handed it, for who may read of it.',
  }).slice(1),
];

export const restoreMaterial: readonly string[] = [
  `DROP INDEX edition_material_registered`,
  `DROP INDEX edition_material_struck_off`,
  `ALTER TABLE edition_material ADD COLUMN registered_month text, ADD COLUMN struck_off_month text`,
  `UPDATE edition_material SET registered_month = to_char(registered_at AT TIME ZONE 'Asia/Shanghai', 'YYYY-MM'),
     struck_off_month = to_char(struck_off_at AT TIME ZONE 'Asia/Shanghai', 'YYYY-MM')`,
  `ALTER TABLE edition_material DROP COLUMN registered_at, DROP COLUMN struck_off_at, DROP COLUMN withdrawn_at,
     DROP COLUMN place_code, DROP COLUMN credit_code, DROP COLUMN orgs`,
  `CREATE INDEX edition_material_registered ON edition_material (campaign_code, registered_month, city_code)`,
  `CREATE INDEX edition_material_struck_off ON edition_material (campaign_code, struck_off_month, city_code)`,
];
