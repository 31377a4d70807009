import { groupKey, type Selection } from './groups.ts';

/**
 * What becomes of each selected clock, as `changed`: its new date, when it wakes, and whether it is late from now on.
 * Parameters: `$1` to `$4` of the selection, `$5` the targets, `$6` business time.
 *
 * A rung that is behind a clock stays behind it. What lies before now and was not taken is missed: nobody is told of it
 * afterwards. A clock that stands still misses nothing by what passes meanwhile. One whose date has passed keeps rungs
 * and lateness as long as its date stays, or where it is late by a later one as well (`keeps`); one that was late and
 * gets a date that is still ahead begins another ladder for it (`begins`), as behind an extension. What explains a date is told anew (`restates`) only where the date changes, or
 * what it is counted by. Most clocks have the ladder of their group: only one that differs carries its own through the
 * statement, for there are many.
 */
export const changedClocks = ({ where }: Selection): string => `
  target AS MATERIALIZED (
    SELECT *, ${timesOf('ahead')} AS times,
      ARRAY(SELECT r ->> 'rung' FROM jsonb_array_elements(ahead) r) AS names
    FROM jsonb_to_recordset($5::jsonb) AS t(key text, due timestamptz(3), provisional boolean, explanation_zh text,
      explanation_en text, days text, policy_version integer, day_ends text, period jsonb, ahead jsonb, missed jsonb)
  ), looked AS (
    SELECT c.id, c.version, c.kind, c.hazard_no, c.due, ${timesOf('c.rungs')} AS times, c.ladder, c.ladder_since,
      c.wake_at, c.paused_at, c.overdue_at, c.policy_version, c.period, c.provisional, ${groupKey} AS key,
      c.overdue_at IS NOT NULL OR (c.paused_at IS NULL AND c.due <= $6) AS passed
    FROM clock c WHERE ${where}
  ), behind AS (
    SELECT r.clock_id, r.ladder, array_agg(r.rung) AS rungs FROM clock_rung r JOIN looked l ON l.id = r.clock_id
    GROUP BY 1, 2
  ), changed AS (
    SELECT l.id, l.version, l.kind, l.hazard_no, l.key, l.ladder, l.ladder_since, b.rungs AS behind, l.due,
      l.overdue_at, keeps, begins, t.due <> l.due OR t.provisional <> l.provisional
        OR t.period IS DISTINCT FROM l.period AS restates, t.due AS new_due, t.policy_version AS new_policy_version,
      nullif(own.ahead, t.ahead) AS own_ahead,
      CASE WHEN stays AND l.paused_at IS NULL THEN (SELECT min(at::timestamptz)
          FROM jsonb_array_elements_text(l.times) at WHERE at::timestamptz >= t.due)
        WHEN keeps THEN l.wake_at
        WHEN l.paused_at IS NULL THEN (own.ahead -> 0 ->> 'at')::timestamptz END AS new_wake_at,
      CASE WHEN stays THEN t.due WHEN keeps THEN l.overdue_at WHEN l.paused_at IS NOT NULL AND l.paused_at < t.due THEN NULL
        WHEN t.due <= $6 THEN t.due END AS new_overdue_at,
      CASE WHEN begins THEN coalesce(l.paused_at, $6) ELSE l.ladder_since END AS new_ladder_since
    FROM looked l JOIN target t ON t.key = l.key
      LEFT JOIN behind b ON b.clock_id = l.id AND b.ladder = l.ladder
      CROSS JOIN LATERAL (SELECT l.overdue_at IS NOT NULL AND t.due BETWEEN l.due AND coalesce(l.paused_at, $6) AS stays
        OFFSET 0) late
      CROSS JOIN LATERAL (SELECT stays OR (t.due = l.due AND l.passed) AS keeps,
        NOT stays AND t.due > l.due AND l.overdue_at IS NOT NULL AS begins OFFSET 0) stands
      CROSS JOIN LATERAL (SELECT CASE
        WHEN begins OR l.ladder_since <= $6 AND (t.names && b.rungs) IS NOT TRUE THEN t.ahead
        ELSE (SELECT coalesce(jsonb_agg(r ORDER BY n), '[]') FROM jsonb_array_elements(t.ahead) WITH ORDINALITY e(r, n)
          WHERE ${isNotBehind('l.ladder_since', 'b.rungs')}) END AS ahead OFFSET 0) own
    WHERE t.due <> l.due OR t.policy_version <> l.policy_version OR (NOT l.passed AND l.paused_at IS NULL
      AND l.times <> CASE WHEN own.ahead = t.ahead THEN t.times ELSE ${timesOf('own.ahead')} END)
  )`;

