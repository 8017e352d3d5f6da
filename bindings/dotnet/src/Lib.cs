// SPDX-License-Identifier: Apache-2.0
using System;
using System.Runtime.InteropServices;

namespace Libqms
{
  /// <summary>The functions of the C library. Texts go in as UTF-8 that ends with NUL (Text.Bytes) and come out as addresses (Text.At).
  /// include/qms/ describes each function.</summary>
  internal static class Lib
  {
    private const string Qms = "qms";

    /// <summary>SIZE_MAX of C: at the end of a list; no such step.</summary>
    internal static readonly UIntPtr None = new UIntPtr(UIntPtr.Size == 8 ? ulong.MaxValue : uint.MaxValue);

    /// <summary>A number as C takes it, without a sign; a negative one, which would be a very great one there, is refused.</summary>
    internal static UIntPtr Size(long number)
    {
      return number >= 0 ? (UIntPtr)number : throw new ArgumentOutOfRangeException(nameof(number), number, "the number is negative");
    }

    [DllImport(Qms)] internal static extern void qms_free(IntPtr memory);
    [DllImport(Qms)] internal static extern IntPtr qms_version();

    [DllImport(Qms)] internal static extern void qms_error_free(IntPtr error);
    [DllImport(Qms)] internal static extern int qms_error_status(IntPtr error);
    [DllImport(Qms)] internal static extern IntPtr qms_error_id(IntPtr error);
    [DllImport(Qms)] internal static extern IntPtr qms_error_message(IntPtr error, int lang);
    [DllImport(Qms)] internal static extern IntPtr qms_error_remedy(IntPtr error, int lang);
    [DllImport(Qms)] internal static extern IntPtr qms_error_file(IntPtr error);
    [DllImport(Qms)] internal static extern int qms_error_line(IntPtr error);
    [DllImport(Qms)] internal static extern int qms_error_column(IntPtr error);
    [DllImport(Qms)] internal static extern IntPtr qms_error_path(IntPtr error);
    [DllImport(Qms)] internal static extern IntPtr qms_error_next(IntPtr error);

    [DllImport(Qms)] internal static extern UIntPtr qms_type_count();
    [DllImport(Qms)] internal static extern IntPtr qms_type_at(UIntPtr index);
    [DllImport(Qms)] internal static extern int qms_type_id(IntPtr type);
    [DllImport(Qms)] internal static extern IntPtr qms_type_name(IntPtr type);
    [DllImport(Qms)] internal static extern IntPtr qms_type_xml_name(IntPtr type);
    [DllImport(Qms)] internal static extern IntPtr qms_type_doc(IntPtr type, int lang);
    [DllImport(Qms)] internal static extern int qms_type_is_root(IntPtr type);
    [DllImport(Qms)] internal static extern UIntPtr qms_type_field_count(IntPtr type);
    [DllImport(Qms)] internal static extern IntPtr qms_type_field_at(IntPtr type, UIntPtr index);
    [DllImport(Qms)] internal static extern int qms_field_id(IntPtr field);
    [DllImport(Qms)] internal static extern IntPtr qms_field_name(IntPtr field);
    [DllImport(Qms)] internal static extern IntPtr qms_field_xml_name(IntPtr field);
    [DllImport(Qms)] internal static extern int qms_field_kind(IntPtr field);
    [DllImport(Qms)] internal static extern int qms_field_form(IntPtr field);
    [DllImport(Qms)] internal static extern int qms_field_is_list(IntPtr field);
    [DllImport(Qms)] internal static extern int qms_field_is_required(IntPtr field);
    [DllImport(Qms)] internal static extern IntPtr qms_field_target(IntPtr field);
    [DllImport(Qms)] internal static extern IntPtr qms_field_enum(IntPtr field);
    [DllImport(Qms)] internal static extern IntPtr qms_field_doc(IntPtr field, int lang);
    [DllImport(Qms)] internal static extern IntPtr qms_field_pattern(IntPtr field);
    [DllImport(Qms)] internal static extern UIntPtr qms_enum_count();
    [DllImport(Qms)] internal static extern IntPtr qms_enum_at(UIntPtr index);
    [DllImport(Qms)] internal static extern IntPtr qms_schema_text(byte[]? format);
    [DllImport(Qms)] internal static extern IntPtr qms_enum_name(IntPtr enumeration);
    [DllImport(Qms)] internal static extern UIntPtr qms_enum_value_count(IntPtr enumeration);
    [DllImport(Qms)] internal static extern int qms_enum_value_at(IntPtr enumeration, UIntPtr index);
    [DllImport(Qms)] internal static extern IntPtr qms_enum_value_name(IntPtr enumeration, int value);
    [DllImport(Qms)] internal static extern IntPtr qms_enum_value_xml(IntPtr enumeration, int value);
    [DllImport(Qms)] internal static extern IntPtr qms_enum_value_label(IntPtr enumeration, int value, int lang);

