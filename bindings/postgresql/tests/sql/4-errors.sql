-- SPDX-License-Identifier: Apache-2.0
-- What cannot be read is an SQL error; the backend lives, and nothing is left behind.
SELECT pg_temp.holds(what || ' is refused: ' || found, found = state)
  FROM (VALUES ('nothing', ''::bytea, '2200M'), ('neither XML nor JSON', 'hello', '0A000'), ('an open tag', '<heThong xmlns="urn:libqms:1">', '2200M'),
               ('a byte that is no UTF-8', '\x3c61fe3e'::bytea, '2200M'), ('U+0000', '\x3c61003e'::bytea, '0A000'),
               ('a document type', '<!DOCTYPE a [<!ENTITY b "c"><!ENTITY d "&b;&b;">]><heThong xmlns="urn:libqms:1"/>', '0A000'),
               ('a file as entity', '<!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]><heThong xmlns="urn:libqms:1">&b;</heThong>', '0A000'),
               ('gzip', '\x1f8b0800'::bytea, '0A000'), ('an unknown element', '<heThong xmlns="urn:libqms:1"><la/></heThong>', '2200N'),
               ('another vocabulary', '<html/>', '2200N'), ('half of JSON', '{"heThong": [', '2200M'),
               ('a day that is none', '<heThong xmlns="urn:libqms:1"><quyTrinh id="A" ngayBanHanh="2026-02-30"/></heThong>', '22P02'),
               ('deep nesting', convert_to('<heThong xmlns="urn:libqms:1">' || repeat('<x:a xmlns:x="u">', 100000), 'UTF8'), '54000'))
  AS t (what, data, state), LATERAL pg_temp.refusal(data) AS found;
SELECT pg_temp.holds('a day outside the years 1 to 9999 is an error: ' || day || found, found = state)
  FROM (VALUES ('infinity', '22008'), ('0001-01-01 BC', '22008'), ('10000-01-01', '22008')) t (day, state),
  LATERAL pg_temp.state(format('SELECT qms_is_conforming(%L::text, %L)', pg_temp.titled('x'), day)) AS found;
SELECT pg_temp.holds('a calendar has no procedures', pg_temp.state($$SELECT qms_procedures('<lich xmlns="urn:libqms:1"/>')$$) = '22023');
SELECT pg_temp.holds('an unknown format is an error', pg_temp.state(format($$SELECT qms_report(%L::text, '2026-06-01', NULL, 'vi', 'pdf')$$,
  pg_temp.titled('x'))) <> '00000');

SET qms.max_document_size = '100kB';
SELECT pg_temp.holds('a document beyond qms.max_document_size is refused', pg_temp.refusal(convert_to(pg_temp.titled(repeat('x', 102400)), 'UTF8')) = '54000');
RESET qms.max_document_size;
SELECT pg_temp.holds('one of 100 kB is read', pg_temp.refusal(convert_to(pg_temp.titled(repeat('x', 102400)), 'UTF8')) = '00000');
CREATE ROLE clerk;
SET ROLE clerk;
SELECT pg_temp.holds('not everybody may raise it', pg_temp.state('SET qms.max_document_size = ''500MB''') = '42501');
RESET ROLE;

SET statement_timeout = '300ms';
SELECT pg_temp.holds('a query is cancelled between documents', pg_temp.state($$SELECT count(qms_is_conforming(pg_temp.titled(i::text)))
  FROM generate_series(1, 100000000) i$$) = '57014');
RESET statement_timeout;

DO $$
DECLARE message text; detail text; hint text;
BEGIN
  PERFORM qms_to_json('<heThong xmlns="urn:libqms:1">' || E'\n' || '<quyTrinh id="A" ngayBanHanh="2026-02-30"/></heThong>');
EXCEPTION WHEN OTHERS THEN
  GET STACKED DIAGNOSTICS message = MESSAGE_TEXT, detail = PG_EXCEPTION_DETAIL, hint = PG_EXCEPTION_HINT;
  PERFORM pg_temp.holds('an error says where, in both languages: ' || message || ' / ' || detail,
    message LIKE '%ngày%' AND detail LIKE '2:%[QMS-%' AND hint <> '');
END $$;

-- The server's own use of libxml2 in between.
SELECT pg_temp.holds('the server''s XML functions work beside', pg_temp.state('SELECT ''<a>''::xml') = '2200N'
  AND pg_temp.refusal('<heThong') = '2200M' AND (xpath('/a/text()', '<a>b</a>'))[1]::text = 'b');

CREATE TEMP TABLE memory (resident integer);
SELECT count(qms_is_conforming(data)) >= 0 AS warm FROM example, generate_series(1, 20) WHERE name = 'ubnd-xa-nho.xml' \gset
INSERT INTO memory SELECT pg_temp.resident();
SELECT count(pg_temp.refusal(substr(data, 1, 50000))) >= 0 AS refused FROM example, generate_series(1, 300) WHERE name = 'ubnd-xa.xml' \gset
SELECT count(*) >= 0 AS validated FROM example, generate_series(1, 100), LATERAL qms_validate(data) WHERE name = 'ubnd-xa-nho.xml' \gset
SELECT count(qms_set(data, '/heThong/coQuan/ten', i::text)) + count(qms_get(data, '/heThong/coQuan/ten')) + count(qms_format(data))
  + sum((SELECT count(*) FROM qms_nodes(data))) + sum((SELECT count(*) FROM qms_coverage(data, '2026-06-01')))
  + sum((SELECT count(*) FROM qms_procedures(data) p, qms_steps(data, p.id))) >= 0 AS edited
  FROM example, generate_series(1, 50) i WHERE name = 'ubnd-xa-nho.xml' \gset
SELECT pg_temp.holds('nothing is left behind by 300 refusals, 100 validations and 300 other calls: ' || pg_temp.resident() - resident || ' kB',
  pg_temp.resident() - resident < 12000) FROM memory;
