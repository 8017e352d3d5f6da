/* SPDX-License-Identifier: Apache-2.0 */
/* What qms.so asks of qms-core.so by name. */
#ifndef PGQMS_FUNCTIONS_H
#define PGQMS_FUNCTIONS_H

#include "postgres.h"

#include "fmgr.h"

/* Declares the settings. */
PGDLLEXPORT void pgqms_start (void);

/* The SQL functions: pgqms_<name> in qms.so, core_<name> in qms-core.so. */
#define PGQMS_FUNCTIONS(F)                                                                                             \
  F (validate)                                                                                                         \
  F (validate_with)                                                                                                    \
  F (is_conforming)                                                                                                    \
  F (report)                                                                                                           \
  F (procedures)                                                                                                       \
  F (to_json)                                                                                                          \
  F (node_to_json)                                                                                                     \
  F (format)                                                                                                           \
  F (nodes)                                                                                                            \
  F (get)                                                                                                              \
  F (set)                                                                                                              \
  F (insert)                                                                                                           \
  F (move)                                                                                                             \
  F (diff)                                                                                                             \
  F (steps)                                                                                                            \
  F (outcomes)                                                                                                         \
  F (way)                                                                                                              \
  F (limits)                                                                                                           \
  F (workflow)                                                                                                         \
  F (bpmn)                                                                                                             \
  F (bpmn_import)                                                                                                      \
  F (bpmn_findings)                                                                                                    \
  F (svg)                                                                                                              \
  F (portal_import)                                                                                                    \
  F (portal_export)                                                                                                    \
  F (portal_notes)                                                                                                     \
  F (migrate)                                                                                                          \
  F (migration_work)                                                                                                   \
  F (coverage)                                                                                                         \
  F (coverage_report)                                                                                                  \
  F (case_start)                                                                                                       \
  F (case_complete)                                                                                                    \
  F (case_event)                                                                                                       \
  F (case_hand_over)                                                                                                   \
  F (case_extend)                                                                                                      \
  F (case_state)                                                                                                       \
  F (case_steps)                                                                                                       \
  F (case_next)                                                                                                        \
  F (case_form)                                                                                                        \
  F (case_code)                                                                                                        \
  F (case_code_parse)                                                                                                  \
  F (due_at)                                                                                                           \
  F (due_certainty)                                                                                                    \
  F (same_day_due_at)                                                                                                  \
  F (add_minutes)                                                                                                      \
  F (working_minutes)                                                                                                  \
  F (is_working_day)                                                                                                   \
  F (day_name)                                                                                                         \
  F (day)                                                                                                              \
  F (calendar_info)                                                                                                    \
  F (duration)                                                                                                         \
  F (legal_act)                                                                                                        \
  F (legal_status)                                                                                                     \
  F (new_system)                                                                                                       \
  F (framework)                                                                                                        \
  F (frameworks)                                                                                                       \
  F (version)                                                                                                          \
  F (types)                                                                                                            \
  F (fields)                                                                                                           \
  F (enum_values)                                                                                                      \
  F (schema)                                                                                                           \
  F (rules)

#define PGQMS_DECLARE(name) PGDLLEXPORT Datum core_##name (PG_FUNCTION_ARGS);
PGQMS_FUNCTIONS (PGQMS_DECLARE)

#endif