    [DllImport(Qms)] internal static extern IntPtr qms_document_new(int type);
    [DllImport(Qms)] internal static extern IntPtr qms_document_ref(IntPtr document);
    [DllImport(Qms)] internal static extern void qms_document_unref(IntPtr document);
    [DllImport(Qms)] internal static extern IntPtr qms_document_root(IntPtr document);
    [DllImport(Qms)] internal static extern IntPtr qms_document_file(IntPtr document);
    [DllImport(Qms)] internal static extern int qms_document_format(IntPtr document);
    [DllImport(Qms)] internal static extern IntPtr qms_document_find(IntPtr document, byte[]? id);
    [DllImport(Qms)] internal static extern IntPtr qms_document_diagnostics(IntPtr document);
    [DllImport(Qms)] internal static extern int qms_document_write(IntPtr document, int format, out IntPtr text, out UIntPtr size,
      ref IntPtr error);
    [DllImport(Qms)] internal static extern int qms_document_save(IntPtr document, byte[]? path, int format, ref IntPtr error);
    [DllImport(Qms)] internal static extern int qms_document_diff(IntPtr before, IntPtr after, out IntPtr diff, ref IntPtr error);
    [DllImport(Qms)] internal static extern void qms_diff_free(IntPtr diff);
    [DllImport(Qms)] internal static extern UIntPtr qms_diff_count(IntPtr diff);
    [DllImport(Qms)] internal static extern int qms_diff_kind(IntPtr diff, UIntPtr index);
    [DllImport(Qms)] internal static extern IntPtr qms_diff_path(IntPtr diff, UIntPtr index);
    [DllImport(Qms)] internal static extern IntPtr qms_diff_before(IntPtr diff, UIntPtr index);
    [DllImport(Qms)] internal static extern IntPtr qms_diff_after(IntPtr diff, UIntPtr index);

    [DllImport(Qms)] internal static extern IntPtr qms_reader_new();
    [DllImport(Qms)] internal static extern void qms_reader_free(IntPtr reader);
    [DllImport(Qms)] internal static extern int qms_reader_set_limit(IntPtr reader, int limit, UIntPtr value);
    [DllImport(Qms)] internal static extern void qms_reader_set_lenient(IntPtr reader, int lenient);
    [DllImport(Qms)] internal static extern int qms_reader_set_format(IntPtr reader, int format);
    [DllImport(Qms)] internal static extern int qms_reader_load(IntPtr reader, byte[]? path, out IntPtr document, ref IntPtr error);
    [DllImport(Qms)] internal static extern int qms_reader_parse(IntPtr reader, byte[]? data, UIntPtr size, byte[]? name,
      out IntPtr document, ref IntPtr error);

    [DllImport(Qms)] internal static extern IntPtr qms_node_type(IntPtr node);
    [DllImport(Qms)] internal static extern IntPtr qms_node_document(IntPtr node);
    [DllImport(Qms)] internal static extern IntPtr qms_node_parent(IntPtr node);
    [DllImport(Qms)] internal static extern IntPtr qms_node_parent_field(IntPtr node);
    [DllImport(Qms)] internal static extern UIntPtr qms_node_index(IntPtr node);
    [DllImport(Qms)] internal static extern int qms_node_line(IntPtr node);
    [DllImport(Qms)] internal static extern int qms_node_column(IntPtr node);
    [DllImport(Qms)] internal static extern IntPtr qms_node_id(IntPtr node);
    [DllImport(Qms)] internal static extern IntPtr qms_node_path(IntPtr node);
    [DllImport(Qms)] internal static extern IntPtr qms_node_at(IntPtr node, byte[]? path, IntPtr field);
    [DllImport(Qms)] internal static extern int qms_node_has(IntPtr node, int field);
    [DllImport(Qms)] internal static extern UIntPtr qms_node_count(IntPtr node, int field);
    [DllImport(Qms)] internal static extern int qms_node_unset(IntPtr node, int field);
    [DllImport(Qms)] internal static extern IntPtr qms_node_get_string(IntPtr node, int field);
    [DllImport(Qms)] internal static extern long qms_node_get_int(IntPtr node, int field);
    [DllImport(Qms)] internal static extern IntPtr qms_node_get_text(IntPtr node, int field, UIntPtr index);
    [DllImport(Qms)] internal static extern int qms_node_set_string(IntPtr node, int field, byte[]? value, ref IntPtr error);
    [DllImport(Qms)] internal static extern int qms_node_set_int(IntPtr node, int field, long value, ref IntPtr error);
    [DllImport(Qms)] internal static extern int qms_node_set_text(IntPtr node, int field, byte[]? text, ref IntPtr error);
    [DllImport(Qms)] internal static extern int qms_node_insert_text(IntPtr node, int field, UIntPtr index, byte[]? text,
      ref IntPtr error);
    [DllImport(Qms)] internal static extern IntPtr qms_node_get_node(IntPtr node, int field);
    [DllImport(Qms)] internal static extern IntPtr qms_node_get_node_at(IntPtr node, int field, UIntPtr index);
    [DllImport(Qms)] internal static extern IntPtr qms_node_add(IntPtr node, int field, UIntPtr index, ref IntPtr error);
    [DllImport(Qms)] internal static extern int qms_node_attach(IntPtr node, int field, UIntPtr index, IntPtr child,
      ref IntPtr error);
    [DllImport(Qms)] internal static extern int qms_node_detach(IntPtr node, ref IntPtr error);
    [DllImport(Qms)] internal static extern int qms_node_remove(IntPtr node, int field, UIntPtr index, ref IntPtr error);
    [DllImport(Qms)] internal static extern int qms_node_move(IntPtr node, int field, UIntPtr from, UIntPtr to, ref IntPtr error);
    [DllImport(Qms)] internal static extern IntPtr qms_node_resolve(IntPtr node, int field);
    [DllImport(Qms)] internal static extern IntPtr qms_node_copy(IntPtr node, IntPtr document);
    [DllImport(Qms)] internal static extern int qms_node_equal(IntPtr a, IntPtr b);
    [DllImport(Qms)] internal static extern int qms_node_write_json(IntPtr node, out IntPtr text, out UIntPtr size,
      ref IntPtr error);
    [DllImport(Qms)] internal static extern IntPtr qms_node_extension(IntPtr node, byte[]? uri, byte[]? name);
    [DllImport(Qms)] internal static extern int qms_node_set_extension(IntPtr node, byte[]? uri, byte[]? name, byte[]? text,
      ref IntPtr error);

