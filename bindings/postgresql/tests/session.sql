-- SPDX-License-Identifier: Apache-2.0
-- What each of several sessions at once asks: reports, JSON and findings of all examples, a few times over.
SELECT md5(string_agg(qms_report(data, '2026-06-01', name), '' ORDER BY name, i)) FROM example, generate_series(1, 5) i;
SELECT md5(string_agg(qms_to_json(data)::text, '' ORDER BY name)) FROM example WHERE name <> 'cau-truc-sai.xml';
SELECT md5(string_agg(f::text, '' ORDER BY name, f.line, f."column", f.rule, f.path))
  FROM example, LATERAL qms_validate(data, '2026-06-01') f WHERE name <> 'cau-truc-sai.xml';
SELECT md5(string_agg(qms_due_at('2026-03-05 10:30+07'::timestamptz + i * interval '1 hour', '5 ngayLamViec')::text, '' ORDER BY i))
  FROM generate_series(1, 1000) i;
SELECT md5(string_agg(n::text, '' ORDER BY e.name, n.path)) FROM example e, LATERAL qms_nodes(data) n WHERE e.name <> 'cau-truc-sai.xml';
SELECT md5(string_agg(s::text, '' ORDER BY e.name, p.id, s.position))
  FROM example e, LATERAL qms_procedures(data) p, LATERAL qms_steps(data, p.id) s WHERE e.name LIKE 'ubnd-xa%';
