-- SPDX-License-Identifier: Apache-2.0
-- Documents as relations, and documents with other values; the conformance suite asks the rest of these functions.
CREATE TEMP TABLE system AS SELECT '<heThong xmlns="urn:libqms:1"><quyTrinh id="QT-1"><ten>Khai sinh</ten>'
  '<buoc id="B1" vaiTro="VT"><ten>Nhận</ten></buoc><buoc><ten>Trả</ten></buoc></quyTrinh></heThong>' AS data;

SELECT pg_temp.holds('nodes know their place', array_agg(path || coalesce(' ' || position, '') ORDER BY path)
  = ARRAY['/heThong', '/heThong/quyTrinh[QT-1] 1', '/heThong/quyTrinh[QT-1]/buoc[2] 2', '/heThong/quyTrinh[QT-1]/buoc[B1] 1']
  AND bool_and(n.parent IS NULL = (n.type = 'system'))) FROM system, qms_nodes(data) n;
SELECT pg_temp.holds('below a path only', (SELECT count(*) FROM system, qms_nodes(data, 'quyTrinh[QT-1]/buoc[B1]')) = 1
  AND NOT EXISTS (SELECT FROM system, qms_nodes(data, '/heThong/quyTrinh[QT-9]')));
SELECT pg_temp.holds('a value is got by its path, in both spellings', qms_get(data, '/heThong/quyTrinh[QT-1]/ten') = 'Khai sinh'
  AND qms_get(data, 'procedures[1]/steps[2]/name') = 'Trả') FROM system;
SELECT pg_temp.holds('what is not there is null', qms_get(data, '/heThong/quyTrinh[QT-1]/ma') IS NULL
  AND qms_get(data, '/heThong/quyTrinh[QT-9]/ten') IS NULL AND qms_to_json(data, '/heThong/quyTrinh[QT-9]') IS NULL) FROM system;

SELECT pg_temp.holds('another value, in each type', qms_get(qms_set(data, 'quyTrinh[QT-1]/ten', '𡨸 🏛️'), 'quyTrinh[QT-1]/ten') = '𡨸 🏛️'
  AND qms_get(qms_set(data::xml, 'quyTrinh[QT-1]/ten', 'x'), 'quyTrinh[QT-1]/ten') = 'x'
  AND qms_get(qms_set(convert_to(data, 'UTF8'), 'quyTrinh[QT-1]/ten', 'x'), 'quyTrinh[QT-1]/ten') = 'x') FROM system;
SELECT pg_temp.holds('the type stays', pg_typeof(qms_set(data, 'quyTrinh[QT-1]/ten', 'x')) = 'text'::regtype
  AND pg_typeof(qms_set(data::xml, 'quyTrinh[QT-1]/ten', 'x')) = 'xml'::regtype
  AND pg_typeof(qms_set(convert_to(data, 'UTF8'), 'quyTrinh[QT-1]/ten', 'x')) = 'bytea'::regtype) FROM system;