    [DllImport(Qms)] internal static extern UIntPtr qms_rule_count();
    [DllImport(Qms)] internal static extern IntPtr qms_rule_at(UIntPtr index);
    [DllImport(Qms)] internal static extern IntPtr qms_rule_find(byte[]? id);
    [DllImport(Qms)] internal static extern IntPtr qms_rule_id(IntPtr rule);
    [DllImport(Qms)] internal static extern IntPtr qms_rule_slug(IntPtr rule);
    [DllImport(Qms)] internal static extern int qms_rule_severity(IntPtr rule);
    [DllImport(Qms)] internal static extern IntPtr qms_rule_category(IntPtr rule);
    [DllImport(Qms)] internal static extern IntPtr qms_rule_title(IntPtr rule, int lang);
    [DllImport(Qms)] internal static extern IntPtr qms_rule_why(IntPtr rule, int lang);
    [DllImport(Qms)] internal static extern IntPtr qms_rule_remedy(IntPtr rule, int lang);
    [DllImport(Qms)] internal static extern IntPtr qms_rule_since(IntPtr rule);
    [DllImport(Qms)] internal static extern UIntPtr qms_rule_cite_count(IntPtr rule);
    [DllImport(Qms)] internal static extern IntPtr qms_rule_cite(IntPtr rule, UIntPtr index);
    [DllImport(Qms)] internal static extern UIntPtr qms_rule_item_count(IntPtr rule);
    [DllImport(Qms)] internal static extern IntPtr qms_rule_item(IntPtr rule, UIntPtr index);

    [DllImport(Qms)] internal static extern IntPtr qms_validator_new();
    [DllImport(Qms)] internal static extern void qms_validator_free(IntPtr validator);
    [DllImport(Qms)] internal static extern int qms_validator_set_framework(IntPtr validator, byte[]? id, ref IntPtr error);
    [DllImport(Qms)] internal static extern int qms_validator_set_legal(IntPtr validator, byte[]? file, ref IntPtr error);
    [DllImport(Qms)] internal static extern int qms_validator_set_suppressions(IntPtr validator, IntPtr document, ref IntPtr error);
    [DllImport(Qms)] internal static extern int qms_validator_set_as_of(IntPtr validator, int year, int month, int day,
      ref IntPtr error);
    [DllImport(Qms)] internal static extern void qms_validator_set_max_findings(IntPtr validator, UIntPtr max);
    [DllImport(Qms)] internal static extern int qms_validator_run(IntPtr validator, IntPtr document, out IntPtr report,
      ref IntPtr error);
    [DllImport(Qms)] internal static extern int qms_validator_run_suppressions(IntPtr validator, IntPtr[] reports, UIntPtr count,
      out IntPtr report, ref IntPtr error);
    [DllImport(Qms)] internal static extern IntPtr qms_report_from_error(IntPtr error, byte[]? file);
    [DllImport(Qms)] internal static extern void qms_report_free(IntPtr report);
    [DllImport(Qms)] internal static extern IntPtr qms_report_file(IntPtr report);
    [DllImport(Qms)] internal static extern UIntPtr qms_report_count(IntPtr report);
    [DllImport(Qms)] internal static extern UIntPtr qms_report_severity_count(IntPtr report, int severity);
    [DllImport(Qms)] internal static extern UIntPtr qms_report_left_out_count(IntPtr report, int severity);
    [DllImport(Qms)] internal static extern UIntPtr qms_report_suppressed_count(IntPtr report);
    [DllImport(Qms)] internal static extern IntPtr qms_report_rule(IntPtr report, UIntPtr index);
    [DllImport(Qms)] internal static extern int qms_report_severity(IntPtr report, UIntPtr index);
    [DllImport(Qms)] internal static extern IntPtr qms_report_message(IntPtr report, UIntPtr index, int lang);
    [DllImport(Qms)] internal static extern IntPtr qms_report_cite(IntPtr report, UIntPtr index);
    [DllImport(Qms)] internal static extern IntPtr qms_report_requirement(IntPtr report, UIntPtr index);
    [DllImport(Qms)] internal static extern int qms_report_line(IntPtr report, UIntPtr index);
    [DllImport(Qms)] internal static extern int qms_report_column(IntPtr report, UIntPtr index);
    [DllImport(Qms)] internal static extern IntPtr qms_report_path(IntPtr report, UIntPtr index);
    [DllImport(Qms)] internal static extern IntPtr qms_report_node(IntPtr report, UIntPtr index);
    [DllImport(Qms)] internal static extern int qms_report_is_suppressed(IntPtr report, UIntPtr index);
    [DllImport(Qms)] internal static extern int qms_report_suppression_is_in_file(IntPtr report, UIntPtr index);
    [DllImport(Qms)] internal static extern IntPtr qms_report_suppression_who(IntPtr report, UIntPtr index);
    [DllImport(Qms)] internal static extern IntPtr qms_report_suppression_until(IntPtr report, UIntPtr index);
    [DllImport(Qms)] internal static extern IntPtr qms_report_suppression_reason(IntPtr report, UIntPtr index);
    [DllImport(Qms)] internal static extern IntPtr qms_report_fingerprint(IntPtr report, UIntPtr index);
    [DllImport(Qms)] internal static extern int qms_report_write(IntPtr[] reports, UIntPtr count, byte[]? format, int lang,
      int color, out IntPtr text, out UIntPtr size, ref IntPtr error);

