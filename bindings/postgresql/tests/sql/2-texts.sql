-- SPDX-License-Identifier: Apache-2.0
-- Texts keep their difference; encodings.
SELECT pg_temp.holds('title kept: ' || what, (SELECT title FROM qms_procedures(pg_temp.titled(title))) = title
  AND qms_to_json(pg_temp.titled(title))::jsonb #>> '{procedures,0,title}' = title)
  FROM (VALUES ('Nôm script', U&'\+020089\+022C3D\5357'), ('emoji', U&'\+01F9D1\200D\2696\FE0F \+01F1FB\+01F1F3'),
               ('composed', U&'Ph\01B0\1EDDng'), ('decomposed', U&'Phu\031B\01A1\0300ng')) AS t (what, title);
SELECT pg_temp.holds('a newline is kept', qms_to_json(E'<heThong xmlns="urn:libqms:1"><quyTrinh id="A"><mucDich>hai\ndòng</mucDich></quyTrinh></heThong>'::text)
  ::jsonb #>> '{procedures,0,purpose}' = E'hai\ndòng');
SELECT pg_temp.holds('composed and decomposed differ', (SELECT title FROM qms_procedures(pg_temp.titled(U&'\1EDD')))
  <> (SELECT title FROM qms_procedures(pg_temp.titled(U&'o\031B\0300'))));
SELECT pg_temp.holds('empty is not null', (SELECT code = '' FROM qms_procedures('<heThong xmlns="urn:libqms:1"><quyTrinh id="A" ma=""/></heThong>'))
  AND (SELECT code IS NULL FROM qms_procedures('<heThong xmlns="urn:libqms:1"><quyTrinh id="A"/></heThong>')));
SELECT pg_temp.holds('a text has the encoding of the database, whatever it declares',
  (SELECT title || line FROM qms_procedures('<?xml version="1.0" encoding="UTF-16"?>' || E'\n' || pg_temp.titled('Phường'))) = 'Phường2'
  AND (SELECT title || line FROM qms_procedures(('<?xml version="1.0" encoding=''ISO-8859-1''?>' || E'\n' || pg_temp.titled('Phường'))::xml)) = 'Phường2');
SELECT pg_temp.holds('the word encoding in a document is left alone',
  (SELECT title FROM qms_procedures('<?xml version="1.0"?>' || pg_temp.titled('encoding="UTF-16"'))) = 'encoding="UTF-16"');
SELECT pg_temp.holds('bytes have the encoding that they declare',
  pg_temp.refusal(convert_to('<?xml version="1.0" encoding="ISO-8859-1"?>' || pg_temp.titled('x'), 'UTF8')) = '0A000');
SELECT pg_temp.holds('procedures have their fields', p::text =
  '(QT-1,"QT 1",administrative,in_force,"Khai sinh",3,0,2026-01-05,2026-02-01,2,1)')
  FROM qms_procedures('<heThong xmlns="urn:libqms:1"><quyTrinh id="QT-1" ma="QT 1" loai="tthc" trangThai="hieuLuc" lanBanHanh="3" lanSuaDoi="0" ngayBanHanh="2026-01-05" ngayHieuLuc="2026-02-01"><ten>Khai sinh</ten><buoc/><buoc/></quyTrinh></heThong>') p;
SELECT pg_temp.holds('absent fields are null', p::text = '(QT-1,,,,,,,,,0,1)')
  FROM qms_procedures('<heThong xmlns="urn:libqms:1"><quyTrinh id="QT-1"/></heThong>') p;
SELECT pg_temp.holds(name || ': its JSON reads as the same document', qms_to_json(qms_to_json(data)::text)::text = qms_to_json(data)::text)
  FROM example WHERE name <> 'cau-truc-sai.xml';
