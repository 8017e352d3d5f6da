-- SPDX-License-Identifier: Apache-2.0
-- How a test says what holds: each SELECT of a check prints a line or ends the run.
CREATE FUNCTION pg_temp.holds(what text, ok boolean) RETURNS text LANGUAGE plpgsql AS $$
BEGIN
  IF ok IS NOT TRUE THEN
    RAISE EXCEPTION 'does not hold: %', what;
  END IF;
  RETURN what;
END $$;

-- SQLSTATE that a statement ends with; 00000 if it succeeds.
CREATE FUNCTION pg_temp.state(statement text) RETURNS text LANGUAGE plpgsql AS $$
BEGIN
  EXECUTE statement;
  RETURN '00000';
EXCEPTION WHEN query_canceled OR OTHERS THEN
  RETURN SQLSTATE;
END $$;

-- The same of qms_validate of some bytes.
CREATE FUNCTION pg_temp.refusal(document bytea) RETURNS text LANGUAGE sql AS $$
  SELECT pg_temp.state(format('SELECT count(*) FROM qms_validate(%L::bytea)', document))
$$;

-- A system with one procedure of this title.
CREATE FUNCTION pg_temp.titled(title text) RETURNS text LANGUAGE sql AS $$
  SELECT '<heThong xmlns="urn:libqms:1"><quyTrinh id="QT"><ten>' || title || '</ten></quyTrinh></heThong>'
$$;

CREATE FUNCTION pg_temp.resident() RETURNS integer LANGUAGE sql AS $$
  SELECT substring(pg_read_file('/proc/self/status') FROM 'VmRSS:\s*(\d+)')::integer
$$;
