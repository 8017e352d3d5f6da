// SPDX-License-Identifier: Apache-2.0
package org.libqms;

import com.sun.jna.Native;
import com.sun.jna.NativeLibrary;

/**
 * The functions of the C library, bound directly. Pointers and sizes are {@code long}: a 64-bit machine is needed. Texts go in as
 * UTF-8 that ends with NUL ({@link Text#bytes}) and come out as addresses ({@link Text#at}). include/qms/ describes each function.
 */
final class Lib {
  static final int VI = 0;
  static final int EN = 1;
  static final long NONE = -1;

  static {
    Native.register(Lib.class, NativeLibrary.getInstance(libraryName()));
  }

  private Lib() {}

  /** What the system property or the environment names; else the system's own library. */
  private static String libraryName() {
    String named = System.getProperty("qms.library", System.getenv("QMS_LIBRARY"));
    return named == null || named.isEmpty() ? "qms" : named;
  }

  static native void qms_free(long memory);
  static native long qms_version();

  static native void qms_error_free(long error);
  static native int qms_error_status(long error);
  static native long qms_error_id(long error);
  static native long qms_error_message(long error, int lang);
  static native long qms_error_remedy(long error, int lang);
  static native long qms_error_file(long error);
  static native int qms_error_line(long error);
  static native int qms_error_column(long error);
  static native long qms_error_path(long error);
  static native long qms_error_next(long error);

  static native long qms_type_count();
  static native long qms_type_at(long index);
  static native int qms_type_id(long type);
  static native long qms_type_name(long type);
  static native long qms_type_xml_name(long type);
  static native long qms_type_doc(long type, int lang);
  static native int qms_type_is_root(long type);
  static native long qms_type_field_count(long type);
  static native long qms_type_field_at(long type, long index);
  static native int qms_field_id(long field);
  static native long qms_field_name(long field);
  static native long qms_field_xml_name(long field);
  static native int qms_field_kind(long field);
  static native int qms_field_form(long field);
  static native int qms_field_is_list(long field);
  static native int qms_field_is_required(long field);
  static native long qms_field_target(long field);
  static native long qms_field_enum(long field);
  static native long qms_field_doc(long field, int lang);
  static native long qms_field_pattern(long field);
  static native long qms_enum_count();
  static native long qms_enum_at(long index);
  static native long qms_schema_text(byte[] format);
  static native long qms_enum_name(long enumeration);
  static native long qms_enum_value_count(long enumeration);
  static native int qms_enum_value_at(long enumeration, long index);
  static native long qms_enum_value_name(long enumeration, int value);
  static native long qms_enum_value_xml(long enumeration, int value);
  static native long qms_enum_value_label(long enumeration, int value, int lang);

  static native long qms_document_new(int type);
  static native long qms_document_ref(long document);
  static native void qms_document_unref(long document);
  static native long qms_document_root(long document);
  static native long qms_document_file(long document);
  static native int qms_document_format(long document);
  static native long qms_document_find(long document, byte[] id);
  static native long qms_document_diagnostics(long document);
  static native int qms_document_write(long document, int format, long[] text, long[] size, long[] error);
  static native int qms_document_save(long document, byte[] path, int format, long[] error);
  static native int qms_document_diff(long before, long after, long[] diff, long[] error);
  static native void qms_diff_free(long diff);
  static native long qms_diff_count(long diff);
  static native int qms_diff_kind(long diff, long index);
  static native long qms_diff_path(long diff, long index);
  static native long qms_diff_before(long diff, long index);
  static native long qms_diff_after(long diff, long index);

  static native long qms_reader_new();
  static native void qms_reader_free(long reader);
  static native int qms_reader_set_limit(long reader, int limit, long value);
  static native void qms_reader_set_lenient(long reader, int lenient);
  static native int qms_reader_set_format(long reader, int format);
  static native int qms_reader_load(long reader, byte[] path, long[] document, long[] error);
  static native int qms_reader_parse(long reader, byte[] data, long size, byte[] name, long[] document, long[] error);

