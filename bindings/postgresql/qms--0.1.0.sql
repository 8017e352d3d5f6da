-- SPDX-License-Identifier: Apache-2.0
-- What CREATE EXTENSION makes. With a day as argument an answer follows from the arguments and the data compiled into the library alone
-- (immutable); without one it is asked for the day of the transaction (stable).
\echo Use "CREATE EXTENSION qms" to load this file. \quit

CREATE TYPE qms_finding AS (
  rule text, slug text, severity text, message text, message_en text, cite text, requirement text, line integer, "column" integer,
  path text, suppressed boolean, suppressed_by text, suppressed_until date, suppressed_reason text, suppressed_in_file boolean,
  fingerprint text
);
COMMENT ON TYPE qms_finding IS 'What a rule finds in a document.';

CREATE TYPE qms_procedure AS (
  id text, code text, kind text, status text, title text, edition integer, revision integer, issue_date date, effective_date date,
  steps integer, line integer
);
COMMENT ON TYPE qms_procedure IS 'A procedure of a quality system (quyTrinh).';

-- Functions that take a document: one of each for text, xml and bytea.
DO $extension$
DECLARE
  type text;
  functions text := $functions$

-- Validation
CREATE FUNCTION qms_validate (document DOCUMENT) RETURNS SETOF qms_finding
  AS 'MODULE_PATHNAME', 'pgqms_validate' LANGUAGE C STABLE STRICT PARALLEL SAFE COST 10000 ROWS 20;
CREATE FUNCTION qms_validate (document DOCUMENT, as_of date) RETURNS SETOF qms_finding
  AS 'MODULE_PATHNAME', 'pgqms_validate' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 10000 ROWS 20;
CREATE FUNCTION qms_validate (document DOCUMENT, as_of date, framework text, suppressions DOCUMENT DEFAULT NULL) RETURNS SETOF qms_finding
  AS 'MODULE_PATHNAME', 'pgqms_validate_with' LANGUAGE C IMMUTABLE PARALLEL SAFE COST 10000 ROWS 20;
CREATE FUNCTION qms_is_conforming (document DOCUMENT) RETURNS boolean
  AS 'MODULE_PATHNAME', 'pgqms_is_conforming' LANGUAGE C STABLE STRICT PARALLEL SAFE COST 10000;
CREATE FUNCTION qms_is_conforming (document DOCUMENT, as_of date) RETURNS boolean
  AS 'MODULE_PATHNAME', 'pgqms_is_conforming' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 10000;
CREATE FUNCTION qms_report (document DOCUMENT, as_of date, name text DEFAULT NULL, lang text DEFAULT 'vi', format text DEFAULT 'json')
  RETURNS text
  AS 'MODULE_PATHNAME', 'pgqms_report' LANGUAGE C IMMUTABLE PARALLEL SAFE COST 10000;
CREATE FUNCTION qms_coverage (document DOCUMENT, as_of date)
  RETURNS TABLE (kind text, id text, state text, title text, title_en text, note text, lack text, lack_en text, warning text,
                 warning_en text, evidence text[], evidence_titles text[])
  AS 'MODULE_PATHNAME', 'pgqms_coverage' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 10000 ROWS 100;
CREATE FUNCTION qms_coverage_report (document DOCUMENT, as_of date, format text DEFAULT 'text', lang text DEFAULT 'vi') RETURNS text
  AS 'MODULE_PATHNAME', 'pgqms_coverage_report' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 10000;

-- What a document holds
CREATE FUNCTION qms_procedures (document DOCUMENT) RETURNS SETOF qms_procedure
  AS 'MODULE_PATHNAME', 'pgqms_procedures' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 10000 ROWS 100;
CREATE FUNCTION qms_nodes (document DOCUMENT) RETURNS TABLE
  (path text, type text, id text, parent text, field text, "position" integer, line integer, "column" integer)
  AS 'MODULE_PATHNAME', 'pgqms_nodes' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 10000 ROWS 1000;
CREATE FUNCTION qms_nodes (document DOCUMENT, path text) RETURNS TABLE
  (path text, type text, id text, parent text, field text, "position" integer, line integer, "column" integer)
  AS 'MODULE_PATHNAME', 'pgqms_nodes' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 10000 ROWS 100;
CREATE FUNCTION qms_get (document DOCUMENT, path text) RETURNS text
  AS 'MODULE_PATHNAME', 'pgqms_get' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 10000;
CREATE FUNCTION qms_to_json (document DOCUMENT) RETURNS json
  AS 'MODULE_PATHNAME', 'pgqms_to_json' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 10000;
CREATE FUNCTION qms_to_json (document DOCUMENT, path text) RETURNS json
  AS 'MODULE_PATHNAME', 'pgqms_node_to_json' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 10000;