SELECT pg_temp.holds('JSON stays JSON', qms_set(qms_to_json(data)::text, 'quyTrinh[QT-1]/ten', 'x')::json #>> '{procedures,0,title}' = 'x')
  FROM system;
SELECT pg_temp.holds('null takes a value or an item away', qms_get(qms_set(data, 'quyTrinh[QT-1]/ten', NULL), 'quyTrinh[QT-1]/ten') IS NULL
  AND (SELECT steps FROM qms_procedures(qms_set(data, 'quyTrinh[QT-1]/buoc[B1]', NULL))) = 1) FROM system;
SELECT pg_temp.holds('items come and move', (SELECT array_agg(coalesce(n.id, '-') ORDER BY position) FROM
  qms_nodes(qms_move(qms_insert(data, 'quyTrinh[QT-1]/buoc[1]'), 'quyTrinh[QT-1]/buoc[B1]', 3), 'quyTrinh[QT-1]') n WHERE n.field = 'steps')
  = ARRAY['-', '-', 'B1']) FROM system;
SELECT pg_temp.holds('enumerations are set by either word', qms_get(qms_set(data, 'quyTrinh[QT-1]/loai', word), 'quyTrinh[QT-1]/loai') = 'tthc')
  FROM system, (VALUES ('administrative'), ('tthc')) v (word);
SELECT pg_temp.holds('nothing comes of null', qms_set(NULL::text, 'a', 'b') IS NULL AND qms_insert(data, NULL) IS NULL
  AND NOT EXISTS (SELECT FROM qms_case_state(NULL::text, now())) AND NOT EXISTS (SELECT FROM qms_validate(NULL::text, NULL, 'x')))
  FROM system;
SELECT pg_temp.holds(what || ' is an error: ' || found, found = state) FROM system,
  (VALUES ('a field that the type does not have', 'qms_get(%L::text, ''quyTrinh[QT-1]/khongCo'')', '22023'),
          ('a place that is not there', 'qms_set(%L::text, ''quyTrinh[QT-9]/ten'', ''x'')', '42704'),
          ('the root as a place', 'qms_set(%L::text, ''/heThong'', ''x'')', '42704'),
          ('an item that is not there', 'qms_set(%L::text, ''quyTrinh[QT-1]/buoc[9]'', NULL)', '22023'),
          ('no position', 'qms_set(%L::text, ''quyTrinh[QT-1]/buoc[0]'', NULL)', '42704'),
          ('a list of nodes as value', 'qms_set(%L::text, ''quyTrinh[QT-1]/buoc'', ''x'')', '22023'),
          ('a value that the kind does not allow', 'qms_set(%L::text, ''quyTrinh[QT-1]/lanBanHanh'', ''hai'')', '22P02'),
          ('no text for a list of texts', 'qms_insert(%L::text, ''quyTrinh[QT-1]/ten'', NULL)', '22023'),
          ('moving to nowhere', 'qms_move(%L::text, ''quyTrinh[QT-1]/buoc[1]'', 0)', '22023'),
          ('moving to before the list', 'qms_move(%L::text, ''quyTrinh[QT-1]/buoc[1]'', -1)', '22023'),
          ('moving what is no item', 'qms_move(%L::text, ''quyTrinh[QT-1]/buoc'', 1)', '22023'),
          ('a value for an item that is not there', 'qms_set(%L::text, ''quyTrinh[QT-1]/buoc[9]'', ''x'')', '22023'),
          ('a new node far behind the last one', 'qms_insert(%L::text, ''quyTrinh[QT-1]/buoc[9]'')', '22023'),
          ('an identifier that is taken', 'qms_set(%L::text, ''quyTrinh[QT-1]/buoc[2]/id'', ''B1'')', '23000'),
          ('another format', 'qms_format(%L::text, ''pdf'')', '22023'),
          ('a procedure that is not there', '(SELECT count(*) FROM qms_steps(%L::text, ''QT-9''))', '42704'),
          ('a step as procedure', '(SELECT count(*) FROM qms_steps(%L::text, ''B1''))', '22023'),
          ('a system as case', '(SELECT count(*) FROM qms_case_state(%L::text, now()))', '22023'),
          ('a calendar as other document', '(SELECT count(*) FROM qms_diff(%L, ''<lich xmlns="urn:libqms:1"/>''::text))', '22023'),
          ('an unknown framework', '(SELECT count(*) FROM qms_validate(%L::text, ''2026-06-01'', ''mars''))', '42704'),
          ('a file as framework', '(SELECT count(*) FROM qms_validate(%L::text, ''2026-06-01'', ''/etc/passwd''))', '42704'))
  AS t (what, call, state), LATERAL pg_temp.state('SELECT ' || format(call, data)) AS found;
DO $$
DECLARE message text; detail text;
BEGIN
  PERFORM qms_move(data, 'quyTrinh[QT-1]/buoc[1]', 0) FROM system;
EXCEPTION WHEN OTHERS THEN
  GET STACKED DIAGNOSTICS message = MESSAGE_TEXT, detail = PG_EXCEPTION_DETAIL;
  PERFORM pg_temp.holds('a position is told as it was given, in both languages: ' || message || ' / ' || detail,
    message = 'vị trí 0 nằm ngoài danh sách có 2 mục' AND detail = 'position 0 is outside a list of 2 items');
END $$;
SELECT pg_temp.holds('no file that a document names is opened', bool_and(message NOT LIKE '%root:%')) FROM
  qms_validate('<heThong xmlns="urn:libqms:1" moHinhKhung="/etc/passwd"/>'::text, '2026-06-01');
SELECT pg_temp.holds('what changed, as rows', array_agg(change || ' ' || path ORDER BY path) = ARRAY['changed /heThong/quyTrinh[QT-1]/ten'])
  FROM system, qms_diff(data, qms_set(data, 'quyTrinh[QT-1]/ten', 'Khai tử'));
SELECT pg_temp.holds('suppressions may stand beside', bool_or(suppressed AND suppressed_until = '2026-12-31' AND suppressed_reason = 'Đang lập.'))
  FROM system, qms_validate(data, '2026-06-01', NULL, '<heThong xmlns="urn:libqms:1"><boQua quyTac="QMS-LK-001" duongDan="/heThong"
  nguoiQuyetDinh="Thư ký ISO" denNgay="2026-12-31">Đang lập.</boQua></heThong>');
SELECT pg_temp.holds('a case keeps the calendar that it began with', qms_get(qms_case_start(
  '<hoSoTTHC xmlns="urn:libqms:1" ngayTiepNhan="2026-03-02T09:00:00+07:00"/>', data, 'QT-1', 'vn'), 'lich') = 'vn') FROM system;
SELECT pg_temp.holds('the library tells its version', qms_version() ~ '^[0-9]+[.][0-9]+[.][0-9]+$');
SELECT pg_temp.holds('the library''s tables may be joined', (SELECT label FROM qms_enum_values() WHERE enumeration = 'comparator'
  AND value = 'at_most') = 'tối đa (≤)' AND (SELECT count(*) FROM qms_rules()) > 100 AND (SELECT bool_and(t.name IS NOT NULL)
  FROM qms_fields() f LEFT JOIN qms_types() t ON t.name = f.target WHERE f.kind = 'node'));
