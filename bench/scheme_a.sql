-- The registers of scheme A, added up branch by branch: the first half of the DuckDB peer's one statement.
-- Filled in by peer_duckdb.py: $folder, $year, $on.
WITH
day AS (
  SELECT make_date($year, 1, 1) AS y0, make_date($year - 1, 1, 1) AS y1, make_date($year - 2, 1, 1) AS y2,
         make_date($year, 12, 31) AS y9, least($on::DATE, make_date($year, 12, 31)) AS last, $on::DATE AS day
),
kept_rows AS (
  SELECT unit, bit_or(1::INT << CASE register
    WHEN 'meetings' THEN 0 WHEN 'tasks' THEN 1 WHEN 'honours' THEN 2 WHEN 'activities' THEN 3 WHEN 'plans' THEN 4
    WHEN 'innovations' THEN 5 WHEN 'appraisals' THEN 6 WHEN 'cases' THEN 7 + ($year - year)
    ELSE 10 + ($year - year) END) AS bits
  FROM read_parquet($folder || '/kept.parquet')
  WHERE year = $year OR (register IN ('cases', 'circulars') AND year BETWEEN $year - 2 AND $year)
  GROUP BY unit
),
meetings AS (
  SELECT unit, sum(coalesce(expected, least_)) AS expected, sum(coalesce(expected, 100000000)) AS expected_may,
         sum(coalesce(present, 0)) AS present, sum(coalesce(present, expected, 100000000)) AS present_may,
         sum(coalesce(expected, if(present IS NULL, 100000000, least_))) AS expected_best,
         sum(coalesce(late, 0) + coalesce(left_early, 0)) AS late,
         bool_or((late IS NULL OR left_early IS NULL) AND expected IS DISTINCT FROM 0) AS late_open
  FROM (SELECT *, greatest(coalesce(present, 0), coalesce(late, 0), coalesce(left_early, 0)) AS least_
        FROM read_parquet($folder || '/meetings.parquet')), day
  WHERE held_on BETWEEN y0 AND last GROUP BY unit
),
task_rows AS (
  SELECT unit, key, done, NOT done AND due_on > day AS ahead,
         done AND done_on <= due_on AS timely,
         done AND done_on <= due_on AND coalesce(grade = 'outstanding', false) AS best,
         done AND done_on <= due_on AND coalesce(grade <> 'basic', false) AS good,
         (timely OR ahead) AND coalesce(grade = 'outstanding', true) AS best_may,
         (timely OR ahead) AND coalesce(grade <> 'basic', true) AS good_may
  FROM (SELECT *, coalesce(done_on <= day, false) AS done FROM read_parquet($folder || '/tasks.parquet'), day
        WHERE due_on BETWEEN y0 AND y9)
),
tasks AS (
  SELECT unit,
         count(*) FILTER (key) AS keys, count(*) FILTER (key IS NOT FALSE) AS keys_may,
         count(*) FILTER (key AND NOT done AND NOT ahead) AS undone,
         count(*) FILTER (key IS NOT FALSE AND NOT done) AS undone_may,
         bool_or(key IS NOT TRUE AND NOT done) AS other_open,
         bool_or(key IS FALSE AND NOT done AND NOT ahead) AS other_undone,
         bool_or(key IS NOT FALSE AND NOT timely) AS late_open,
         bool_or(key IS TRUE AND NOT (timely OR ahead)) AS late,
         bool_or((key IS NOT FALSE AND NOT best) OR (key IS NOT TRUE AND NOT good)) AS poor_open,
         bool_or((key IS TRUE AND NOT best_may) OR (key IS FALSE AND NOT good_may)) AS poor
  FROM task_rows GROUP BY unit
),
cases AS (
  SELECT unit, bool_or(filed_on >= y0) AS c0, bool_or(filed_on >= y1) AS c1, true AS c2,
         bool_or(filed_on >= y0 AND serious IS TRUE AND party_member IS TRUE) AS veto,
         bool_or(filed_on >= y0 AND serious IS NOT FALSE AND party_member IS NOT FALSE) AS veto_may
  FROM read_parquet($folder || '/cases.parquet'), day
  WHERE filed_on BETWEEN y2 AND last AND (withdrawn_on IS NULL OR withdrawn_on > day) GROUP BY unit
),
circulars AS (
  SELECT unit, sum(CASE WHEN issued_on >= y0 AND about = 'rule_breach' THEN persons END) AS persons,
         sum(CASE WHEN issued_on >= y0 AND about IS DISTINCT FROM 'work_error' THEN persons END) AS persons_may,
         bool_or(issued_on >= y0 AND about IS DISTINCT FROM 'work_error' AND persons IS NULL) AS persons_open,
         bool_or(issued_on >= y0 AND about IS NOT DISTINCT FROM 'work_error') AS e0,
         bool_or(issued_on >= y1 AND about IS NOT DISTINCT FROM 'work_error') AS e1,
         bool_or(about IS NOT DISTINCT FROM 'work_error') AS e2,
         bool_or(issued_on >= y0 AND about IS DISTINCT FROM 'rule_breach') AS e0_may,
         bool_or(issued_on >= y1 AND about IS DISTINCT FROM 'rule_breach') AS e1_may,
         bool_or(about IS DISTINCT FROM 'rule_breach') AS e2_may
  FROM read_parquet($folder || '/circulars.parquet'), day
  WHERE issued_on BETWEEN y2 AND last GROUP BY unit
),
honours AS (
  SELECT unit, bool_or(about IN ('excellence', 'branch_work')) AS sure,
         bool_or(coalesce(about IN ('excellence', 'branch_work'), true)) AS may
  FROM read_parquet($folder || '/honours.parquet'), day
  WHERE awarded_on BETWEEN y0 AND last GROUP BY unit
),
activities AS (
  SELECT unit, count(*) FILTER (kind = 'cultural_sports' AND "group" AND recorded) AS sure,
         count(*) FILTER (coalesce(kind = 'cultural_sports', true) AND "group" IS NOT FALSE AND recorded IS NOT FALSE) AS may
  FROM read_parquet($folder || '/activities.parquet'), day
  WHERE held_on BETWEEN y0 AND last GROUP BY unit
),
plans AS (
  SELECT unit, count(*) FILTER (quarter IS NULL) AS years, count(quarter) AS quarters,
         sum(low) AS items, sum(high) AS items_may, sum(best) AS items_best, sum(done) AS done, sum(most) AS done_may,
         sum(low) FILTER (quarter IS NULL) AS year_items, sum(high) FILTER (quarter IS NULL) AS year_items_may,
         sum(best) FILTER (quarter IS NULL) AS year_items_best, sum(done) FILTER (quarter IS NULL) AS year_done,
         sum(most) FILTER (quarter IS NULL) AS year_done_may
  FROM (SELECT unit, quarter, coalesce(items_done, 0) AS done, coalesce(items_done, items, 100000000) AS most,
               coalesce(items, items_done, 0) AS low, coalesce(items, 100000000) AS high,
               coalesce(items, items_done, 100000000) AS best
        FROM read_parquet($folder || '/plans.parquet') WHERE year = $year)
  GROUP BY unit
),
innovations AS (
  SELECT unit, true AS some, bool_or(summed_up IS TRUE AND recognised_by IS NOT NULL) AS sure,
         bool_or(summed_up IS NOT FALSE AND recognised_by IS NOT NULL) AS may
  FROM read_parquet($folder || '/innovations.parquet'), day
  WHERE made_on BETWEEN y0 AND last GROUP BY unit
),
appraisal_rows AS (
  SELECT unit, held_on,
         members = 0 OR (took_part IS NOT DISTINCT FROM members AND passed IS NOT DISTINCT FROM members AND members IS NOT NULL) AS sure,
         coalesce(members = 0, false) OR (coalesce(took_part = coalesce(members, greatest(took_part, coalesce(passed, 0))), true)
                                          AND coalesce(passed = coalesce(members, greatest(passed, coalesce(took_part, 0))), true)) AS may
  FROM read_parquet($folder || '/appraisals.parquet'), day
  WHERE year = $year AND (held_on IS NULL OR held_on <= day)
),
last_appraisal AS (
  SELECT unit, max(held_on) AS last FROM appraisal_rows GROUP BY unit HAVING last IS NOT NULL
),
appraisals AS (
  SELECT unit, bool_and(coalesce(sure, false)) AS sure, bool_or(may) AS may
  FROM appraisal_rows JOIN last_appraisal USING (unit) WHERE held_on IS NULL OR held_on = last GROUP BY unit
),
findings AS (
  SELECT unit, max(level) FILTER (criterion = '2') AS f2, max(level) FILTER (criterion = '3') AS f3,
         max(level) FILTER (criterion = '5') AS f5, max(level) FILTER (criterion = '7') AS f7,
         max(level) FILTER (criterion = '9') AS f9, max(level) FILTER (criterion = '10') AS f10,
         max(level) FILTER (criterion = '11') AS f11, max(level) FILTER (criterion = '12') AS f12
  FROM read_parquet($folder || '/findings.parquet') WHERE year = $year GROUP BY unit
),
granted AS (
  SELECT unit, max(coalesce((points * 100)::INT, -1)) FILTER (item = '1') AS g1,
         max(coalesce((points * 100)::INT, -1)) FILTER (item = '2') AS g2,
         max(coalesce((points * 100)::INT, -1)) FILTER (item = '3') AS g3,
         max(coalesce((points * 100)::INT, -1)) FILTER (item = '4') AS g4,
         max(coalesce((points * 100)::INT, -1)) FILTER (item = '5') AS g5,
         max(coalesce((points * 100)::INT, -1)) FILTER (item = '6') AS g6,
         max(coalesce((points * 100)::INT, -1)) FILTER (item = '7') AS g7,
         max(coalesce((points * 100)::INT, -1)) FILTER (item = '8') AS g8,
         max(coalesce((points * 100)::INT, -1)) FILTER (item = '9') AS g9,
         max(coalesce((points * 100)::INT, -1)) FILTER (item = '10') AS g10,
         max(coalesce((points * 100)::INT, -1)) FILTER (item = '11') AS g11,
         max(coalesce((points * 100)::INT, -1)) FILTER (item = '12') AS g12
  FROM read_parquet($folder || '/points.parquet') WHERE year = $year GROUP BY unit
),
assessments AS (
  SELECT unit, coalesce((score * 100)::INT, -1) AS score FROM read_parquet($folder || '/assessments.parquet') WHERE year = $year
),
declarations AS (
  SELECT unit, max(stars) AS declared FROM read_parquet($folder || '/declarations.parquet') WHERE year = $year GROUP BY unit
)
