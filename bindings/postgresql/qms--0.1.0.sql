-- SPDX-License-Identifier: Apache-2.0
-- What CREATE EXTENSION makes. With a day as argument an answer follows from the arguments and the data compiled into the library alone
-- (immutable); without one it is asked for the day of the transaction (stable).
\echo Use "CREATE EXTENSION qms" to load this file. \quit

CREATE TYPE qms_finding AS (
  rule text, slug text, severity text, message text, message_en text, cite text, requirement text, line integer, "column" integer,
  path text, suppressed boolean, suppressed_by text, fingerprint text
);
COMMENT ON TYPE qms_finding IS 'What a rule finds in a document.';

CREATE TYPE qms_procedure AS (
  id text, code text, kind text, status text, title text, edition integer, revision integer, issue_date date, effective_date date,
  steps integer, line integer
);
COMMENT ON TYPE qms_procedure IS 'A procedure of a quality system (quyTrinh).';

-- Documents as text
CREATE FUNCTION qms_validate (document text) RETURNS SETOF qms_finding
  AS 'MODULE_PATHNAME', 'pgqms_validate' LANGUAGE C STABLE STRICT PARALLEL SAFE COST 10000 ROWS 20;
CREATE FUNCTION qms_is_conforming (document text) RETURNS boolean
  AS 'MODULE_PATHNAME', 'pgqms_is_conforming' LANGUAGE C STABLE STRICT PARALLEL SAFE COST 10000;
CREATE FUNCTION qms_validate (document text, as_of date) RETURNS SETOF qms_finding
  AS 'MODULE_PATHNAME', 'pgqms_validate' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 10000 ROWS 20;
CREATE FUNCTION qms_is_conforming (document text, as_of date) RETURNS boolean
  AS 'MODULE_PATHNAME', 'pgqms_is_conforming' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 10000;
CREATE FUNCTION qms_report (document text, as_of date, name text DEFAULT NULL, lang text DEFAULT 'vi', format text DEFAULT 'json') RETURNS text
  AS 'MODULE_PATHNAME', 'pgqms_report' LANGUAGE C IMMUTABLE PARALLEL SAFE COST 10000;
CREATE FUNCTION qms_procedures (document text) RETURNS SETOF qms_procedure
  AS 'MODULE_PATHNAME', 'pgqms_procedures' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 10000 ROWS 100;
CREATE FUNCTION qms_to_json (document text) RETURNS json
  AS 'MODULE_PATHNAME', 'pgqms_to_json' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 10000;

-- Documents as xml
CREATE FUNCTION qms_validate (document xml) RETURNS SETOF qms_finding
  AS 'MODULE_PATHNAME', 'pgqms_validate' LANGUAGE C STABLE STRICT PARALLEL SAFE COST 10000 ROWS 20;
CREATE FUNCTION qms_is_conforming (document xml) RETURNS boolean
  AS 'MODULE_PATHNAME', 'pgqms_is_conforming' LANGUAGE C STABLE STRICT PARALLEL SAFE COST 10000;
CREATE FUNCTION qms_validate (document xml, as_of date) RETURNS SETOF qms_finding
  AS 'MODULE_PATHNAME', 'pgqms_validate' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 10000 ROWS 20;
CREATE FUNCTION qms_is_conforming (document xml, as_of date) RETURNS boolean
  AS 'MODULE_PATHNAME', 'pgqms_is_conforming' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 10000;
CREATE FUNCTION qms_report (document xml, as_of date, name text DEFAULT NULL, lang text DEFAULT 'vi', format text DEFAULT 'json') RETURNS text
  AS 'MODULE_PATHNAME', 'pgqms_report' LANGUAGE C IMMUTABLE PARALLEL SAFE COST 10000;
CREATE FUNCTION qms_procedures (document xml) RETURNS SETOF qms_procedure
  AS 'MODULE_PATHNAME', 'pgqms_procedures' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 10000 ROWS 100;
CREATE FUNCTION qms_to_json (document xml) RETURNS json
  AS 'MODULE_PATHNAME', 'pgqms_to_json' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 10000;

-- Documents as bytea
CREATE FUNCTION qms_validate (document bytea) RETURNS SETOF qms_finding
  AS 'MODULE_PATHNAME', 'pgqms_validate_bytes' LANGUAGE C STABLE STRICT PARALLEL SAFE COST 10000 ROWS 20;
CREATE FUNCTION qms_is_conforming (document bytea) RETURNS boolean
  AS 'MODULE_PATHNAME', 'pgqms_is_conforming_bytes' LANGUAGE C STABLE STRICT PARALLEL SAFE COST 10000;
CREATE FUNCTION qms_validate (document bytea, as_of date) RETURNS SETOF qms_finding
  AS 'MODULE_PATHNAME', 'pgqms_validate_bytes' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 10000 ROWS 20;
CREATE FUNCTION qms_is_conforming (document bytea, as_of date) RETURNS boolean
  AS 'MODULE_PATHNAME', 'pgqms_is_conforming_bytes' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 10000;
CREATE FUNCTION qms_report (document bytea, as_of date, name text DEFAULT NULL, lang text DEFAULT 'vi', format text DEFAULT 'json') RETURNS text
  AS 'MODULE_PATHNAME', 'pgqms_report_bytes' LANGUAGE C IMMUTABLE PARALLEL SAFE COST 10000;
CREATE FUNCTION qms_procedures (document bytea) RETURNS SETOF qms_procedure
  AS 'MODULE_PATHNAME', 'pgqms_procedures_bytes' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 10000 ROWS 100;
CREATE FUNCTION qms_to_json (document bytea) RETURNS json
  AS 'MODULE_PATHNAME', 'pgqms_to_json_bytes' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 10000;

-- Time limits; the calendar is one of the library's own ("vn") or a document (lich)
CREATE FUNCTION qms_due_at (start timestamptz, duration text, calendar text DEFAULT 'vn') RETURNS timestamptz
  AS 'MODULE_PATHNAME', 'pgqms_due_at' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 100;
CREATE FUNCTION qms_due_certainty (start timestamptz, duration text, calendar text DEFAULT 'vn') RETURNS text
  AS 'MODULE_PATHNAME', 'pgqms_due_certainty' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 100;