    [DllImport(Qms)] internal static extern UIntPtr qms_framework_count();
    [DllImport(Qms)] internal static extern IntPtr qms_framework_id(UIntPtr index);
    [DllImport(Qms)] internal static extern int qms_framework_load(byte[]? id, out IntPtr framework, ref IntPtr error);
    [DllImport(Qms)] internal static extern int qms_framework_check_file(byte[]? path, out IntPtr report, ref IntPtr error);
    [DllImport(Qms)] internal static extern int qms_framework_instantiate(byte[]? id, int agencyType, byte[]? name,
      out IntPtr system, ref IntPtr error);
    [DllImport(Qms)] internal static extern int qms_framework_migrate(IntPtr system, byte[]? to, int year, int month, int day,
      out IntPtr migrated, ref IntPtr work, ref IntPtr error);

    [DllImport(Qms)] internal static extern int qms_coverage_run(IntPtr system, byte[]? framework, int year, int month, int day,
      out IntPtr coverage, ref IntPtr error);
    [DllImport(Qms)] internal static extern void qms_coverage_free(IntPtr coverage);
    [DllImport(Qms)] internal static extern UIntPtr qms_coverage_count(IntPtr coverage);
    [DllImport(Qms)] internal static extern int qms_coverage_kind(IntPtr coverage, UIntPtr index);
    [DllImport(Qms)] internal static extern int qms_coverage_state(IntPtr coverage, UIntPtr index);
    [DllImport(Qms)] internal static extern IntPtr qms_coverage_id(IntPtr coverage, UIntPtr index);
    [DllImport(Qms)] internal static extern IntPtr qms_coverage_title(IntPtr coverage, UIntPtr index, int lang);
    [DllImport(Qms)] internal static extern IntPtr qms_coverage_note(IntPtr coverage, UIntPtr index);
    [DllImport(Qms)] internal static extern IntPtr qms_coverage_lack(IntPtr coverage, UIntPtr index, int lang);
    [DllImport(Qms)] internal static extern IntPtr qms_coverage_warning(IntPtr coverage, UIntPtr index, int lang);
    [DllImport(Qms)] internal static extern UIntPtr qms_coverage_evidence_count(IntPtr coverage, UIntPtr index);
    [DllImport(Qms)] internal static extern IntPtr qms_coverage_evidence(IntPtr coverage, UIntPtr index, UIntPtr item);
    [DllImport(Qms)] internal static extern IntPtr qms_coverage_evidence_title(IntPtr coverage, UIntPtr index, UIntPtr item,
      int lang);
    [DllImport(Qms)] internal static extern int qms_coverage_write(IntPtr coverage, byte[]? format, int lang, out IntPtr text,
      out UIntPtr size, ref IntPtr error);

    [DllImport(Qms)] internal static extern int qms_inspection_draw(IntPtr[] reports, UIntPtr count, byte[]? framework, int least,
      int lang, out IntPtr inspection, ref IntPtr skipped, ref IntPtr error);
    [DllImport(Qms)] internal static extern UIntPtr qms_inspection_count(IntPtr inspection, int verdict);
    [DllImport(Qms)] internal static extern int qms_inspection_write(IntPtr inspection, byte[]? format, int lang, out IntPtr text,
      out UIntPtr size, ref IntPtr error);

    [DllImport(Qms)] internal static extern IntPtr qms_legal_find(byte[]? number);
    [DllImport(Qms)] internal static extern int qms_legal_status(IntPtr act, int year, int month, int day);

    [DllImport(Qms)] internal static extern int qms_portal_import(IntPtr document, byte[]? json, UIntPtr size, byte[]? name,
      out UIntPtr count, ref IntPtr error);
    [DllImport(Qms)] internal static extern int qms_portal_notes(IntPtr document, ref IntPtr notes);
    [DllImport(Qms)] internal static extern int qms_portal_export(IntPtr procedure, out IntPtr json, out UIntPtr size,
      ref IntPtr error);

    [DllImport(Qms)] internal static extern int qms_bpmn_export(IntPtr procedure, int profile, out IntPtr xml, out UIntPtr size,
      ref IntPtr error);
    [DllImport(Qms)] internal static extern int qms_bpmn_import(IntPtr document, byte[]? bpmn, UIntPtr size, byte[]? name,
      out IntPtr procedure, out IntPtr report, ref IntPtr error);

