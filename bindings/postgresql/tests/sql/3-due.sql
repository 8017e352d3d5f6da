-- SPDX-License-Identifier: Apache-2.0
-- Time limits.
SELECT pg_temp.holds('five working days over a weekend', qms_due_at('2026-03-05 10:30+07', '5 ngayLamViec') = '2026-03-12 17:00+07');
SELECT pg_temp.holds('as people write it', qms_due_at('2026-03-05 10:30+07', '05 (năm) ngày làm việc', 'vn') = '2026-03-12 17:00+07');
SELECT pg_temp.holds('the session''s time zone does not matter', (SELECT qms_due_at('2026-03-05 03:30+00', '5 ngayLamViec')
  FROM set_config('TimeZone', 'America/New_York', true)) = '2026-03-12 17:00+07');
SELECT pg_temp.holds('a calendar of one''s own', qms_due_at('2026-03-05 10:30+07', '5 ngayLamViec',
  '<lich xmlns="urn:libqms:1" ma="xa" duaTren="vn"><ten>Lịch của xã</ten><ngayNghi ngay="2026-03-09"><ten>Hội làng</ten></ngayNghi></lich>')
  = '2026-03-13 17:00+07');
SELECT pg_temp.holds('two calendars in one query', count(DISTINCT qms_due_at('2026-03-05 10:30+07', '5 ngayLamViec', c)) = 2)
  FROM generate_series(1, 10), (VALUES ('vn'), ('<lich xmlns="urn:libqms:1" ma="xa" duaTren="vn"><ten>x</ten><ngayNghi ngay="2026-03-09"><ten>x</ten></ngayNghi></lich>')) v (c);
SELECT pg_temp.holds('how sure', qms_due_certainty('2199-03-05 10:30+07', '5 ngayLamViec') = 'outside'
  AND qms_due_certainty('2026-03-05 10:30+07', '1 ngayLamViec') = 'sure');
SELECT pg_temp.holds('parts of a second before 1970', qms_due_at('1969-12-31 23:59:59.5+00', '0 gio') = '1969-12-31 23:59:59+00');
SELECT pg_temp.holds(what || ' is an error: ' || found, found = state)
  FROM (VALUES ('no limit', '2026-03-05', 'soon', 'vn', '22P02'), ('infinity', 'infinity', '1 gio', 'vn', '22008'),
               ('an unknown calendar', '2026-03-05', '1 gio', 'mars', '42704'), ('a file', '2026-03-05', '1 gio', '/etc/passwd', '42704'),
               ('a name that leads elsewhere', '2026-03-05', '1 gio', '../frameworks/btp-313-2024', '42704'),
               ('an empty name', '2026-03-05', '1 gio', '', '42704'),
               ('a thousand years', '2026-03-05', '1000 nam', 'vn', '22P02'), ('a year beyond 9999', '290000-03-05', '1 gio', 'vn', '22P02'),
               ('a start before the year 1', '4000-01-01 BC', '1 gio', 'vn', '22P02'),
               ('a system as calendar', '2026-03-05', '1 gio', pg_temp.titled('x'), '22023'))
  AS t (what, start, duration, calendar, state),
  LATERAL pg_temp.state(format('SELECT qms_due_at(%L, %L, %L)', start, duration, calendar)) AS found;

SELECT pg_temp.holds('hours, the same day and time in between', qms_add_minutes('2026-03-02 09:00+07', 60) = '2026-03-02 10:00+07'
  AND qms_same_day_due_at('2026-03-06 15:01+07') = '2026-03-09 17:00+07'
  AND qms_working_minutes('2026-03-02 09:00+07', '2026-03-03 09:00+07') = 480);
SELECT pg_temp.holds('days off have names', NOT qms_is_working_day('2026-02-17') AND qms_day_name('2026-02-17') LIKE '%Tết%'
  AND qms_day_name('2026-03-02') IS NULL);
SELECT pg_temp.holds('a calendar of one''s own says so', NOT qms_is_working_day('2026-03-09',
  '<lich xmlns="urn:libqms:1" ma="xa" duaTren="vn"><ten>x</ten><ngayNghi ngay="2026-03-09"><ten>x</ten></ngayNghi></lich>'));
SELECT pg_temp.holds('acts stand somewhere on each day', qms_legal_status('61/2018/NĐ-CP', '2024-01-01') = 'in_force'
  AND qms_legal_status('61/2018/NĐ-CP', '2026-01-01') = 'expired' AND qms_legal_status('0/0000/KHÔNG', '2026-01-01') = 'unknown'
  AND qms_legal_act('Nghị định số 61/2018/NĐ-CP')->>'number' = '61/2018/NĐ-CP' AND qms_legal_act('0/0000/KHÔNG') IS NULL);
SELECT pg_temp.holds('numbers beyond all years are errors: ' || found, found = '22P02')
  FROM (VALUES ('qms_add_minutes(now(), 9223372036854775807)'), ('qms_add_minutes(now(), -9223372036854775808)'),
               ('qms_case_code(''H99.45'', ''2026-03-02'', 0)')) t (call), LATERAL pg_temp.state('SELECT ' || call) AS found;
SELECT pg_temp.holds('what fails again and again leaves nothing behind', (SELECT count(*) FROM generate_series(1, 2000) i
  WHERE pg_temp.state('SELECT qms_due_at(now(), ''1 gio'', ''mars'')') = '42704') = 2000);
