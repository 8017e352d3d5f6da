// SPDX-License-Identifier: Apache-2.0
// The functions of the C library, by their names without qms_, and what every call of them needs: texts in, results out, errors.
import koffi from 'koffi';

import { QmsError, STATUSES } from './errors.js';

function open(name) {
  try {
    return koffi.load(name);
  } catch (cause) {
    throw new Error(`the library cannot be loaded from ${name}: install libqms, or name its file in QMS_LIBRARY`, { cause });
  }
}

const library = open(process.env.QMS_LIBRARY ?? 'libqms.so.0');
const free = library.func('void qms_free (void *memory)');
koffi.disposable('QmsText', 'const char *', free); // a text that the library hands over

const IN = 'const void *data, size_t size';
const OUT = '_Inout_ void **error';
const TEXT = `_Out_ void **text, _Out_ size_t *size, ${OUT}`;
const DAY = 'int32_t year, int32_t month, int32_t day';
const DURATION = '_Out_ int64_t *mantissa, _Out_ int32_t *scale, _Out_ int32_t *unit';
const HAPPENING = `void *opened, int64_t time, const char *actor, const char *note, ${OUT}`;

const PROTOTYPES = `
const char *version ()

void error_free (void *error)
int error_status (void *error)
const char *error_id (void *error)
const char *error_message (void *error, int lang)
const char *error_remedy (void *error, int lang)
const char *error_file (void *error)
uint32_t error_line (void *error)
uint32_t error_column (void *error)
const char *error_path (void *error)
void *error_next (void *error)

size_t type_count ()
void *type_at (size_t index)
void *type_by_name (const char *name)
uint32_t type_id (void *type)
const char *type_name (void *type)
const char *type_xml_name (void *type)
const char *type_doc (void *type, int lang)
int type_is_root (void *type)
size_t type_field_count (void *type)
void *type_field_at (void *type, size_t index)
uint32_t field_id (void *field)
const char *field_name (void *field)
const char *field_xml_name (void *field)
int field_kind (void *field)
int field_form (void *field)
int field_is_list (void *field)
int field_is_required (void *field)
void *field_target (void *field)
void *field_enum (void *field)
const char *field_pattern (void *field)
const char *field_doc (void *field, int lang)
void *enum_by_name (const char *name)
const char *enum_name (void *enumeration)
size_t enum_value_count (void *enumeration)
int enum_value_at (void *enumeration, size_t index)
const char *enum_value_name (void *enumeration, int value)
const char *enum_value_xml (void *enumeration, int value)
const char *enum_value_label (void *enumeration, int value, int lang)
int enum_value_by_name (void *enumeration, const char *name)
size_t enum_count ()
void *enum_at (size_t index)
const char *schema_text (const char *format)

void *document_new (uint32_t type)
void *document_ref (void *document)
void document_unref (void *document)
void *document_root (void *document)
const char *document_file (void *document)
int document_format (void *document)
void *document_find (void *document, const char *id)
void *document_diagnostics (void *document)
void *reader_new ()
void reader_free (void *reader)
int reader_set_limit (void *reader, int limit, size_t value)
void reader_set_lenient (void *reader, int lenient)
int reader_set_format (void *reader, int format)
int reader_load (void *reader, const char *path, _Out_ void **document, ${OUT})
int reader_parse (void *reader, ${IN}, const char *name, _Out_ void **document, ${OUT})
int document_write (void *document, int format, ${TEXT})
int document_save (void *document, const char *path, int format, ${OUT})
int document_diff (void *before, void *after, _Out_ void **diff, ${OUT})
void diff_free (void *diff)
size_t diff_count (void *diff)
int diff_kind (void *diff, size_t index)
const char *diff_path (void *diff, size_t index)
const char *diff_before (void *diff, size_t index)
const char *diff_after (void *diff, size_t index)

void *node_type (void *node)
void *node_document (void *node)
void *node_parent (void *node)
void *node_parent_field (void *node)
size_t node_index (void *node)
uint32_t node_line (void *node)
uint32_t node_column (void *node)
const char *node_id (void *node)
QmsText node_path (void *node)
void *node_at (void *node, const char *path, void *field)
int node_has (void *node, uint32_t field)
size_t node_count (void *node, uint32_t field)
int node_unset (void *node, uint32_t field)
const char *node_get_string (void *node, uint32_t field)
const char *node_get_string_at (void *node, uint32_t field, size_t index)
int64_t node_get_int (void *node, uint32_t field)
int64_t node_get_int_at (void *node, uint32_t field, size_t index)
QmsText node_get_text (void *node, uint32_t field, size_t index)
int node_set_string (void *node, uint32_t field, const char *value, ${OUT})
int node_set_text (void *node, uint32_t field, const char *text, ${OUT})
int node_insert_text (void *node, uint32_t field, size_t index, const char *text, ${OUT})
void *node_get_node (void *node, uint32_t field)
void *node_get_node_at (void *node, uint32_t field, size_t index)
void *node_add (void *node, uint32_t field, size_t index, ${OUT})
int node_attach (void *node, uint32_t field, size_t index, void *child, ${OUT})
int node_detach (void *node, ${OUT})
int node_remove (void *node, uint32_t field, size_t index, ${OUT})
int node_move (void *node, uint32_t field, size_t from, size_t to, ${OUT})
void *node_resolve (void *node, uint32_t field)
void *node_copy (void *node, void *document)
int node_equal (void *a, void *b)
int node_write_json (void *node, ${TEXT})
const char *node_extension (void *node, const char *uri, const char *name)
int node_set_extension (void *node, const char *uri, const char *name, const char *text, ${OUT})

void *validator_new ()
void validator_free (void *validator)
int validator_set_framework (void *validator, const char *id, ${OUT})
int validator_set_legal (void *validator, const char *file, ${OUT})
int validator_set_suppressions (void *validator, void *document, ${OUT})
int validator_set_as_of (void *validator, ${DAY}, ${OUT})
void validator_set_max_findings (void *validator, size_t max)
int validator_run (void *validator, void *document, _Out_ void **report, ${OUT})
int validator_run_suppressions (void *validator, void **reports, size_t count, _Out_ void **report, ${OUT})
void *report_from_error (void *error, const char *file)
void report_free (void *report)
const char *report_file (void *report)
size_t report_count (void *report)
size_t report_severity_count (void *report, int severity)
size_t report_left_out_count (void *report, int severity)
size_t report_suppressed_count (void *report)
void *report_rule (void *report, size_t index)
int report_severity (void *report, size_t index)
const char *report_message (void *report, size_t index, int lang)
const char *report_cite (void *report, size_t index)
const char *report_requirement (void *report, size_t index)
uint32_t report_line (void *report, size_t index)
uint32_t report_column (void *report, size_t index)
const char *report_path (void *report, size_t index)
void *report_node (void *report, size_t index)
int report_is_suppressed (void *report, size_t index)
int report_suppression_is_in_file (void *report, size_t index)
const char *report_suppression_who (void *report, size_t index)
const char *report_suppression_until (void *report, size_t index)
const char *report_suppression_reason (void *report, size_t index)
const char *report_fingerprint (void *report, size_t index)
int report_write (void **reports, size_t count, const char *format, int lang, int color, ${TEXT})
size_t rule_count ()
void *rule_at (size_t index)
void *rule_find (const char *id)
const char *rule_id (void *rule)
const char *rule_slug (void *rule)
int rule_severity (void *rule)
const char *rule_category (void *rule)
const char *rule_title (void *rule, int lang)
const char *rule_why (void *rule, int lang)
const char *rule_remedy (void *rule, int lang)
const char *rule_since (void *rule)
size_t rule_cite_count (void *rule)
const char *rule_cite (void *rule, size_t index)
size_t rule_item_count (void *rule)
const char *rule_item (void *rule, size_t index)

size_t framework_count ()
const char *framework_id (size_t index)
int framework_load (const char *id, _Out_ void **framework, ${OUT})
int framework_check_file (const char *path, _Out_ void **report, ${OUT})
int framework_instantiate (const char *id, int agency_type, const char *name, _Out_ void **system, ${OUT})
int framework_migrate (void *system, const char *to, ${DAY}, _Out_ void **migrated, _Inout_ void **work, ${OUT})
int coverage_run (void *system, const char *framework, ${DAY}, _Out_ void **coverage, ${OUT})
void coverage_free (void *coverage)
size_t coverage_state_count (void *coverage, int kind, int state)
size_t coverage_count (void *coverage)
int coverage_kind (void *coverage, size_t index)
int coverage_state (void *coverage, size_t index)
const char *coverage_id (void *coverage, size_t index)
const char *coverage_title (void *coverage, size_t index, int lang)
const char *coverage_note (void *coverage, size_t index)
const char *coverage_lack (void *coverage, size_t index, int lang)
const char *coverage_warning (void *coverage, size_t index, int lang)
size_t coverage_evidence_count (void *coverage, size_t index)
void *coverage_evidence (void *coverage, size_t index, size_t item)
QmsText coverage_evidence_title (void *coverage, size_t index, size_t item, int lang)
int coverage_write (void *coverage, const char *format, int lang, ${TEXT})
int inspection_draw (void **reports, size_t count, const char *framework, int least, int lang, _Out_ void **inspection,
                     _Inout_ void **skipped, ${OUT})
size_t inspection_count (void *inspection, int verdict)
int inspection_write (void *inspection, const char *format, int lang, ${TEXT})
void *legal_find (const char *number)
int legal_status (void *act, ${DAY})
int portal_import (void *document, ${IN}, const char *name, _Out_ size_t *count, ${OUT})
int portal_notes (void *document, _Inout_ void **notes)
int portal_export (void *procedure, ${TEXT})
int csv_export (void *system, const char *table, ${TEXT})
int csv_import (void *document, const char *table, ${IN}, const char *name, _Out_ size_t *added, _Out_ size_t *changed, ${OUT})
int site_new (void *system, int edition, void *findings, _Out_ void **site, ${OUT})
void site_free (void *site)
size_t site_count (void *site)
const char *site_name (void *site, size_t index)
const char *site_file (void *site, size_t index, void *size)
size_t template_count ()
const char *template_name (size_t index)
void *template_data (const char *name, _Out_ size_t *size)
int template_read (${IN}, const char *name, _Out_ void **result, ${OUT})
void template_free (void *template)
int template_fill (void *template, void *node, const char *day, ${TEXT})
int docx_import (void *document, ${IN}, const char *name, int options, _Out_ void **procedure, _Out_ void **report, ${OUT})
void *docx_report_from_error (void *error, const char *name)
void docx_report_free (void *report)
const char *docx_report_procedure (void *report)
size_t docx_report_count (void *report)
size_t docx_report_doubtful (void *report)
const char *docx_report_path (void *report, size_t index)
const char *docx_report_value (void *report, size_t index)
const char *docx_report_source (void *report, size_t index)
const char *docx_report_place (void *report, size_t index, int lang)
int docx_report_confidence (void *report, size_t index)
const char *docx_report_reason (void *report, size_t index, int lang)
size_t docx_report_note_count (void *report)
const char *docx_report_note_id (void *report, size_t index)
int docx_report_note_severity (void *report, size_t index)
const char *docx_report_note (void *report, size_t index, int lang)
const char *docx_report_note_source (void *report, size_t index)
const char *docx_report_note_place (void *report, size_t index, int lang)
int docx_report_write (void **reports, size_t count, const char *format, int lang, ${TEXT})
int bpmn_export (void *procedure, int profile, ${TEXT})
int bpmn_import (void *document, ${IN}, const char *name, _Out_ void **procedure, _Out_ void **report, ${OUT})
int svg_new (void *procedure, int division, _Out_ void **svg, ${OUT})
void svg_free (void *svg)
size_t svg_pages (void *svg)
const char *svg_page (void *svg, size_t page, void *size)

int calendar_new (void *document, _Out_ void **calendar, ${OUT})
int calendar_load (const char *name, _Out_ void **calendar, ${OUT})
void calendar_unref (void *calendar)
const char *calendar_id (void *calendar)
int calendar_day_minutes (void *calendar)
int calendar_utc_offset (void *calendar)
int calendar_is_working_day (void *calendar, ${DAY})
const char *calendar_day_name (void *calendar, ${DAY})
int calendar_day_kind (void *calendar, ${DAY})
int calendar_day_certainty (void *calendar, ${DAY})
int limit_parse (const char *text, ${DURATION}, ${OUT})
int calendar_due (void *calendar, int64_t start, int64_t mantissa, int scale, int unit, _Out_ int64_t *due,
                  _Out_ int32_t *certainty, ${OUT})
int calendar_same_day_due (void *calendar, int64_t received, _Out_ int64_t *due, _Out_ int32_t *certainty, ${OUT})
int calendar_add (void *calendar, int64_t start, int64_t minutes, _Out_ int64_t *end, _Out_ int32_t *certainty, ${OUT})
int64_t calendar_between (void *calendar, int64_t from, int64_t to)

int workflow_new (void *procedure, _Out_ void **workflow, ${OUT})
void workflow_unref (void *workflow)
size_t workflow_steps (void *workflow)
size_t workflow_find (void *workflow, const char *id)
const char *workflow_step_id (void *workflow, size_t step)
const char *workflow_step_number (void *workflow, size_t step)
const char *workflow_step_name (void *workflow, size_t step)
const char *workflow_step_role (void *workflow, size_t step)
const char *workflow_step_role_name (void *workflow, size_t step)
const char *workflow_step_unit (void *workflow, size_t step)
const char *workflow_step_unit_name (void *workflow, size_t step)
const char *workflow_step_phase (void *workflow, size_t step)
const char *workflow_step_agency (void *workflow, size_t step)
int workflow_step_kind (void *workflow, size_t step)
int workflow_step_counts (void *workflow, size_t step)
int workflow_step_duration (void *workflow, size_t step, size_t scenario, ${DURATION})
size_t workflow_step_forms (void *workflow, size_t step, int out)
const char *workflow_step_form (void *workflow, size_t step, int out, size_t form)
int workflow_step_form_kind (void *workflow, size_t step, int out, size_t form)
size_t workflow_scenarios (void *workflow)
const char *workflow_scenario_id (void *workflow, size_t scenario)
const char *workflow_scenario_name (void *workflow, size_t scenario)
size_t workflow_find_scenario (void *workflow, const char *id)
size_t workflow_phases (void *workflow)
const char *workflow_phase_id (void *workflow, size_t phase)
const char *workflow_phase_name (void *workflow, size_t phase)
const char *workflow_phase_agency (void *workflow, size_t phase)
int workflow_phase_counts (void *workflow, size_t phase)
size_t workflow_find_phase (void *workflow, const char *id)
size_t workflow_outcomes (void *workflow, size_t step)
const char *workflow_outcome_code (void *workflow, size_t step, size_t outcome)
const char *workflow_outcome_name (void *workflow, size_t step, size_t outcome)
int workflow_outcome_kind (void *workflow, size_t step, size_t outcome)
size_t workflow_outcome_scenario (void *workflow, size_t step, size_t outcome)
size_t workflow_outcome_target (void *workflow, size_t step, size_t outcome)
size_t workflow_outcome_branches (void *workflow, size_t step, size_t outcome)
size_t workflow_outcome_branch (void *workflow, size_t step, size_t outcome, size_t branch)
size_t workflow_find_outcome (void *workflow, size_t step, const char *code)
const char *workflow_outcome_lost (void *workflow, size_t step, size_t outcome)
int workflow_outcome_is_back (void *workflow, size_t step, size_t outcome)
int workflow_write (void **procedures, size_t count, const char *format, int lang, size_t paths, ${TEXT})
void *way_new (void *workflow, size_t scenario, size_t phase, int extreme)
void way_free (void *way)
size_t way_steps (void *way)
size_t way_step (void *way, size_t place)
int64_t way_time (void *way, int unit)
size_t way_hand_overs (void *way)
size_t way_outcome (void *way, size_t place)
int way_is_hand_over (void *way, size_t place)
size_t way_roles (void *way)
const char *way_role (void *way, size_t role)
int64_t way_role_time (void *way, size_t role, int unit)
void *paths_new (void *workflow, size_t scenario, size_t limit)
void paths_free (void *paths)
size_t paths_count (void *paths)
int paths_complete (void *paths)
size_t paths_steps (void *paths, size_t path)
size_t paths_step (void *paths, size_t path, size_t place)
size_t paths_outcome (void *paths, size_t path, size_t place)
size_t paths_branch (void *paths, size_t path, size_t place)
int64_t paths_time (void *paths, size_t path, int unit)
void *timing_new (void *workflow)
void timing_free (void *timing)
size_t timing_rows (void *timing)
size_t timing_scenario (void *timing, size_t row)
size_t timing_phase (void *timing, size_t row)
int timing_channel (void *timing, size_t row)
int timing_verdict (void *timing, size_t row)
int timing_complete (void *timing)
int64_t timing_time (void *timing, size_t row, int extreme, int unit)
size_t timing_missing (void *timing, size_t row)
int timing_limit (void *timing, size_t row, ${DURATION})
int timing_statutory (void *timing, size_t row, ${DURATION})
int timing_slack (void *timing, size_t row, _Out_ int64_t *slack, _Out_ int32_t *unit)
int timing_reduction (void *timing, size_t row, _Out_ int64_t *hundredths)

int case_start (void *document, void *procedure, void *calendar, _Out_ void **opened, ${OUT})
int case_open (void *document, void *calendar, _Out_ void **opened, ${OUT})
void case_free (void *opened)
void *case_workflow (void *opened)
void *case_calendar (void *opened)
int case_complete (void *opened, const char *step, const char *outcome, int64_t time, const char *actor, const char *note, ${OUT})
int case_request_supplement (${HAPPENING})
int case_receive_supplement (${HAPPENING})
int case_request_payment (${HAPPENING})
int case_receive_payment (${HAPPENING})
int case_stop (${HAPPENING})
int case_withdraw (${HAPPENING})
int case_refuse (${HAPPENING})
int case_hand_over (void *opened, const char *code, const char *agency, int64_t time, const char *actor, const char *note, ${OUT})
int case_extend (void *opened, int64_t due, int64_t time, const char *actor, const char *note, ${OUT})
int case_status (void *opened)
int case_is_ended (void *opened)
int case_is_running (void *opened)
int case_due (void *opened, _Out_ int64_t *due, _Out_ int32_t *unsure)
size_t case_open_steps (void *opened)
size_t case_open_step (void *opened, size_t index)
int case_step_entered (void *opened, size_t step, _Out_ int64_t *entered)
int case_step_due (void *opened, size_t step, _Out_ int64_t *due)
int case_step_is_running (void *opened, size_t step)
int case_step_timeliness (void *opened, size_t step, int64_t now, int64_t soon)
int case_is_possible (void *opened, size_t step, size_t outcome)
size_t case_next_count (void *opened, size_t step, size_t outcome, _Out_ int32_t *ends)
size_t case_next (void *opened, size_t step, size_t outcome, size_t index)
int case_step_remaining (void *opened, size_t step, int64_t now, _Out_ int64_t *minutes)
int64_t case_step_used (void *opened, size_t step, int64_t now)
int case_remaining (void *opened, int64_t now, _Out_ int64_t *minutes)
int64_t case_used (void *opened, int64_t now)
int case_timeliness (void *opened, int64_t now, int64_t soon)
int case_form (void *opened, int kind, const char *format, int lang, ${TEXT})
int case_code_parse (const char *code, _Out_ void **agency, _Out_ int32_t *year, _Out_ int32_t *month, _Out_ int32_t *day,
                     _Out_ int64_t *serial, ${OUT})
int case_code_build (const char *agency, ${DAY}, int64_t serial, _Out_ void **code, ${OUT})
`;