  static native long qms_node_type(long node);
  static native long qms_node_document(long node);
  static native long qms_node_parent(long node);
  static native long qms_node_parent_field(long node);
  static native long qms_node_index(long node);
  static native int qms_node_line(long node);
  static native int qms_node_column(long node);
  static native long qms_node_id(long node);
  static native long qms_node_path(long node);
  static native long qms_node_at(long node, byte[] path, long[] field);
  static native int qms_node_has(long node, int field);
  static native long qms_node_count(long node, int field);
  static native int qms_node_unset(long node, int field);
  static native long qms_node_get_string(long node, int field);
  static native long qms_node_get_string_at(long node, int field, long index);
  static native long qms_node_get_int(long node, int field);
  static native long qms_node_get_text(long node, int field, long index);
  static native int qms_node_set_string(long node, int field, byte[] value, long[] error);
  static native int qms_node_set_int(long node, int field, long value, long[] error);
  static native int qms_node_set_text(long node, int field, byte[] text, long[] error);
  static native int qms_node_insert_text(long node, int field, long index, byte[] text, long[] error);
  static native long qms_node_get_node(long node, int field);
  static native long qms_node_get_node_at(long node, int field, long index);
  static native long qms_node_add(long node, int field, long index, long[] error);
  static native int qms_node_attach(long node, int field, long index, long child, long[] error);
  static native int qms_node_detach(long node, long[] error);
  static native int qms_node_remove(long node, int field, long index, long[] error);
  static native int qms_node_move(long node, int field, long from, long to, long[] error);
  static native long qms_node_resolve(long node, int field);
  static native long qms_node_copy(long node, long document);
  static native int qms_node_equal(long a, long b);
  static native int qms_node_write_json(long node, long[] text, long[] size, long[] error);
  static native long qms_node_extension(long node, byte[] uri, byte[] name);
  static native int qms_node_set_extension(long node, byte[] uri, byte[] name, byte[] text, long[] error);

  static native long qms_rule_count();
  static native long qms_rule_at(long index);
  static native long qms_rule_find(byte[] id);
  static native long qms_rule_id(long rule);
  static native long qms_rule_slug(long rule);
  static native int qms_rule_severity(long rule);
  static native long qms_rule_category(long rule);
  static native long qms_rule_title(long rule, int lang);
  static native long qms_rule_why(long rule, int lang);
  static native long qms_rule_remedy(long rule, int lang);
  static native long qms_rule_since(long rule);
  static native long qms_rule_cite_count(long rule);
  static native long qms_rule_cite(long rule, long index);
  static native long qms_rule_item_count(long rule);
  static native long qms_rule_item(long rule, long index);

  static native long qms_validator_new();
  static native void qms_validator_free(long validator);
  static native int qms_validator_set_framework(long validator, byte[] id, long[] error);
  static native int qms_validator_set_legal(long validator, byte[] file, long[] error);
  static native int qms_validator_set_suppressions(long validator, long document, long[] error);
  static native int qms_validator_set_as_of(long validator, int year, int month, int day, long[] error);
  static native void qms_validator_set_max_findings(long validator, long max);
  static native int qms_validator_run(long validator, long document, long[] report, long[] error);
  static native int qms_validator_run_suppressions(long validator, long[] reports, long count, long[] report, long[] error);
  static native long qms_report_from_error(long error, byte[] file);
  static native void qms_report_free(long report);
  static native long qms_report_file(long report);
  static native long qms_report_count(long report);
  static native long qms_report_severity_count(long report, int severity);
  static native long qms_report_left_out_count(long report, int severity);
  static native long qms_report_suppressed_count(long report);
  static native long qms_report_rule(long report, long index);
  static native int qms_report_severity(long report, long index);
  static native long qms_report_message(long report, long index, int lang);
  static native long qms_report_cite(long report, long index);
  static native long qms_report_requirement(long report, long index);
  static native int qms_report_line(long report, long index);
  static native int qms_report_column(long report, long index);
  static native long qms_report_path(long report, long index);
  static native long qms_report_node(long report, long index);
  static native int qms_report_is_suppressed(long report, long index);
  static native int qms_report_suppression_is_in_file(long report, long index);
  static native long qms_report_suppression_who(long report, long index);
  static native long qms_report_suppression_until(long report, long index);
  static native long qms_report_suppression_reason(long report, long index);
  static native long qms_report_fingerprint(long report, long index);
  static native int qms_report_write(long[] reports, long count, byte[] format, int lang, int color, long[] text, long[] size,
      long[] error);

  static native long qms_framework_count();
  static native long qms_framework_id(long index);
  static native int qms_framework_load(byte[] id, long[] framework, long[] error);
  static native int qms_framework_check_file(byte[] path, long[] report, long[] error);
  static native int qms_framework_instantiate(byte[] id, int agencyType, byte[] name, long[] system, long[] error);
  static native int qms_framework_migrate(long system, byte[] to, int year, int month, int day, long[] migrated, long[] work,
      long[] error);