CREATE FUNCTION qms_format (document DOCUMENT, format text DEFAULT 'xml') RETURNS text
  AS 'MODULE_PATHNAME', 'pgqms_format' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 10000;
CREATE FUNCTION qms_diff (before DOCUMENT, after DOCUMENT) RETURNS TABLE (change text, path text, old text, new text)
  AS 'MODULE_PATHNAME', 'pgqms_diff' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 20000 ROWS 20;

-- The document with other values
CREATE FUNCTION qms_set (document DOCUMENT, path text, value text) RETURNS DOCUMENT
  AS 'MODULE_PATHNAME', 'pgqms_set' LANGUAGE C IMMUTABLE PARALLEL SAFE COST 10000;
CREATE FUNCTION qms_insert (document DOCUMENT, path text, value text DEFAULT NULL) RETURNS DOCUMENT
  AS 'MODULE_PATHNAME', 'pgqms_insert' LANGUAGE C IMMUTABLE PARALLEL SAFE COST 10000;
CREATE FUNCTION qms_move (document DOCUMENT, path text, "position" integer) RETURNS DOCUMENT
  AS 'MODULE_PATHNAME', 'pgqms_move' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 10000;
CREATE FUNCTION qms_migrate (document DOCUMENT, framework text, day date DEFAULT NULL) RETURNS DOCUMENT
  AS 'MODULE_PATHNAME', 'pgqms_migrate' LANGUAGE C IMMUTABLE PARALLEL SAFE COST 20000;
CREATE FUNCTION qms_migration_work (document DOCUMENT, framework text, day date DEFAULT NULL) RETURNS TABLE
  (id text, path text, message text, message_en text)
  AS 'MODULE_PATHNAME', 'pgqms_migration_work' LANGUAGE C IMMUTABLE PARALLEL SAFE COST 20000 ROWS 10;

-- Workflows
CREATE FUNCTION qms_steps (document DOCUMENT, procedure text, scenario text DEFAULT NULL) RETURNS TABLE
  ("position" integer, id text, number text, name text, kind text, role text, role_name text, unit text, unit_name text, phase text,
   agency text, duration text, counts boolean)
  AS 'MODULE_PATHNAME', 'pgqms_steps' LANGUAGE C IMMUTABLE PARALLEL SAFE COST 10000 ROWS 10;
CREATE FUNCTION qms_outcomes (document DOCUMENT, procedure text) RETURNS TABLE
  (step text, code text, name text, kind text, target text, branches text[], scenario text, lost text, back boolean)
  AS 'MODULE_PATHNAME', 'pgqms_outcomes' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 10000 ROWS 20;
CREATE FUNCTION qms_way (document DOCUMENT, procedure text, extreme text DEFAULT 'longest') RETURNS TABLE
  (steps text[], working_minutes bigint, calendar_minutes bigint, hand_overs integer)
  AS 'MODULE_PATHNAME', 'pgqms_way' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 10000 ROWS 1;
CREATE FUNCTION qms_limits (document DOCUMENT, procedure text) RETURNS TABLE
  (scenario text, phase text, channel text, time_limit text, verdict text)
  AS 'MODULE_PATHNAME', 'pgqms_limits' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 10000 ROWS 2;
CREATE FUNCTION qms_workflow (document DOCUMENT, procedure text, format text DEFAULT 'text', lang text DEFAULT 'vi',
                              ways integer DEFAULT 0) RETURNS text
  AS 'MODULE_PATHNAME', 'pgqms_workflow' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 10000;
CREATE FUNCTION qms_bpmn (document DOCUMENT, procedure text, profile text DEFAULT 'generic') RETURNS text
  AS 'MODULE_PATHNAME', 'pgqms_bpmn' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 20000;
CREATE FUNCTION qms_bpmn_import (document DOCUMENT, bpmn text) RETURNS DOCUMENT
  AS 'MODULE_PATHNAME', 'pgqms_bpmn_import' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 20000;
CREATE FUNCTION qms_bpmn_findings (document DOCUMENT, bpmn text) RETURNS SETOF qms_finding
  AS 'MODULE_PATHNAME', 'pgqms_bpmn_findings' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 20000 ROWS 20;
CREATE FUNCTION qms_svg (document DOCUMENT, procedure text, whole boolean DEFAULT false) RETURNS TABLE (page integer, svg text)
  AS 'MODULE_PATHNAME', 'pgqms_svg' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 20000 ROWS 1;

-- Records of the national portal
CREATE FUNCTION qms_portal_import (document DOCUMENT, records text) RETURNS DOCUMENT
  AS 'MODULE_PATHNAME', 'pgqms_portal_import' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 10000;
