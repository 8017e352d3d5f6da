-- SPDX-License-Identifier: Apache-2.0
-- Load a system, validate it, and list the overdue steps of cases:
-- SYSTEM=system.xml NOW=2026-03-05T10:30:00+07:00 CASES='case.xml …' psql -X -q -A -t -f overdue.sql
CREATE EXTENSION IF NOT EXISTS qms;
\getenv now NOW
SET TimeZone = 'Asia/Ho_Chi_Minh';

-- psql reads the files; the server needs no access to them.
CREATE TEMP TABLE he_thong (tai_lieu text);
CREATE TEMP TABLE ho_so (tai_lieu text);
\copy he_thong FROM PROGRAM 'base64 -w 0 "$SYSTEM"; echo'
\copy ho_so FROM PROGRAM 'for file in $CASES; do base64 -w 0 "$file"; echo; done'
UPDATE he_thong SET tai_lieu = convert_from(decode(tai_lieu, 'base64'), 'UTF8');
UPDATE ho_so SET tai_lieu = convert_from(decode(tai_lieu, 'base64'), 'UTF8');

SELECT format('%s errors, %s warnings, %s notes', count(*) FILTER (WHERE severity = 'error'),
              count(*) FILTER (WHERE severity = 'warning'), count(*) FILTER (WHERE severity = 'info'))
  FROM he_thong, LATERAL qms_validate(tai_lieu, :'now'::timestamptz::date)
 WHERE NOT suppressed;

SELECT format('%s: %s %s, %s: due %s', c.code, s.id, s.name, s.role_name, to_char(s.due, 'YYYY-MM-DD HH24:MI'))
  FROM ho_so, LATERAL qms_case_state(tai_lieu, :'now') c, LATERAL qms_case_steps(tai_lieu, :'now') s
 WHERE s.timeliness = 'overdue'
 ORDER BY c.code;
