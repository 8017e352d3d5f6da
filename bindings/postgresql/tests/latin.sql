-- SPDX-License-Identifier: Apache-2.0
-- A database whose encoding is not UTF-8.
CREATE EXTENSION qms;
SELECT pg_temp.holds('characters in the encoding of the database, whatever they declare',
  (SELECT ascii(title) FROM qms_procedures('<?xml version="1.0" encoding="UTF-16"?>' || pg_temp.titled(chr(233)))) = 233);
SELECT pg_temp.holds('characters that the encoding lacks are an error: ' || state, state = '22P05')
  FROM pg_temp.state(format('SELECT qms_to_json(%L::bytea)', '\x' || encode(pg_temp.titled('&#x1EDD;')::bytea, 'hex'))) AS state;
SELECT pg_temp.holds('so are messages: ' || state, state = '22P05') FROM pg_temp.state('SELECT qms_is_conforming(''<la/>'')') AS state;
