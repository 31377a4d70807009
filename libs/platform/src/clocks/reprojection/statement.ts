import { groupKey, type Selection } from './groups.ts';

/**
 * What becomes of each selected clock, as `changed`: its new date, the rungs it has ahead, those it missed, and whether
 * it is late from now on. Parameters: `$1` to `$4` of the selection, `$5` the targets, `$6` business time.
 *
 * A rung that is behind a clock stays behind it. What lies before now and was not taken is missed: nobody is told of it
 * afterwards. A clock that stands still misses nothing by what passes meanwhile. One that is late already keeps the
 * spacing of its rungs as long as its date stays.
 */
export const changedClocks = ({ where }: Selection): string => `
  target AS (
    SELECT * FROM jsonb_to_recordset($5::jsonb) AS t(key text, due timestamptz(3), provisional boolean,
      explanation_zh text, explanation_en text, policy_version integer, day_ends text, period jsonb, rungs jsonb)
  ), looked AS (
    SELECT c.id, c.version, c.kind, c.hazard_no, c.due, c.wake_at, c.rungs, c.ladder, c.started_at, c.paused_at,
      c.overdue_at, c.policy_version, ${groupKey} AS key
    FROM clock c WHERE ${where}
  ), behind AS (
    SELECT r.clock_id, r.ladder, array_agg(r.rung) AS rungs FROM clock_rung r JOIN looked l ON l.id = r.clock_id
    GROUP BY 1, 2
  ), planned AS (
    SELECT l.*, t.due AS new_due, t.provisional AS new_provisional, t.explanation_zh, t.explanation_en,
      t.policy_version AS new_policy_version, t.day_ends AS new_day_ends, t.period AS new_period, t.rungs AS whole,
      (SELECT coalesce(jsonb_agg(r ORDER BY r ->> 'at') FILTER (WHERE (r ->> 'at')::timestamptz >= ${seen}), '[]')
         FROM jsonb_array_elements(t.rungs) r WHERE ${isAhead}) AS ahead
    FROM looked l JOIN target t ON t.key = l.key LEFT JOIN behind b ON b.clock_id = l.id AND b.ladder = l.ladder
  ), changed AS (
    SELECT *, CASE WHEN paused_at IS NULL THEN (ahead -> 0 ->> 'at')::timestamptz END AS new_wake_at,
      CASE WHEN paused_at IS NOT NULL AND paused_at < new_due THEN NULL
        WHEN new_due <= $6 THEN new_due END AS new_overdue_at
    FROM planned
    WHERE new_due <> due OR new_policy_version <> policy_version OR (overdue_at IS NULL AND paused_at IS NULL
      AND jsonb_path_query_array(ahead, '$[*].at') <> jsonb_path_query_array(rungs, '$[*].at'))
  )`;

/** A rung of the whole ladder that is neither before the clock's start nor behind the clock. */
const isAhead = `(r ->> 'at')::timestamptz >= l.started_at AND r ->> 'rung' <> ALL (coalesce(b.rungs, '{}'))`;

/** Up to when rungs of a clock may have been missed. */
const seen = `coalesce(l.paused_at, $6)`;

/** What a preview tells, and what applying it must find again: the clocks, their versions and their new dates. */
export const summary = `
  (SELECT count(*)::integer FROM looked) AS looked,
  count(*) FILTER (WHERE new_due < due)::integer AS earlier,
  count(*) FILTER (WHERE new_due > due)::integer AS later,
  count(*) FILTER (WHERE new_due = due)::integer AS "sameDue",
  count(*) FILTER (WHERE new_overdue_at IS NOT NULL AND overdue_at IS NULL)::integer AS "nowOverdue",
  encode(sha256(convert_to(coalesce(string_agg(concat_ws(':', id, version, extract(epoch FROM new_due),
    new_policy_version), ',' ORDER BY id), ''), 'UTF8')), 'hex') AS hash`;

/**
 * Writes `changed` to the clocks, with a further row for each and its missed rungs. A clock that changes at the same
 * moment is left as it is: `written` tells how many were not. Parameters: `$7` the calendar's version, `$8` the reason,
 * `$9` the hash, `$10` who approves it, `$11` in which organisation.
 */
export const written = `
  written AS (
    UPDATE clock c SET version = c.version + 1, due = n.new_due, wake_at = n.new_wake_at, rungs = n.ahead,
      policy_version = n.new_policy_version, day_ends = n.new_day_ends, period = n.new_period,
      calendar_version = $7, provisional = n.new_provisional, overdue_at = n.new_overdue_at,
      explanation_zh = n.explanation_zh, explanation_en = n.explanation_en,
      to_tell = CASE WHEN n.new_wake_at < n.wake_at OR n.wake_at IS NULL THEN 'earlier' ELSE 'later' END
    FROM changed n WHERE c.id = n.id AND c.version = n.version
    RETURNING c.id
  ), noted AS (
    INSERT INTO clock_change (id, clock_id, kind, at, due_before, due_after, reason, reference, person, org_code)
    SELECT gen_random_uuid(), id, 'reprojection', $6, due, new_due, $8, $9, $10, $11 FROM changed
  ), missed AS (
    INSERT INTO clock_rung (clock_id, ladder, rung, taken, decided_at)
    SELECT l.id, l.ladder, r ->> 'rung', false, $6
    FROM changed l LEFT JOIN behind b ON b.clock_id = l.id AND b.ladder = l.ladder
      CROSS JOIN LATERAL jsonb_array_elements(l.whole) r
    WHERE (r ->> 'at')::timestamptz < ${seen} AND ${isAhead}
  )`;
