import type { OverallFigureName } from '@bihuan/contracts';
import { leastRanked } from '@bihuan/process-core';

/**
 * Indicator "overall" of every city, as of the end of a month: the definitions of `overallFigures` and `ranksOf` in
 * process-core, as one query; a property test holds them against each other.
 *
 * $1 campaign, $2 month, $3 the first instant after it, $4 cities to be listed, `[{ code, nameZh, nameEn }]`, hazards
 * or none. A city that only a hazard names is listed by its code.
 */
export const FIGURES = `
  WITH cut AS (
    SELECT hazard_no, city_code, found_month, struck_off_month, coalesce(struck_off_at < $3, false) AS ended,
      coalesce(withdrawn_at < $3, false) AS withdrawn
    FROM hazard_measure WHERE campaign_code = $1 AND found_month <= $2
  ), begun AS (
    SELECT hazard_no, round, completed_at, on_time, CASE WHEN moves = '[]' THEN deadline ELSE (
        SELECT due FROM (
          SELECT 0 AS version, deadline AS due
          UNION ALL
          SELECT version, due
          FROM jsonb_to_recordset(moves) AS move(version integer, at timestamptz, due timestamptz) WHERE at < $3
        ) AS stood ORDER BY version DESC LIMIT 1) END AS deadline
    FROM measured_round WHERE begun_at < $3
  ), rounds AS (
    SELECT hazard_no, (array_agg(deadline < $3 ORDER BY round DESC))[1] AS due,
      (array_agg(coalesce(completed_at < $3, false) ORDER BY round DESC))[1] AS completed,
      bool_and(coalesce(completed_at < $3 AND on_time, false)) AS on_time
    FROM begun GROUP BY hazard_no
  ), answers AS (
    SELECT hazard_no, count(*) AS handovers, count(*) FILTER (WHERE coalesce(due, answered_at) < $3) AS due,
      count(*) FILTER (WHERE coalesce(due, answered_at) < $3 AND answered_at < $3 AND NOT late) AS on_time
    FROM measured_handover
    WHERE track = 'territorial' AND dispatched_at < $3 AND NOT coalesce(redirected_at < $3, false)
    GROUP BY hazard_no
  ), hazard AS (
    SELECT cut.*, coalesce(rounds.due, false) AS due, coalesce(rounds.completed, false) AS completed,
      coalesce(rounds.on_time, false) AS on_time, answers.handovers, answers.due AS handovers_due,
      answers.on_time AS handovers_on_time
    FROM cut LEFT JOIN rounds USING (hazard_no) LEFT JOIN answers USING (hazard_no)
  ), city AS (
    SELECT code, "nameZh", "nameEn"
    FROM jsonb_to_recordset($4::jsonb) AS listed(code text, "nameZh" text, "nameEn" text)
    UNION ALL
    SELECT DISTINCT city_code, city_code, city_code FROM cut
    WHERE city_code NOT IN (SELECT each->>'code' FROM jsonb_array_elements($4::jsonb) AS each)
  ), counts AS (
    SELECT code AS city_code, "nameZh" AS name_zh, "nameEn" AS name_en,
      count(*) FILTER (WHERE found_month = $2)::int AS found,
      count(*) FILTER (WHERE NOT withdrawn)::int AS found_total,
      count(*) FILTER (WHERE struck_off_month = $2)::int AS struck_off,
      count(*) FILTER (WHERE struck_off_month <= $2)::int AS struck_off_total,
      count(*) FILTER (WHERE NOT withdrawn AND due)::int AS due,
      count(*) FILTER (WHERE NOT withdrawn AND due AND on_time)::int AS on_time,
      count(*) FILTER (WHERE NOT withdrawn AND NOT due)::int AS not_yet_due,
      count(*) FILTER (WHERE NOT withdrawn AND due AND NOT completed AND NOT ended)::int AS overdue,
      coalesce(sum(handovers) FILTER (WHERE NOT withdrawn), 0)::int AS handovers,
      coalesce(sum(handovers_due) FILTER (WHERE NOT withdrawn), 0)::int AS handovers_due,
      coalesce(sum(handovers_on_time) FILTER (WHERE NOT withdrawn), 0)::int AS handovers_on_time
    FROM city LEFT JOIN hazard ON city_code = code GROUP BY code, "nameZh", "nameEn"
  ), rates AS (
    SELECT *, round(struck_off_total::numeric / nullif(found_total, 0), 4) AS overall_rate,
      round(on_time::numeric / nullif(due, 0), 4) AS on_time_rate,
      round(handovers_on_time::numeric / nullif(handovers_due, 0), 4) AS handover_timeliness
    FROM counts
  )
  SELECT rates.*, CASE WHEN found_total >= ${leastRanked} THEN rank() OVER (
      PARTITION BY found_total >= ${leastRanked}
      ORDER BY overall_rate DESC NULLS LAST, on_time_rate DESC NULLS LAST, handover_timeliness DESC NULLS LAST
    ) END::int AS rank
  FROM rates`;

/** Columns of the figures, in the database and in the contracts. */
export const figureColumns = {
  found: 'found',
  foundTotal: 'found_total',
  struckOff: 'struck_off',
  struckOffTotal: 'struck_off_total',
  overallRate: 'overall_rate',
  due: 'due',
  onTime: 'on_time',
  onTimeRate: 'on_time_rate',
  notYetDue: 'not_yet_due',
  overdue: 'overdue',
  handovers: 'handovers',
  handoversDue: 'handovers_due',
  handoversOnTime: 'handovers_on_time',
  handoverTimeliness: 'handover_timeliness',
} as const satisfies Record<OverallFigureName, string>;
