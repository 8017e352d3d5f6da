-- SPDX-License-Identifier: Apache-2.0
-- Findings: rows, reports and verdicts say the same, whatever the type of the document.
SELECT pg_temp.holds(name || ': rows are the findings of the report', (
  SELECT jsonb_agg(jsonb_strip_nulls(jsonb_build_object('rule', rule, 'slug', slug, 'severity', severity, 'message', message, 'cite', cite,
                   'line', line, 'column', "column", 'path', path, 'fingerprint', fingerprint)) ORDER BY i)
  FROM qms_validate(data, '2026-06-01') WITH ORDINALITY AS f (rule, slug, severity, message, message_en, cite, requirement, line, "column",
       path, suppressed, suppressed_by, suppressed_until, suppressed_reason, suppressed_in_file, fingerprint, i)
) IS NOT DISTINCT FROM (
  SELECT jsonb_agg(jsonb_strip_nulls(jsonb_build_object('rule', x->'rule', 'slug', x->'slug', 'severity', x->'severity', 'message',
                   x->'message', 'cite', x->'cite', 'line', x->'line', 'column', x->'column', 'path', x->'path', 'fingerprint',
                   x->'fingerprint')) ORDER BY i)
  FROM jsonb_array_elements(qms_report(data, '2026-06-01')::jsonb->'files'->0->'findings') WITH ORDINALITY AS j (x, i)
)) FROM example WHERE name <> 'cau-truc-sai.xml';

SELECT pg_temp.holds(name || ': conforming if no error is found', qms_is_conforming(data, '2026-06-01')
  = NOT EXISTS (SELECT FROM qms_validate(data, '2026-06-01') WHERE severity = 'error' AND NOT suppressed))
  FROM example WHERE name <> 'cau-truc-sai.xml';

SELECT pg_temp.holds(name || ': text, xml and bytea are the same',
  qms_report(data, '2026-06-01') = qms_report(convert_from(data, 'UTF8'), '2026-06-01')
  AND qms_report(data, '2026-06-01') = qms_report(convert_from(data, 'UTF8')::xml, '2026-06-01')) FROM example;

SELECT pg_temp.holds('both verdicts occur', count(DISTINCT qms_is_conforming(data, '2026-06-01')) = 2)
  FROM example WHERE name <> 'cau-truc-sai.xml';
SELECT pg_temp.holds('without a day it is the day of the transaction', (SELECT string_agg(f::text, '') FROM qms_validate(data) f)
  = (SELECT string_agg(f::text, '') FROM qms_validate(data, current_date) f)) FROM example WHERE name = 'ubnd-xa-nho.xml';
SELECT pg_temp.holds('a refused document has a report', qms_report(data, '2026-06-01') LIKE '%QMS-CT-003%')
  FROM example WHERE name = 'cau-truc-sai.xml';
SELECT pg_temp.holds('a report in English as SARIF', qms_report(data, '2026-06-01', 'x.xml', 'en', 'sarif')::json->>'version' = '2.1.0')
  FROM example WHERE name = 'quy-trinh-loi.xml';
SELECT pg_temp.holds('null gives null', qms_is_conforming(NULL::text) IS NULL AND qms_report(NULL::text, '2026-06-01') IS NULL
  AND qms_to_json(NULL::bytea) IS NULL AND NOT EXISTS (SELECT FROM qms_validate(NULL::xml)));

SET force_parallel_mode = on;
SET parallel_setup_cost = 0;
SET parallel_tuple_cost = 0;
SET min_parallel_table_scan_size = 0;
CREATE TEMP TABLE plan (line text);
DO $$
DECLARE l text;
BEGIN
  FOR l IN EXPLAIN SELECT name FROM example WHERE name <> 'cau-truc-sai.xml' AND qms_is_conforming(data) LOOP
    INSERT INTO plan VALUES (l);
  END LOOP;
END $$;
SELECT pg_temp.holds('workers may validate', bool_or(line LIKE '%Gather%')) FROM plan;
CREATE TEMP TABLE verdict AS SELECT name, qms_is_conforming(data, '2026-06-01') AS ok FROM example WHERE name <> 'cau-truc-sai.xml';
RESET force_parallel_mode;
RESET min_parallel_table_scan_size;
SELECT pg_temp.holds('workers find the same', bool_and(ok = qms_is_conforming(data, '2026-06-01'))) FROM verdict JOIN example USING (name);
SELECT pg_temp.holds('what depends on the day of the transaction is stable, the rest immutable; all of it is safe in workers',
  bool_and(proparallel = 's' AND provolatile = CASE WHEN proname IN ('qms_validate', 'qms_is_conforming') AND pronargs = 1 OR proname = 'qms_version' THEN 's'
           ELSE 'i' END) AND count(*) > 100)
  FROM pg_proc WHERE proname LIKE 'qms\_%';