    [DllImport(Qms)] internal static extern int qms_svg_new(IntPtr procedure, int division, out IntPtr svg, ref IntPtr error);
    [DllImport(Qms)] internal static extern void qms_svg_free(IntPtr svg);
    [DllImport(Qms)] internal static extern UIntPtr qms_svg_pages(IntPtr svg);
    [DllImport(Qms)] internal static extern IntPtr qms_svg_page(IntPtr svg, UIntPtr page, out UIntPtr size);

    [DllImport(Qms)] internal static extern int qms_csv_export(IntPtr system, byte[]? table, out IntPtr csv, out UIntPtr size,
      ref IntPtr error);
    [DllImport(Qms)] internal static extern int qms_csv_import(IntPtr document, byte[]? table, byte[] csv, UIntPtr size,
      byte[]? name, out UIntPtr added, out UIntPtr changed, ref IntPtr error);
    [DllImport(Qms)] internal static extern int qms_site_new(IntPtr system, int edition, IntPtr findings, out IntPtr site,
      ref IntPtr error);
    [DllImport(Qms)] internal static extern void qms_site_free(IntPtr site);
    [DllImport(Qms)] internal static extern UIntPtr qms_site_count(IntPtr site);
    [DllImport(Qms)] internal static extern IntPtr qms_site_name(IntPtr site, UIntPtr index);
    [DllImport(Qms)] internal static extern IntPtr qms_site_file(IntPtr site, UIntPtr index, out UIntPtr size);
    [DllImport(Qms)] internal static extern UIntPtr qms_template_count();
    [DllImport(Qms)] internal static extern IntPtr qms_template_name(UIntPtr index);
    [DllImport(Qms)] internal static extern IntPtr qms_template_data(byte[]? name, out UIntPtr size);
    [DllImport(Qms)] internal static extern int qms_template_read(byte[] docx, UIntPtr size, byte[]? name, out IntPtr result,
      ref IntPtr error);
    [DllImport(Qms)] internal static extern void qms_template_free(IntPtr self);
    [DllImport(Qms)] internal static extern int qms_template_fill(IntPtr self, IntPtr node, byte[]? day, out IntPtr docx,
      out UIntPtr size, ref IntPtr error);

    [DllImport(Qms)] internal static extern int qms_docx_import(IntPtr document, byte[] docx, UIntPtr size, byte[]? name,
      int options, out IntPtr procedure, out IntPtr report, ref IntPtr error);
    [DllImport(Qms)] internal static extern IntPtr qms_docx_report_from_error(IntPtr error, byte[]? name);
    [DllImport(Qms)] internal static extern void qms_docx_report_free(IntPtr report);
    [DllImport(Qms)] internal static extern IntPtr qms_docx_report_procedure(IntPtr report);
    [DllImport(Qms)] internal static extern UIntPtr qms_docx_report_count(IntPtr report);
    [DllImport(Qms)] internal static extern UIntPtr qms_docx_report_doubtful(IntPtr report);
    [DllImport(Qms)] internal static extern IntPtr qms_docx_report_path(IntPtr report, UIntPtr index);
    [DllImport(Qms)] internal static extern IntPtr qms_docx_report_value(IntPtr report, UIntPtr index);
    [DllImport(Qms)] internal static extern IntPtr qms_docx_report_source(IntPtr report, UIntPtr index);
    [DllImport(Qms)] internal static extern IntPtr qms_docx_report_place(IntPtr report, UIntPtr index, int lang);
    [DllImport(Qms)] internal static extern int qms_docx_report_confidence(IntPtr report, UIntPtr index);
    [DllImport(Qms)] internal static extern IntPtr qms_docx_report_reason(IntPtr report, UIntPtr index, int lang);
    [DllImport(Qms)] internal static extern UIntPtr qms_docx_report_note_count(IntPtr report);
    [DllImport(Qms)] internal static extern IntPtr qms_docx_report_note_id(IntPtr report, UIntPtr index);
    [DllImport(Qms)] internal static extern int qms_docx_report_note_severity(IntPtr report, UIntPtr index);
    [DllImport(Qms)] internal static extern IntPtr qms_docx_report_note(IntPtr report, UIntPtr index, int lang);
    [DllImport(Qms)] internal static extern IntPtr qms_docx_report_note_source(IntPtr report, UIntPtr index);
    [DllImport(Qms)] internal static extern IntPtr qms_docx_report_note_place(IntPtr report, UIntPtr index, int lang);
    [DllImport(Qms)] internal static extern int qms_docx_report_write(IntPtr[] reports, UIntPtr count, byte[]? format, int lang,
      out IntPtr text, out UIntPtr size, ref IntPtr error);