// The functions, by name.
export const q = {};
for (const [prototype, name] of PROTOTYPES.matchAll(/^\w[^(]*?(\w+) \([^)]*\)/gm))
  q[name] = library.func(prototype.replace(`${name} (`, `qms_${name} (`));

// As an index: at the end of a list; no step, no scenario.
export const NONE = 0xffff_ffff_ffff_ffffn;

// A text as the library takes it. C ends texts at U+0000, and half a surrogate pair is no character.
export function utf8(text) {
  if (text === null || text === undefined)
    return null;
  if (typeof text !== 'string')
    throw new TypeError(`expected a string, not ${typeof text}`);
  if (text.includes('\0') || /\p{Surrogate}/u.test(text))
    throw new QmsError('value', [], 'a text cannot hold U+0000 or half a surrogate pair');
  return text;
}

// A text or bytes, as a buffer and its size. An empty buffer has no address, hence the one that is not.
export function bytes(data) {
  const buffer = typeof data === 'string' ? Buffer.from(data) : data;
  if (!(buffer instanceof Uint8Array))
    throw new TypeError('expected a string or a Uint8Array');
  return buffer.length ? [buffer, buffer.length] : [Buffer.alloc(1), 0];
}

function describe(error) {
  return {
    status: STATUSES[q.error_status(error)],
    id: q.error_id(error),
    file: q.error_file(error),
    line: q.error_line(error),
    column: q.error_column(error),
    path: q.error_path(error),
    message: q.error_message(error, 0),
    messageEn: q.error_message(error, 1),
    remedy: q.error_remedy(error, 0),
    remedyEn: q.error_remedy(error, 1),
  };
}