function timesOf(rungs: string): string {
  return `jsonb_path_query_array(${rungs}, '$[*].at')`;
}

/** A rung of the whole ladder that is neither before that ladder began nor behind the clock. */
function isNotBehind(ladderSince: string, behind: string): string {
  return `(r ->> 'at')::timestamptz >= ${ladderSince} AND r ->> 'rung' <> ALL (coalesce(${behind}, '{}'))`;
}

/** What explains a date: told anew, or as it was. */
function restated(column: string, anew = `t.${column}`): string {
  return `CASE WHEN n.restates THEN ${anew} ELSE c.${column} END`;
}

/** What a preview tells, and what applying it must find again: the clocks, their versions and their new dates. */
export const summary = `
  (SELECT count(*)::integer FROM looked) AS looked,
  count(*) FILTER (WHERE new_due < due)::integer AS earlier,
  count(*) FILTER (WHERE new_due > due)::integer AS later,
  count(*) FILTER (WHERE new_due = due)::integer AS "sameDue",
  count(*) FILTER (WHERE new_overdue_at IS NOT NULL AND overdue_at IS NULL)::integer AS "nowOverdue",
  encode(sha256(convert_to(coalesce(string_agg(concat_ws(':', id, version, extract(epoch FROM new_due),
    new_policy_version), ',' ORDER BY id COLLATE "C"), ''), 'UTF8')), 'hex') AS hash`;

/**
 * Writes `changed` to the clocks, with a further row for each and its missed rungs. A clock that changes at the same
 * moment is left as it is: `written` tells how many were not. Parameters: `$7` the calendar's version, `$8` the reason,
 * `$9` the hash, `$10` who approves it, `$11` in which organisation.
 */
export const written = `
  written AS (
    UPDATE clock c SET version = c.version + 1, due = n.new_due, wake_at = n.new_wake_at,
      rungs = CASE WHEN n.keeps THEN c.rungs ELSE coalesce(n.own_ahead, t.ahead) END,
      ladder = c.ladder + n.begins::integer, ladder_since = n.new_ladder_since,
      policy_version = n.new_policy_version, day_ends = t.day_ends, period = t.period, overdue_at = n.new_overdue_at,
      calendar_version = ${restated('calendar_version', '$7')}, provisional = ${restated('provisional')},
      explanation_zh = ${restated('explanation_zh')}, explanation_en = ${restated('explanation_en')},
      days = ${restated('days')},
      to_tell = CASE WHEN n.new_wake_at < c.wake_at OR c.wake_at IS NULL THEN 'earlier' ELSE 'later' END
    FROM changed n JOIN target t ON t.key = n.key WHERE c.id = n.id AND c.version = n.version
    RETURNING c.id
  ), noted AS (
    INSERT INTO clock_change (id, clock_id, kind, at, due_before, due_after, reason, reference, person, org_code)
    SELECT uuidv7(), id, 'reprojection', $6, due, new_due, $8, $9, $10, $11 FROM changed
  ), missed AS (
    INSERT INTO clock_rung (clock_id, ladder, rung, taken, decided_at)
    SELECT n.id, n.ladder, r ->> 'rung', false, $6
    FROM changed n JOIN target t ON t.key = n.key CROSS JOIN LATERAL jsonb_array_elements(t.missed) r
    WHERE NOT n.keeps AND NOT n.begins AND ${isNotBehind('n.ladder_since', 'n.behind')}
  )`;