    [DllImport(Qms)] internal static extern int qms_calendar_new(IntPtr document, out IntPtr calendar, ref IntPtr error);
    [DllImport(Qms)] internal static extern int qms_calendar_load(byte[]? name, out IntPtr calendar, ref IntPtr error);
    [DllImport(Qms)] internal static extern void qms_calendar_unref(IntPtr calendar);
    [DllImport(Qms)] internal static extern IntPtr qms_calendar_id(IntPtr calendar);
    [DllImport(Qms)] internal static extern int qms_calendar_day_minutes(IntPtr calendar);
    [DllImport(Qms)] internal static extern int qms_calendar_utc_offset(IntPtr calendar);
    [DllImport(Qms)] internal static extern int qms_calendar_is_working_day(IntPtr calendar, int year, int month, int day);
    [DllImport(Qms)] internal static extern IntPtr qms_calendar_day_name(IntPtr calendar, int year, int month, int day);
    [DllImport(Qms)] internal static extern int qms_calendar_day_kind(IntPtr calendar, int year, int month, int day);
    [DllImport(Qms)] internal static extern int qms_calendar_day_certainty(IntPtr calendar, int year, int month, int day);
    [DllImport(Qms)] internal static extern int qms_calendar_due(IntPtr calendar, long start, long mantissa, int scale, int unit,
      out long due, out int certainty, ref IntPtr error);
    [DllImport(Qms)] internal static extern int qms_limit_parse(byte[]? text, out long mantissa, out int scale, out int unit,
      ref IntPtr error);
    [DllImport(Qms)] internal static extern int qms_calendar_same_day_due(IntPtr calendar, long received, out long due,
      out int certainty, ref IntPtr error);
    [DllImport(Qms)] internal static extern int qms_calendar_add(IntPtr calendar, long start, long minutes, out long end,
      out int certainty, ref IntPtr error);
    [DllImport(Qms)] internal static extern long qms_calendar_between(IntPtr calendar, long from, long to);