  static native int qms_coverage_run(long system, byte[] framework, int year, int month, int day, long[] coverage, long[] error);
  static native void qms_coverage_free(long coverage);
  static native long qms_coverage_count(long coverage);
  static native long qms_coverage_state_count(long coverage, int kind, int state);
  static native int qms_coverage_kind(long coverage, long index);
  static native int qms_coverage_state(long coverage, long index);
  static native long qms_coverage_id(long coverage, long index);
  static native long qms_coverage_title(long coverage, long index, int lang);
  static native long qms_coverage_note(long coverage, long index);
  static native long qms_coverage_lack(long coverage, long index, int lang);
  static native long qms_coverage_warning(long coverage, long index, int lang);
  static native long qms_coverage_evidence_count(long coverage, long index);
  static native long qms_coverage_evidence(long coverage, long index, long item);
  static native long qms_coverage_evidence_title(long coverage, long index, long item, int lang);
  static native int qms_coverage_write(long coverage, byte[] format, int lang, long[] text, long[] size, long[] error);

  static native int qms_inspection_draw(long[] reports, long count, byte[] framework, int least, int lang, long[] inspection,
      long[] skipped, long[] error);
  static native long qms_inspection_count(long inspection, int verdict);
  static native int qms_inspection_write(long inspection, byte[] format, int lang, long[] text, long[] size, long[] error);

  static native long qms_legal_find(byte[] number);
  static native int qms_legal_status(long act, int year, int month, int day);

  static native int qms_portal_import(long document, byte[] json, long size, byte[] name, long[] count, long[] error);
  static native int qms_portal_notes(long document, long[] notes);
  static native int qms_portal_export(long procedure, long[] json, long[] size, long[] error);

  static native int qms_bpmn_export(long procedure, int profile, long[] xml, long[] size, long[] error);
  static native int qms_bpmn_import(long document, byte[] bpmn, long size, byte[] name, long[] procedure, long[] report,
      long[] error);

  static native int qms_svg_new(long procedure, int division, long[] svg, long[] error);
  static native void qms_svg_free(long svg);
  static native long qms_svg_pages(long svg);
  static native long qms_svg_page(long svg, long page, long[] size);

  static native int qms_csv_export(long system, byte[] table, long[] csv, long[] size, long[] error);
  static native int qms_csv_import(long document, byte[] table, byte[] csv, long size, byte[] name, long[] added, long[] changed,
      long[] error);
  static native int qms_site_new(long system, int edition, long findings, long[] site, long[] error);
  static native void qms_site_free(long site);
  static native long qms_site_count(long site);
  static native long qms_site_name(long site, long index);
  static native long qms_site_file(long site, long index, long[] size);
  static native long qms_template_count();
  static native long qms_template_name(long index);
  static native long qms_template_data(byte[] name, long[] size);
  static native int qms_template_read(byte[] docx, long size, byte[] name, long[] result, long[] error);
  static native void qms_template_free(long self);
  static native int qms_template_fill(long self, long node, byte[] asOf, long[] docx, long[] size, long[] error);
  static native int qms_docx_import(long document, byte[] docx, long size, byte[] name, int options, long[] procedure,
      long[] report, long[] error);
  static native long qms_docx_report_from_error(long error, byte[] name);
  static native void qms_docx_report_free(long report);
  static native long qms_docx_report_procedure(long report);
  static native long qms_docx_report_count(long report);
  static native long qms_docx_report_doubtful(long report);
  static native long qms_docx_report_path(long report, long index);
  static native long qms_docx_report_value(long report, long index);
  static native long qms_docx_report_source(long report, long index);
  static native long qms_docx_report_place(long report, long index, int lang);
  static native int qms_docx_report_confidence(long report, long index);
  static native long qms_docx_report_reason(long report, long index, int lang);
  static native long qms_docx_report_note_count(long report);
  static native long qms_docx_report_note_id(long report, long index);
  static native int qms_docx_report_note_severity(long report, long index);
  static native long qms_docx_report_note(long report, long index, int lang);
  static native long qms_docx_report_note_source(long report, long index);
  static native long qms_docx_report_note_place(long report, long index, int lang);
  static native int qms_docx_report_write(long[] reports, long count, byte[] format, int lang, long[] text, long[] size,
      long[] error);