CREATE FUNCTION qms_portal_export (document DOCUMENT, administrative_procedure text) RETURNS json
  AS 'MODULE_PATHNAME', 'pgqms_portal_export' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 10000;
CREATE FUNCTION qms_portal_notes (document DOCUMENT) RETURNS TABLE (id text, path text, message text, message_en text)
  AS 'MODULE_PATHNAME', 'pgqms_portal_notes' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 10000 ROWS 10;

-- Case files; without a calendar the one that the case names, else "vn"
CREATE FUNCTION qms_case_start (document DOCUMENT, system DOCUMENT, procedure text, calendar text DEFAULT NULL) RETURNS DOCUMENT
  AS 'MODULE_PATHNAME', 'pgqms_case_start' LANGUAGE C IMMUTABLE PARALLEL SAFE COST 10000;
CREATE FUNCTION qms_case_complete (document DOCUMENT, step text, outcome text, "time" timestamptz, actor text DEFAULT NULL,
                                   note text DEFAULT NULL, calendar text DEFAULT NULL) RETURNS DOCUMENT
  AS 'MODULE_PATHNAME', 'pgqms_case_complete' LANGUAGE C IMMUTABLE PARALLEL SAFE COST 10000;
CREATE FUNCTION qms_case_event (document DOCUMENT, event text, "time" timestamptz, actor text DEFAULT NULL, note text DEFAULT NULL,
                                calendar text DEFAULT NULL) RETURNS DOCUMENT
  AS 'MODULE_PATHNAME', 'pgqms_case_event' LANGUAGE C IMMUTABLE PARALLEL SAFE COST 10000;
CREATE FUNCTION qms_case_hand_over (document DOCUMENT, agency text, code text, "time" timestamptz, actor text DEFAULT NULL,
                                    note text DEFAULT NULL, calendar text DEFAULT NULL) RETURNS DOCUMENT
  AS 'MODULE_PATHNAME', 'pgqms_case_hand_over' LANGUAGE C IMMUTABLE PARALLEL SAFE COST 10000;
CREATE FUNCTION qms_case_extend (document DOCUMENT, due timestamptz, "time" timestamptz, actor text DEFAULT NULL,
                                 note text DEFAULT NULL, calendar text DEFAULT NULL) RETURNS DOCUMENT
  AS 'MODULE_PATHNAME', 'pgqms_case_extend' LANGUAGE C IMMUTABLE PARALLEL SAFE COST 10000;
CREATE FUNCTION qms_case_state (document DOCUMENT, now timestamptz, calendar text DEFAULT NULL) RETURNS TABLE
  (code text, status text, ended boolean, running boolean, due timestamptz, timeliness text, remaining_minutes bigint,
   used_minutes bigint)
  AS 'MODULE_PATHNAME', 'pgqms_case_state' LANGUAGE C IMMUTABLE PARALLEL SAFE COST 10000 ROWS 1;
CREATE FUNCTION qms_case_steps (document DOCUMENT, now timestamptz, calendar text DEFAULT NULL, soon bigint DEFAULT 0) RETURNS TABLE
  (id text, name text, role text, role_name text, entered timestamptz, due timestamptz, running boolean, timeliness text,
   remaining_minutes bigint, used_minutes bigint)
  AS 'MODULE_PATHNAME', 'pgqms_case_steps' LANGUAGE C IMMUTABLE PARALLEL SAFE COST 10000 ROWS 1;
CREATE FUNCTION qms_case_next (document DOCUMENT, step text, outcome text, calendar text DEFAULT NULL) RETURNS TABLE
  (possible boolean, steps text[], ends boolean)
  AS 'MODULE_PATHNAME', 'pgqms_case_next' LANGUAGE C IMMUTABLE PARALLEL SAFE COST 10000 ROWS 1;
CREATE FUNCTION qms_case_form (document DOCUMENT, kind text, calendar text DEFAULT NULL) RETURNS json
  AS 'MODULE_PATHNAME', 'pgqms_case_form' LANGUAGE C IMMUTABLE PARALLEL SAFE COST 10000;

$functions$;
BEGIN
  FOREACH type IN ARRAY ARRAY['text', 'xml', 'bytea'] LOOP
    EXECUTE replace(functions, 'DOCUMENT', type);
  END LOOP;
END $extension$;

-- Time limits; the calendar is one of the library's own ("vn") or a document (lich)
CREATE FUNCTION qms_due_at (start timestamptz, duration text, calendar text DEFAULT 'vn') RETURNS timestamptz
  AS 'MODULE_PATHNAME', 'pgqms_due_at' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 100;
CREATE FUNCTION qms_due_certainty (start timestamptz, duration text, calendar text DEFAULT 'vn') RETURNS text
  AS 'MODULE_PATHNAME', 'pgqms_due_certainty' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 100;