    [DllImport(Qms)] internal static extern int qms_workflow_new(IntPtr procedure, out IntPtr workflow, ref IntPtr error);
    [DllImport(Qms)] internal static extern IntPtr qms_workflow_ref(IntPtr workflow);
    [DllImport(Qms)] internal static extern void qms_workflow_unref(IntPtr workflow);
    [DllImport(Qms)] internal static extern UIntPtr qms_workflow_steps(IntPtr workflow);
    [DllImport(Qms)] internal static extern IntPtr qms_workflow_step_id(IntPtr workflow, UIntPtr step);
    [DllImport(Qms)] internal static extern IntPtr qms_workflow_step_name(IntPtr workflow, UIntPtr step);
    [DllImport(Qms)] internal static extern IntPtr qms_workflow_step_number(IntPtr workflow, UIntPtr step);
    [DllImport(Qms)] internal static extern int qms_workflow_step_kind(IntPtr workflow, UIntPtr step);
    [DllImport(Qms)] internal static extern IntPtr qms_workflow_step_unit(IntPtr workflow, UIntPtr step);
    [DllImport(Qms)] internal static extern IntPtr qms_workflow_step_unit_name(IntPtr workflow, UIntPtr step);
    [DllImport(Qms)] internal static extern IntPtr qms_workflow_step_phase(IntPtr workflow, UIntPtr step);
    [DllImport(Qms)] internal static extern IntPtr qms_workflow_step_agency(IntPtr workflow, UIntPtr step);
    [DllImport(Qms)] internal static extern int qms_workflow_step_duration(IntPtr workflow, UIntPtr step, UIntPtr scenario,
      out long mantissa, out int scale, out int unit);
    [DllImport(Qms)] internal static extern UIntPtr qms_workflow_step_forms(IntPtr workflow, UIntPtr step, int direction);
    [DllImport(Qms)] internal static extern IntPtr qms_workflow_step_form(IntPtr workflow, UIntPtr step, int direction, UIntPtr form);
    [DllImport(Qms)] internal static extern int qms_workflow_step_form_kind(IntPtr workflow, UIntPtr step, int direction, UIntPtr form);
    [DllImport(Qms)] internal static extern IntPtr qms_workflow_step_role(IntPtr workflow, UIntPtr step);
    [DllImport(Qms)] internal static extern IntPtr qms_workflow_step_role_name(IntPtr workflow, UIntPtr step);
    [DllImport(Qms)] internal static extern int qms_workflow_step_counts(IntPtr workflow, UIntPtr step);
    [DllImport(Qms)] internal static extern UIntPtr qms_workflow_scenarios(IntPtr workflow);
    [DllImport(Qms)] internal static extern IntPtr qms_workflow_scenario_id(IntPtr workflow, UIntPtr scenario);
    [DllImport(Qms)] internal static extern IntPtr qms_workflow_scenario_name(IntPtr workflow, UIntPtr scenario);
    [DllImport(Qms)] internal static extern UIntPtr qms_workflow_find_scenario(IntPtr workflow, byte[]? id);
    [DllImport(Qms)] internal static extern UIntPtr qms_workflow_phases(IntPtr workflow);
    [DllImport(Qms)] internal static extern IntPtr qms_workflow_phase_id(IntPtr workflow, UIntPtr phase);
    [DllImport(Qms)] internal static extern IntPtr qms_workflow_phase_name(IntPtr workflow, UIntPtr phase);
    [DllImport(Qms)] internal static extern IntPtr qms_workflow_phase_agency(IntPtr workflow, UIntPtr phase);
    [DllImport(Qms)] internal static extern int qms_workflow_phase_counts(IntPtr workflow, UIntPtr phase);
    [DllImport(Qms)] internal static extern UIntPtr qms_workflow_find_phase(IntPtr workflow, byte[]? id);
    [DllImport(Qms)] internal static extern UIntPtr qms_workflow_outcomes(IntPtr workflow, UIntPtr step);
    [DllImport(Qms)] internal static extern IntPtr qms_workflow_outcome_code(IntPtr workflow, UIntPtr step, UIntPtr outcome);
    [DllImport(Qms)] internal static extern IntPtr qms_workflow_outcome_name(IntPtr workflow, UIntPtr step, UIntPtr outcome);
    [DllImport(Qms)] internal static extern int qms_workflow_outcome_kind(IntPtr workflow, UIntPtr step, UIntPtr outcome);
    [DllImport(Qms)] internal static extern UIntPtr qms_workflow_find_outcome(IntPtr workflow, UIntPtr step, byte[]? code);
    [DllImport(Qms)] internal static extern UIntPtr qms_workflow_outcome_scenario(IntPtr workflow, UIntPtr step, UIntPtr outcome);
    [DllImport(Qms)] internal static extern IntPtr qms_workflow_outcome_lost(IntPtr workflow, UIntPtr step, UIntPtr outcome);
    [DllImport(Qms)] internal static extern int qms_workflow_outcome_is_back(IntPtr workflow, UIntPtr step, UIntPtr outcome);
    [DllImport(Qms)] internal static extern UIntPtr qms_workflow_outcome_target(IntPtr workflow, UIntPtr step, UIntPtr outcome);
    [DllImport(Qms)] internal static extern UIntPtr qms_workflow_outcome_branches(IntPtr workflow, UIntPtr step, UIntPtr outcome);
    [DllImport(Qms)] internal static extern UIntPtr qms_workflow_outcome_branch(IntPtr workflow, UIntPtr step, UIntPtr outcome,
      UIntPtr branch);
    [DllImport(Qms)] internal static extern IntPtr qms_way_new(IntPtr workflow, UIntPtr scenario, UIntPtr phase, int extreme);
    [DllImport(Qms)] internal static extern void qms_way_free(IntPtr way);
    [DllImport(Qms)] internal static extern UIntPtr qms_way_steps(IntPtr way);
    [DllImport(Qms)] internal static extern UIntPtr qms_way_step(IntPtr way, UIntPtr place);
    [DllImport(Qms)] internal static extern long qms_way_time(IntPtr way, int unit);
    [DllImport(Qms)] internal static extern UIntPtr qms_way_outcome(IntPtr way, UIntPtr place);
    [DllImport(Qms)] internal static extern int qms_way_is_hand_over(IntPtr way, UIntPtr place);
    [DllImport(Qms)] internal static extern UIntPtr qms_way_hand_overs(IntPtr way);
    [DllImport(Qms)] internal static extern UIntPtr qms_way_roles(IntPtr way);
    [DllImport(Qms)] internal static extern IntPtr qms_way_role(IntPtr way, UIntPtr role);
    [DllImport(Qms)] internal static extern long qms_way_role_time(IntPtr way, UIntPtr role, int unit);
    [DllImport(Qms)] internal static extern IntPtr qms_paths_new(IntPtr workflow, UIntPtr scenario, UIntPtr limit);
    [DllImport(Qms)] internal static extern void qms_paths_free(IntPtr paths);
    [DllImport(Qms)] internal static extern UIntPtr qms_paths_count(IntPtr paths);
    [DllImport(Qms)] internal static extern int qms_paths_complete(IntPtr paths);
    [DllImport(Qms)] internal static extern UIntPtr qms_paths_steps(IntPtr paths, UIntPtr path);
    [DllImport(Qms)] internal static extern UIntPtr qms_paths_step(IntPtr paths, UIntPtr path, UIntPtr place);
    [DllImport(Qms)] internal static extern UIntPtr qms_paths_outcome(IntPtr paths, UIntPtr path, UIntPtr place);
    [DllImport(Qms)] internal static extern UIntPtr qms_paths_branch(IntPtr paths, UIntPtr path, UIntPtr place);
    [DllImport(Qms)] internal static extern long qms_paths_time(IntPtr paths, UIntPtr path, int unit);
    [DllImport(Qms)] internal static extern IntPtr qms_timing_new(IntPtr workflow);
    [DllImport(Qms)] internal static extern void qms_timing_free(IntPtr timing);
    [DllImport(Qms)] internal static extern UIntPtr qms_timing_rows(IntPtr timing);
    [DllImport(Qms)] internal static extern int qms_timing_verdict(IntPtr timing, UIntPtr row);
    [DllImport(Qms)] internal static extern int qms_timing_complete(IntPtr timing);
    [DllImport(Qms)] internal static extern UIntPtr qms_timing_scenario(IntPtr timing, UIntPtr row);
    [DllImport(Qms)] internal static extern UIntPtr qms_timing_phase(IntPtr timing, UIntPtr row);
    [DllImport(Qms)] internal static extern int qms_timing_channel(IntPtr timing, UIntPtr row);
    [DllImport(Qms)] internal static extern long qms_timing_time(IntPtr timing, UIntPtr row, int extreme, int unit);
    [DllImport(Qms)] internal static extern UIntPtr qms_timing_missing(IntPtr timing, UIntPtr row);
    [DllImport(Qms)] internal static extern int qms_timing_limit(IntPtr timing, UIntPtr row, out long mantissa, out int scale,
      out int unit);
    [DllImport(Qms)] internal static extern int qms_timing_statutory(IntPtr timing, UIntPtr row, out long mantissa, out int scale,
      out int unit);
    [DllImport(Qms)] internal static extern int qms_timing_slack(IntPtr timing, UIntPtr row, out long slack, out int unit);
    [DllImport(Qms)] internal static extern int qms_timing_reduction(IntPtr timing, UIntPtr row, out long hundredths);
    [DllImport(Qms)] internal static extern int qms_workflow_write(IntPtr[] procedures, UIntPtr count, byte[]? format, int lang,
      UIntPtr paths, out IntPtr text, out UIntPtr size, ref IntPtr error);