  static native int qms_calendar_new(long document, long[] calendar, long[] error);
  static native int qms_calendar_load(byte[] name, long[] calendar, long[] error);
  static native void qms_calendar_unref(long calendar);
  static native long qms_calendar_id(long calendar);
  static native int qms_calendar_day_minutes(long calendar);
  static native int qms_calendar_utc_offset(long calendar);
  static native int qms_calendar_is_working_day(long calendar, int year, int month, int day);
  static native long qms_calendar_day_name(long calendar, int year, int month, int day);
  static native int qms_calendar_day_kind(long calendar, int year, int month, int day);
  static native int qms_calendar_day_certainty(long calendar, int year, int month, int day);
  static native int qms_calendar_due(long calendar, long start, long mantissa, int scale, int unit, long[] due, int[] certainty,
      long[] error);
  static native int qms_limit_parse(byte[] text, long[] mantissa, int[] scale, int[] unit, long[] error);
  static native int qms_calendar_same_day_due(long calendar, long received, long[] due, int[] certainty, long[] error);
  static native int qms_calendar_add(long calendar, long start, long minutes, long[] end, int[] certainty, long[] error);
  static native long qms_calendar_between(long calendar, long from, long to);

  static native int qms_workflow_new(long procedure, long[] workflow, long[] error);
  static native long qms_workflow_ref(long workflow);
  static native void qms_workflow_unref(long workflow);
  static native long qms_workflow_steps(long workflow);
  static native long qms_workflow_step_id(long workflow, long step);
  static native long qms_workflow_step_name(long workflow, long step);
  static native long qms_workflow_step_number(long workflow, long step);
  static native int qms_workflow_step_kind(long workflow, long step);
  static native long qms_workflow_step_unit(long workflow, long step);
  static native long qms_workflow_step_unit_name(long workflow, long step);
  static native long qms_workflow_step_phase(long workflow, long step);
  static native long qms_workflow_step_agency(long workflow, long step);
  static native int qms_workflow_step_duration(long workflow, long step, long scenario, long[] mantissa, int[] scale, int[] unit);
  static native long qms_workflow_step_forms(long workflow, long step, int out);
  static native long qms_workflow_step_form(long workflow, long step, int out, long form);
  static native int qms_workflow_step_form_kind(long workflow, long step, int out, long form);
  static native long qms_workflow_step_role(long workflow, long step);
  static native long qms_workflow_step_role_name(long workflow, long step);
  static native int qms_workflow_step_counts(long workflow, long step);
  static native long qms_workflow_scenarios(long workflow);
  static native long qms_workflow_scenario_id(long workflow, long scenario);
  static native long qms_workflow_scenario_name(long workflow, long scenario);
  static native long qms_workflow_find_scenario(long workflow, byte[] id);
  static native long qms_workflow_phases(long workflow);
  static native long qms_workflow_phase_id(long workflow, long phase);
  static native long qms_workflow_phase_name(long workflow, long phase);
  static native long qms_workflow_phase_agency(long workflow, long phase);
  static native int qms_workflow_phase_counts(long workflow, long phase);
  static native long qms_workflow_find_phase(long workflow, byte[] id);
  static native long qms_workflow_outcomes(long workflow, long step);
  static native long qms_workflow_outcome_code(long workflow, long step, long outcome);
  static native long qms_workflow_outcome_name(long workflow, long step, long outcome);
  static native int qms_workflow_outcome_kind(long workflow, long step, long outcome);
  static native long qms_workflow_find_outcome(long workflow, long step, byte[] code);
  static native long qms_workflow_outcome_scenario(long workflow, long step, long outcome);
  static native long qms_workflow_outcome_lost(long workflow, long step, long outcome);
  static native int qms_workflow_outcome_is_back(long workflow, long step, long outcome);
  static native long qms_workflow_outcome_target(long workflow, long step, long outcome);
  static native long qms_workflow_outcome_branches(long workflow, long step, long outcome);
  static native long qms_workflow_outcome_branch(long workflow, long step, long outcome, long branch);
  static native long qms_way_new(long workflow, long scenario, long phase, int extreme);
  static native void qms_way_free(long way);
  static native long qms_way_steps(long way);
  static native long qms_way_step(long way, long place);
  static native long qms_way_time(long way, int unit);
  static native long qms_way_outcome(long way, long place);
  static native int qms_way_is_hand_over(long way, long place);
  static native long qms_way_hand_overs(long way);
  static native long qms_way_roles(long way);
  static native long qms_way_role(long way, long role);
  static native long qms_way_role_time(long way, long role, int unit);
  static native long qms_paths_new(long workflow, long scenario, long limit);
  static native void qms_paths_free(long paths);
  static native long qms_paths_count(long paths);
  static native int qms_paths_complete(long paths);
  static native long qms_paths_steps(long paths, long path);
  static native long qms_paths_step(long paths, long path, long place);
  static native long qms_paths_outcome(long paths, long path, long place);
  static native long qms_paths_branch(long paths, long path, long place);
  static native long qms_paths_time(long paths, long path, int unit);
  static native long qms_timing_new(long workflow);
  static native void qms_timing_free(long timing);
  static native long qms_timing_rows(long timing);
  static native int qms_timing_verdict(long timing, long row);
  static native int qms_timing_complete(long timing);
  static native long qms_timing_scenario(long timing, long row);
  static native long qms_timing_phase(long timing, long row);
  static native int qms_timing_channel(long timing, long row);
  static native long qms_timing_time(long timing, long row, int extreme, int unit);
  static native long qms_timing_missing(long timing, long row);
  static native int qms_timing_limit(long timing, long row, long[] mantissa, int[] scale, int[] unit);
  static native int qms_timing_statutory(long timing, long row, long[] mantissa, int[] scale, int[] unit);
  static native int qms_timing_slack(long timing, long row, long[] slack, int[] unit);
  static native int qms_timing_reduction(long timing, long row, long[] hundredths);
  static native int qms_workflow_write(long[] procedures, long count, byte[] format, int lang, long paths, long[] text, long[] size,
      long[] error);

