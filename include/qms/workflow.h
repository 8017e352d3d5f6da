/* SPDX-License-Identifier: Apache-2.0 */
/* Workflows: the steps of a procedure as a graph, who is next for an outcome, and how long the ways through it take.
 * A workflow is compiled from a procedure, keeps nothing of its document, is immutable and may be shared by threads. Steps,
 * outcomes and scenarios are numbered from 0 in the order of the procedure; of an index that is out of range, functions return
 * 0, NULL or QMS_WORKFLOW_NONE. Strings are owned by the workflow. */
#ifndef QMS_WORKFLOW_H
#define QMS_WORKFLOW_H

#include <qms/base.h>

#ifdef __cplusplus
extern "C" {
#endif

typedef struct QmsWorkflow QmsWorkflow; /* the compiled graph of a procedure; counted, immutable */

#define QMS_WORKFLOW_NONE SIZE_MAX /* no such step, outcome or scenario; as a target: handling ends */

/* Which extreme of the ways through a workflow. */
enum { QMS_WORKFLOW_SHORTEST = 0, QMS_WORKFLOW_LONGEST = 1 };

/* Units of times: millionths of a minute (working or calendar) or of a month. They are never converted into each other. */
enum { QMS_WORKFLOW_WORKING = 0, QMS_WORKFLOW_CALENDAR = 1, QMS_WORKFLOW_MONTHS = 2 };

/* Compiles the procedure (type quyTrinh). Steps that do not follow, targets that do not exist and the like are no errors here: rules
 * report them, and a target that cannot be resolved ends the handling. The caller drops the reference to `*workflow`. */
QMS_API QmsStatus qms_workflow_new (const QmsNode *procedure, QmsWorkflow **workflow, QmsError **error);
/* Takes another reference, returns `workflow`. Thread-safe. */
QMS_API QmsWorkflow *qms_workflow_ref (QmsWorkflow *workflow);
/* Drops a reference; NULL is allowed. Thread-safe. */
QMS_API void qms_workflow_unref (QmsWorkflow *workflow);

/* Number of steps. The first one is step 0. */
QMS_API size_t qms_workflow_steps (const QmsWorkflow *workflow);
/* Step with an identifier; QMS_WORKFLOW_NONE if there is none. */
QMS_API size_t qms_workflow_find (const QmsWorkflow *workflow, const char *id);
/* Of a step: identifier (never NULL; of a step without one, or with that of an earlier step, "B" and its number from 1, made
 * unique), number as printed, name, identifier of the role, of the unit and of the phase, names of role and unit (their
 * identifiers where they are not in the system). NULL if not given. */
QMS_API const char *qms_workflow_step_id (const QmsWorkflow *workflow, size_t step);
QMS_API const char *qms_workflow_step_number (const QmsWorkflow *workflow, size_t step);
QMS_API const char *qms_workflow_step_name (const QmsWorkflow *workflow, size_t step);
QMS_API const char *qms_workflow_step_role (const QmsWorkflow *workflow, size_t step);
QMS_API const char *qms_workflow_step_role_name (const QmsWorkflow *workflow, size_t step);
QMS_API const char *qms_workflow_step_unit (const QmsWorkflow *workflow, size_t step);
QMS_API const char *qms_workflow_step_unit_name (const QmsWorkflow *workflow, size_t step);
QMS_API const char *qms_workflow_step_phase (const QmsWorkflow *workflow, size_t step);
/* QMS_STEP_KIND_… of a step; 0 if not given. */
QMS_API int32_t qms_workflow_step_kind (const QmsWorkflow *workflow, size_t step);
/* 1 if the time of the step counts against the limits: not that of the applicant, of waits for supplement or payment, or of a
 * phase off the clock. */
QMS_API int32_t qms_workflow_step_counts (const QmsWorkflow *workflow, size_t step);
/* Name of the other agency that does the step: that of its phase, else its role if that is another agency's; NULL if it is the
 * system's own. */
QMS_API const char *qms_workflow_step_agency (const QmsWorkflow *workflow, size_t step);
/* Time allowed for a step in a scenario (QMS_WORKFLOW_NONE: in all), as the procedure gives it: mantissa × 10^-scale units
 * (QMS_DURATION_UNIT_…). QMS_ERROR_NOT_FOUND if none is given. */
QMS_API QmsStatus qms_workflow_step_duration (const QmsWorkflow *workflow, size_t step, size_t scenario, int64_t *mantissa,
                                              int32_t *scale, int32_t *unit);
/* Forms of a step, those that come in (`out` 0) or go out (1): how many; name of one; QMS_FORM_KIND_… of it, 0 if not given. */
QMS_API size_t qms_workflow_step_forms (const QmsWorkflow *workflow, size_t step, int32_t out);
QMS_API const char *qms_workflow_step_form (const QmsWorkflow *workflow, size_t step, int32_t out, size_t form);
QMS_API int32_t qms_workflow_step_form_kind (const QmsWorkflow *workflow, size_t step, int32_t out, size_t form);

/* Number of scenarios; identifier and name of one. */
QMS_API size_t qms_workflow_scenarios (const QmsWorkflow *workflow);
QMS_API const char *qms_workflow_scenario_id (const QmsWorkflow *workflow, size_t scenario);
QMS_API const char *qms_workflow_scenario_name (const QmsWorkflow *workflow, size_t scenario);
/* Scenario with an identifier; QMS_WORKFLOW_NONE if there is none. */
QMS_API size_t qms_workflow_find_scenario (const QmsWorkflow *workflow, const char *id);

/* Number of phases; identifier, name and agency (NULL: the system's own) of one; 1 if its time counts against the limits of the
 * whole. */
QMS_API size_t qms_workflow_phases (const QmsWorkflow *workflow);
QMS_API const char *qms_workflow_phase_id (const QmsWorkflow *workflow, size_t phase);
QMS_API const char *qms_workflow_phase_name (const QmsWorkflow *workflow, size_t phase);
QMS_API const char *qms_workflow_phase_agency (const QmsWorkflow *workflow, size_t phase);
QMS_API int32_t qms_workflow_phase_counts (const QmsWorkflow *workflow, size_t phase);
/* Phase with an identifier; QMS_WORKFLOW_NONE if there is none. */
QMS_API size_t qms_workflow_find_phase (const QmsWorkflow *workflow, const char *id);

/* Outcomes of a step. One without any has a single outcome, code "", that goes on to the following step. */
QMS_API size_t qms_workflow_outcomes (const QmsWorkflow *workflow, size_t step);
/* Outcome of a step by code; QMS_WORKFLOW_NONE if there is none. */
QMS_API size_t qms_workflow_find_outcome (const QmsWorkflow *workflow, size_t step, const char *code);
/* Of an outcome: code, name (NULL if not given), QMS_OUTCOME_KIND_… (proceed if not given), scenario in which it can happen
 * (QMS_WORKFLOW_NONE: any). */
QMS_API const char *qms_workflow_outcome_code (const QmsWorkflow *workflow, size_t step, size_t outcome);
QMS_API const char *qms_workflow_outcome_name (const QmsWorkflow *workflow, size_t step, size_t outcome);
QMS_API int32_t qms_workflow_outcome_kind (const QmsWorkflow *workflow, size_t step, size_t outcome);
QMS_API size_t qms_workflow_outcome_scenario (const QmsWorkflow *workflow, size_t step, size_t outcome);
/* Step that an outcome leads to, or at which its branches meet (QMS_WORKFLOW_NONE: they never do); QMS_WORKFLOW_NONE: handling
 * ends. */
QMS_API size_t qms_workflow_outcome_target (const QmsWorkflow *workflow, size_t step, size_t outcome);
/* Branches that an outcome opens, which run at the same time (0: none), and the first step of one. */
QMS_API size_t qms_workflow_outcome_branches (const QmsWorkflow *workflow, size_t step, size_t outcome);
QMS_API size_t qms_workflow_outcome_branch (const QmsWorkflow *workflow, size_t step, size_t outcome, size_t branch);
/* 1 if the outcome closes a loop: it leads back to a step on the way from the first step to this one, where ways are tried in the
 * order of the procedure. Ways and times leave loops out: nobody knows how often they are walked. */
QMS_API int32_t qms_workflow_outcome_is_back (const QmsWorkflow *workflow, size_t step, size_t outcome);

#ifdef __cplusplus
}
#endif
#endif