// The chain of errors as an array; the library keeps it.
export function problems(error) {
  const list = [];
  for (; error; error = q.error_next(error))
    list.push(describe(error));
  return list;
}

// The same, and frees it.
export function takeProblems(error) {
  const list = problems(error);
  q.error_free(error);
  return list;
}

export function fail(status, error = null) {
  throw new QmsError(STATUSES[status], takeProblems(error));
}

// Calls a function whose last parameter is an error.
export function attempt(call, ...args) {
  const error = [null];
  const status = call(...args, error);
  if (status !== 0)
    fail(status, error[0]);
}

// The same of one that gives a handle just before.
export function obtain(call, ...args) {
  const out = [null];
  attempt(call, ...args, out);
  return out[0];
}

// The same in another thread: a promise.
export function obtainAsync(call, ...args) {
  const out = [null];
  const error = [null];
  return new Promise((resolve, reject) => {
    call.async(...args, out, error, (broken, status) => {
      if (broken)
        reject(broken);
      else if (status !== 0)
        reject(new QmsError(STATUSES[status], takeProblems(error[0])));
      else
        resolve(out[0]);
    });
  });
}

// The same of one that gives a text and its size.
export function obtainText(call, ...args) {
  const text = [null];
  const size = [0];
  attempt(call, ...args, text, size);
  const result = koffi.decode.string(text[0], size[0]);
  free(text[0]);
  return result;
}

// The same as bytes.
export function obtainBytes(call, ...args) {
  const data = [null];
  const size = [0];
  attempt(call, ...args, data, size);
  const result = Buffer.from(koffi.decode(data[0], koffi.array('uint8_t', size[0], 'Typed')));
  free(data[0]);
  return result;
}

// Bytes that the library keeps.
export function bytesAt(pointer, size) {
  return Buffer.from(koffi.decode(pointer, koffi.array('uint8_t', size, 'Typed')));
}

export function decodeText(pointer) {
  const result = koffi.decode.string(pointer);
  free(pointer);
  return result;
}