    [DllImport(Qms)] internal static extern int qms_case_start(IntPtr document, IntPtr procedure, IntPtr calendar,
      out IntPtr opened, ref IntPtr error);
    [DllImport(Qms)] internal static extern int qms_case_open(IntPtr document, IntPtr calendar, out IntPtr opened,
      ref IntPtr error);
    [DllImport(Qms)] internal static extern void qms_case_free(IntPtr opened);
    [DllImport(Qms)] internal static extern IntPtr qms_case_workflow(IntPtr opened);
    [DllImport(Qms)] internal static extern IntPtr qms_case_calendar(IntPtr opened);
    [DllImport(Qms)] internal static extern int qms_case_complete(IntPtr opened, byte[]? step, byte[]? outcome, long time,
      byte[]? actor, byte[]? note, ref IntPtr error);
    [DllImport(Qms)] internal static extern int qms_case_request_supplement(IntPtr opened, long time, byte[]? actor, byte[]? note,
      ref IntPtr error);
    [DllImport(Qms)] internal static extern int qms_case_receive_supplement(IntPtr opened, long time, byte[]? actor, byte[]? note,
      ref IntPtr error);
    [DllImport(Qms)] internal static extern int qms_case_request_payment(IntPtr opened, long time, byte[]? actor, byte[]? note,
      ref IntPtr error);
    [DllImport(Qms)] internal static extern int qms_case_receive_payment(IntPtr opened, long time, byte[]? actor, byte[]? note,
      ref IntPtr error);
    [DllImport(Qms)] internal static extern int qms_case_stop(IntPtr opened, long time, byte[]? actor, byte[]? note,
      ref IntPtr error);
    [DllImport(Qms)] internal static extern int qms_case_withdraw(IntPtr opened, long time, byte[]? actor, byte[]? note,
      ref IntPtr error);
    [DllImport(Qms)] internal static extern int qms_case_refuse(IntPtr opened, long time, byte[]? actor, byte[]? note,
      ref IntPtr error);
    [DllImport(Qms)] internal static extern int qms_case_hand_over(IntPtr opened, byte[]? code, byte[]? agency, long time,
      byte[]? actor, byte[]? note, ref IntPtr error);
    [DllImport(Qms)] internal static extern int qms_case_extend(IntPtr opened, long due, long time, byte[]? actor, byte[]? note,
      ref IntPtr error);
    [DllImport(Qms)] internal static extern int qms_case_status(IntPtr opened);
    [DllImport(Qms)] internal static extern int qms_case_is_ended(IntPtr opened);
    [DllImport(Qms)] internal static extern int qms_case_is_running(IntPtr opened);
    [DllImport(Qms)] internal static extern int qms_case_due(IntPtr opened, out long due, out int unsure);
    [DllImport(Qms)] internal static extern UIntPtr qms_case_open_steps(IntPtr opened);
    [DllImport(Qms)] internal static extern UIntPtr qms_case_open_step(IntPtr opened, UIntPtr index);
    [DllImport(Qms)] internal static extern int qms_case_step_entered(IntPtr opened, UIntPtr step, out long entered);
    [DllImport(Qms)] internal static extern int qms_case_step_is_running(IntPtr opened, UIntPtr step);
    [DllImport(Qms)] internal static extern int qms_case_is_possible(IntPtr opened, UIntPtr step, UIntPtr outcome);
    [DllImport(Qms)] internal static extern UIntPtr qms_case_next_count(IntPtr opened, UIntPtr step, UIntPtr outcome, out int ends);
    [DllImport(Qms)] internal static extern UIntPtr qms_case_next(IntPtr opened, UIntPtr step, UIntPtr outcome, UIntPtr index);
    [DllImport(Qms)] internal static extern int qms_case_step_remaining(IntPtr opened, UIntPtr step, long now, out long minutes);
    [DllImport(Qms)] internal static extern long qms_case_step_used(IntPtr opened, UIntPtr step, long now);
    [DllImport(Qms)] internal static extern long qms_case_used(IntPtr opened, long now);
    [DllImport(Qms)] internal static extern int qms_case_step_due(IntPtr opened, UIntPtr step, out long due);
    [DllImport(Qms)] internal static extern int qms_case_remaining(IntPtr opened, long now, out long minutes);
    [DllImport(Qms)] internal static extern int qms_case_timeliness(IntPtr opened, long now, long soon);
    [DllImport(Qms)] internal static extern int qms_case_step_timeliness(IntPtr opened, UIntPtr step, long now, long soon);
    [DllImport(Qms)] internal static extern int qms_case_form(IntPtr opened, int kind, byte[]? format, int lang, out IntPtr text,
      out UIntPtr size, ref IntPtr error);
    [DllImport(Qms)] internal static extern int qms_case_code_build(byte[]? agency, int year, int month, int day, long serial,
      out IntPtr code, ref IntPtr error);
    [DllImport(Qms)] internal static extern int qms_case_code_parse(byte[]? code, out IntPtr agency, out int year, out int month,
      out int day, out long serial, ref IntPtr error);
  }
}