CREATE FUNCTION qms_same_day_due_at (received timestamptz, calendar text DEFAULT 'vn') RETURNS timestamptz
  AS 'MODULE_PATHNAME', 'pgqms_same_day_due_at' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 100;
CREATE FUNCTION qms_add_minutes (start timestamptz, minutes bigint, calendar text DEFAULT 'vn') RETURNS timestamptz
  AS 'MODULE_PATHNAME', 'pgqms_add_minutes' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 100;
CREATE FUNCTION qms_working_minutes (start timestamptz, "end" timestamptz, calendar text DEFAULT 'vn') RETURNS bigint
  AS 'MODULE_PATHNAME', 'pgqms_working_minutes' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 100;
CREATE FUNCTION qms_is_working_day (day date, calendar text DEFAULT 'vn') RETURNS boolean
  AS 'MODULE_PATHNAME', 'pgqms_is_working_day' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 100;
CREATE FUNCTION qms_day_name (day date, calendar text DEFAULT 'vn') RETURNS text
  AS 'MODULE_PATHNAME', 'pgqms_day_name' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 100;
CREATE FUNCTION qms_day (day date, calendar text DEFAULT 'vn') RETURNS TABLE (worked boolean, name text, kind text, certainty text)
  AS 'MODULE_PATHNAME', 'pgqms_day' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 100 ROWS 1;
CREATE FUNCTION qms_calendar_info (calendar text) RETURNS TABLE (id text, day_minutes integer, utc_offset_minutes integer)
  AS 'MODULE_PATHNAME', 'pgqms_calendar_info' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 100 ROWS 1;
CREATE FUNCTION qms_duration (words text) RETURNS text
  AS 'MODULE_PATHNAME', 'pgqms_duration' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
CREATE FUNCTION qms_case_code_parse (code text) RETURNS TABLE (agency text, received date, serial bigint)
  AS 'MODULE_PATHNAME', 'pgqms_case_code_parse' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE ROWS 1;
CREATE FUNCTION qms_case_code (agency text, received date, serial bigint) RETURNS text
  AS 'MODULE_PATHNAME', 'pgqms_case_code' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;

-- What the library knows
CREATE FUNCTION qms_version () RETURNS text
  AS 'MODULE_PATHNAME', 'pgqms_version' LANGUAGE C STABLE PARALLEL SAFE;
CREATE FUNCTION qms_rules () RETURNS TABLE
  (id text, slug text, severity text, category text, title text, title_en text, why text, why_en text, remedy text, remedy_en text,
   since text, cites text[], items text[])
  AS 'MODULE_PATHNAME', 'pgqms_rules' LANGUAGE C IMMUTABLE PARALLEL SAFE ROWS 200;
CREATE FUNCTION qms_types () RETURNS TABLE (name text, xml_name text, root boolean, doc text, doc_en text)
  AS 'MODULE_PATHNAME', 'pgqms_types' LANGUAGE C IMMUTABLE PARALLEL SAFE ROWS 100;
CREATE FUNCTION qms_fields () RETURNS TABLE (type text, "position" integer, name text, xml_name text, kind text, form text, list boolean,
                                             required boolean, target text, enumeration text, pattern text, doc text, doc_en text)
  AS 'MODULE_PATHNAME', 'pgqms_fields' LANGUAGE C IMMUTABLE PARALLEL SAFE ROWS 1000;
CREATE FUNCTION qms_enum_values () RETURNS TABLE
  (enumeration text, "position" integer, value text, xml_text text, label text, label_en text)
  AS 'MODULE_PATHNAME', 'pgqms_enum_values' LANGUAGE C IMMUTABLE PARALLEL SAFE ROWS 500;
CREATE FUNCTION qms_schema (format text) RETURNS text
  AS 'MODULE_PATHNAME', 'pgqms_schema' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
CREATE FUNCTION qms_frameworks () RETURNS TABLE (id text, title text)
  AS 'MODULE_PATHNAME', 'pgqms_frameworks' LANGUAGE C IMMUTABLE PARALLEL SAFE ROWS 3;
CREATE FUNCTION qms_framework (id text) RETURNS text
  AS 'MODULE_PATHNAME', 'pgqms_framework' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 10000;
CREATE FUNCTION qms_new_system (framework text, agency_type text, name text) RETURNS text
  AS 'MODULE_PATHNAME', 'pgqms_new_system' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 10000;
CREATE FUNCTION qms_legal_act (number text) RETURNS json
  AS 'MODULE_PATHNAME', 'pgqms_legal_act' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 100;
CREATE FUNCTION qms_legal_status (number text, day date) RETURNS text
  AS 'MODULE_PATHNAME', 'pgqms_legal_status' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 100;