  static native int qms_case_start(long document, long procedure, long calendar, long[] opened, long[] error);
  static native int qms_case_open(long document, long calendar, long[] opened, long[] error);
  static native void qms_case_free(long opened);
  static native long qms_case_workflow(long opened);
  static native long qms_case_calendar(long opened);
  static native int qms_case_complete(long opened, byte[] step, byte[] outcome, long time, byte[] actor, byte[] note,
      long[] error);
  static native int qms_case_request_supplement(long opened, long time, byte[] actor, byte[] note, long[] error);
  static native int qms_case_receive_supplement(long opened, long time, byte[] actor, byte[] note, long[] error);
  static native int qms_case_request_payment(long opened, long time, byte[] actor, byte[] note, long[] error);
  static native int qms_case_receive_payment(long opened, long time, byte[] actor, byte[] note, long[] error);
  static native int qms_case_stop(long opened, long time, byte[] actor, byte[] note, long[] error);
  static native int qms_case_withdraw(long opened, long time, byte[] actor, byte[] note, long[] error);
  static native int qms_case_refuse(long opened, long time, byte[] actor, byte[] note, long[] error);
  static native int qms_case_hand_over(long opened, byte[] code, byte[] agency, long time, byte[] actor, byte[] note,
      long[] error);
  static native int qms_case_extend(long opened, long due, long time, byte[] actor, byte[] note, long[] error);
  static native int qms_case_status(long opened);
  static native int qms_case_is_ended(long opened);
  static native int qms_case_is_running(long opened);
  static native int qms_case_due(long opened, long[] due, int[] unsure);
  static native long qms_case_open_steps(long opened);
  static native long qms_case_open_step(long opened, long index);
  static native int qms_case_step_entered(long opened, long step, long[] entered);
  static native int qms_case_step_is_running(long opened, long step);
  static native int qms_case_is_possible(long opened, long step, long outcome);
  static native long qms_case_next_count(long opened, long step, long outcome, int[] ends);
  static native long qms_case_next(long opened, long step, long outcome, long index);
  static native int qms_case_step_remaining(long opened, long step, long now, long[] minutes);
  static native long qms_case_step_used(long opened, long step, long now);
  static native long qms_case_used(long opened, long now);
  static native int qms_case_step_due(long opened, long step, long[] due);
  static native int qms_case_remaining(long opened, long now, long[] minutes);
  static native int qms_case_timeliness(long opened, long now, long soon);
  static native int qms_case_step_timeliness(long opened, long step, long now, long soon);
  static native int qms_case_form(long opened, int kind, byte[] format, int lang, long[] text, long[] size, long[] error);
  static native int qms_case_code_build(byte[] agency, int year, int month, int day, long serial, long[] code, long[] error);
  static native int qms_case_code_parse(byte[] code, long[] agency, int[] year, int[] month, int[] day, long[] serial,
      long[] error);
}
