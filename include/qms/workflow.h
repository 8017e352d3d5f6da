/* SPDX-License-Identifier: Apache-2.0 */
/* Workflows: the steps of a procedure as a graph, who is next for an outcome, and how long the ways through it take.
 * A workflow is compiled from a procedure, keeps nothing of its document, is immutable and may be shared by threads.
 * Steps, outcomes and scenarios are numbered from 0 in the order of the procedure; of an index that is out of range,
 * functions return 0, NULL or QMS_WORKFLOW_NONE. Strings are owned by the workflow. */
#ifndef QMS_WORKFLOW_H
#define QMS_WORKFLOW_H

#include <qms/base.h>

#ifdef __cplusplus
extern "C" {
#endif

typedef struct QmsWorkflow QmsWorkflow; /* the compiled graph of a procedure; counted, immutable */
typedef struct QmsWay QmsWay;           /* one way through it; immutable */
typedef struct QmsPaths QmsPaths;       /* all ways through it; immutable */
typedef struct QmsTiming QmsTiming;     /* its times against the limits; immutable */

#define QMS_WORKFLOW_NONE SIZE_MAX /* no such step, outcome or scenario; as a target: handling ends */

/* Which extreme of the ways through a workflow. */
enum { QMS_WORKFLOW_SHORTEST = 0, QMS_WORKFLOW_LONGEST = 1 };

/* Units of times: millionths of a minute (working or calendar) or of a month. They are never converted into each
 * other. */
enum { QMS_WORKFLOW_WORKING = 0, QMS_WORKFLOW_CALENDAR = 1, QMS_WORKFLOW_MONTHS = 2 };

/* Compiles the procedure (type quyTrinh). Steps that do not follow, targets that do not exist and the like are no
 * errors here: rules report them. An outcome whose target, or branch, is not there is lost (qms_workflow_outcome_lost):
 * it ends nothing and is on no way. The caller drops the reference to `*workflow`. */
QMS_API QmsStatus qms_workflow_new (const QmsNode *procedure, QmsWorkflow **workflow, QmsError **error);
/* Takes another reference, returns `workflow`. Thread-safe. */
QMS_API QmsWorkflow *qms_workflow_ref (QmsWorkflow *workflow);
/* Drops a reference; NULL is allowed. Thread-safe. */
QMS_API void qms_workflow_unref (QmsWorkflow *workflow);

/* Number of steps. The first one is step 0. */
QMS_API size_t qms_workflow_steps (const QmsWorkflow *workflow);
/* Step with an identifier; QMS_WORKFLOW_NONE if there is none. */
QMS_API size_t qms_workflow_find (const QmsWorkflow *workflow, const char *id);
/* Of a step: identifier (never NULL; of a step without one, or with that of an earlier step, "B" and its number from
 * 1, made unique), number as printed, name, identifier of the role, of the unit and of the phase, names of role and
 * unit (their identifiers where they are not in the system). NULL if not given. */
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
/* 1 if the time of the step counts against the limits: not that of the applicant, of waits for supplement or
 * payment, or of a phase off the clock. */
QMS_API int32_t qms_workflow_step_counts (const QmsWorkflow *workflow, size_t step);
/* Name of the other agency that does the step: that of its phase, else its role if that is another agency's; NULL if
 * it is the system's own. */
QMS_API const char *qms_workflow_step_agency (const QmsWorkflow *workflow, size_t step);
/* Time allowed for a step in a scenario (QMS_WORKFLOW_NONE: in all), as the procedure gives it: mantissa × 10^-scale
 * units (QMS_DURATION_UNIT_…). QMS_ERROR_NOT_FOUND if none is given. */
QMS_API QmsStatus qms_workflow_step_duration (const QmsWorkflow *workflow, size_t step, size_t scenario,
                                              int64_t *mantissa, int32_t *scale, int32_t *unit);
/* Forms of a step, those that come in (`out` 0) or go out (1): how many; name of one; QMS_FORM_KIND_… of it, 0 if
 * not given. */
QMS_API size_t qms_workflow_step_forms (const QmsWorkflow *workflow, size_t step, int32_t out);
QMS_API const char *qms_workflow_step_form (const QmsWorkflow *workflow, size_t step, int32_t out, size_t form);
QMS_API int32_t qms_workflow_step_form_kind (const QmsWorkflow *workflow, size_t step, int32_t out, size_t form);

/* Number of scenarios; identifier and name of one. */
QMS_API size_t qms_workflow_scenarios (const QmsWorkflow *workflow);
QMS_API const char *qms_workflow_scenario_id (const QmsWorkflow *workflow, size_t scenario);
QMS_API const char *qms_workflow_scenario_name (const QmsWorkflow *workflow, size_t scenario);
/* Scenario with an identifier; QMS_WORKFLOW_NONE if there is none. */
QMS_API size_t qms_workflow_find_scenario (const QmsWorkflow *workflow, const char *id);

/* Number of phases; identifier, name and agency (NULL: the system's own) of one; 1 if its time counts against the
 * limits of the whole. */
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
/* Of an outcome: code, name (NULL if not given), QMS_OUTCOME_KIND_… (proceed if not given), scenario in which it can
 * happen (QMS_WORKFLOW_NONE: any). */
QMS_API const char *qms_workflow_outcome_code (const QmsWorkflow *workflow, size_t step, size_t outcome);
QMS_API const char *qms_workflow_outcome_name (const QmsWorkflow *workflow, size_t step, size_t outcome);
QMS_API int32_t qms_workflow_outcome_kind (const QmsWorkflow *workflow, size_t step, size_t outcome);
QMS_API size_t qms_workflow_outcome_scenario (const QmsWorkflow *workflow, size_t step, size_t outcome);
/* Step that an outcome leads to, or at which its branches meet (QMS_WORKFLOW_NONE: they never do);
 * QMS_WORKFLOW_NONE: handling ends, unless the outcome is lost. */
QMS_API size_t qms_workflow_outcome_target (const QmsWorkflow *workflow, size_t step, size_t outcome);
/* Branches that an outcome opens, which run at the same time (0: none), and the first step of one. */
QMS_API size_t qms_workflow_outcome_branches (const QmsWorkflow *workflow, size_t step, size_t outcome);
QMS_API size_t qms_workflow_outcome_branch (const QmsWorkflow *workflow, size_t step, size_t outcome, size_t branch);
/* Identifier of a step that an outcome is to lead to, or to open, and that is not there: nobody knows what follows.
 * NULL if there is none. */
QMS_API const char *qms_workflow_outcome_lost (const QmsWorkflow *workflow, size_t step, size_t outcome);
/* 1 if the outcome closes a loop: it leads back to a step on the way from the first step to this one, where ways are
 * tried in the order of the procedure, those of all scenarios together. Ways and times leave loops out, since nobody
 * knows how often they are walked, but look for them in each scenario by itself: what leads back here may be on a way of
 * a scenario that cannot have come that way. */
QMS_API int32_t qms_workflow_outcome_is_back (const QmsWorkflow *workflow, size_t step, size_t outcome);

/* ---- ways
 * A way leads from the first step to an end of the handling by one outcome of each step, loops left out. Branches
 * take as long as the longest of them. Times are given in each of the units QMS_WORKFLOW_WORKING, …_CALENDAR,
 * …_MONTHS; where a workflow mixes them, ways are compared by working time first. Steps without a time, and times
 * over a million units, count as nothing. */

/* The longest or shortest way (QMS_WORKFLOW_LONGEST, …_SHORTEST) in a scenario (QMS_WORKFLOW_NONE: none in
 * particular). With a phase, only the time of its steps is looked at; otherwise that of steps that count against the
 * limits of the whole. Of branches it follows the one that takes longest. NULL if no way leads to an end, or an
 * argument is unfit. Free with qms_way_free. */
QMS_API QmsWay *qms_way_new (const QmsWorkflow *workflow, size_t scenario, size_t phase, int32_t extreme);
/* Frees it; NULL is allowed. */
QMS_API void qms_way_free (QmsWay *way);
/* Number of steps on the way; step at a place, and the outcome by which it goes on from there. */
QMS_API size_t qms_way_steps (const QmsWay *way);
QMS_API size_t qms_way_step (const QmsWay *way, size_t place);
QMS_API size_t qms_way_outcome (const QmsWay *way, size_t place);
/* Time of the way, in millionths of a minute or of a month (QMS_WORKFLOW_MONTHS). */
QMS_API int64_t qms_way_time (const QmsWay *way, int32_t unit);
/* 1 if the dossier changes hands on arriving at a place: another role, unit or agency than the one that had it.
 * Steps of the applicant and waits for him are passed over. */
QMS_API int32_t qms_way_is_hand_over (const QmsWay *way, size_t place);
/* How many times that happens. */
QMS_API size_t qms_way_hand_overs (const QmsWay *way);
/* Roles with steps on the way that count, in order of appearance: how many; identifier (NULL: steps without a role);
 * time of its steps. */
QMS_API size_t qms_way_roles (const QmsWay *way);
QMS_API const char *qms_way_role (const QmsWay *way, size_t role);
QMS_API int64_t qms_way_role_time (const QmsWay *way, size_t role, int32_t unit);

/* All ways in a scenario in the order of the procedure, at most `limit`. Branches are walked one after the other.
 * NULL if an argument is unfit. Free with qms_paths_free. */
QMS_API QmsPaths *qms_paths_new (const QmsWorkflow *workflow, size_t scenario, size_t limit);
/* Frees it; NULL is allowed. */
QMS_API void qms_paths_free (QmsPaths *paths);
/* Number of ways found. */
QMS_API size_t qms_paths_count (const QmsPaths *paths);
/* 1 if there are no others; 0 if `limit`, or the bound of two million steps, times, outcomes and branches looked at,
 * cut the search off. */
QMS_API int32_t qms_paths_complete (const QmsPaths *paths);
/* Of a way: number of steps; step at a place, outcome taken there, branch that the step is in (from 1; 0: in none;
 * in branches within branches, the inner one); time as in qms_way_time. */
QMS_API size_t qms_paths_steps (const QmsPaths *paths, size_t path);
QMS_API size_t qms_paths_step (const QmsPaths *paths, size_t path, size_t place);
QMS_API size_t qms_paths_outcome (const QmsPaths *paths, size_t path, size_t place);
QMS_API size_t qms_paths_branch (const QmsPaths *paths, size_t path, size_t place);
QMS_API int64_t qms_paths_time (const QmsPaths *paths, size_t path, int32_t unit);

/* ---- times against limits */

/* How the longest way compares with a limit. */
enum {
  QMS_TIMING_NO_LIMIT = 0,     /* none is declared */
  QMS_TIMING_EQUAL = 1,        /* exactly as long */
  QMS_TIMING_UNDER = 2,        /* shorter */
  QMS_TIMING_OVER = 3,         /* longer, if only by the time in the units of the limit */
  QMS_TIMING_INCOMPARABLE = 4, /* in units that cannot be converted into each other, or over a million units */
  QMS_TIMING_INCOMPLETE = 5,   /* steps without a time, no steps, or a lost outcome; as far as they go not over */
  QMS_TIMING_NO_WAY = 6        /* no way leads to an end */
};

/* Compares times with limits: a row for each scenario (one for the whole if there are none), then each of its
 * phases, each by channel where limits differ by channel. The limit of a row is that of its scenario, else the one
 * for all; among these that of its channel, else the one for all. NULL for NULL. Free with qms_timing_free. */
QMS_API QmsTiming *qms_timing_new (const QmsWorkflow *workflow);
/* Frees it; NULL is allowed. */
QMS_API void qms_timing_free (QmsTiming *timing);
/* Number of rows. */
QMS_API size_t qms_timing_rows (const QmsTiming *timing);
/* 1 if rows for all are there; 0 if the workflow has so many scenarios and phases that the rest was left out. */
QMS_API int32_t qms_timing_complete (const QmsTiming *timing);
/* What a row is about: scenario, phase (QMS_WORKFLOW_NONE: all, the whole), QMS_CHANNEL_KIND_… (0: any). */
QMS_API size_t qms_timing_scenario (const QmsTiming *timing, size_t row);
QMS_API size_t qms_timing_phase (const QmsTiming *timing, size_t row);
QMS_API int32_t qms_timing_channel (const QmsTiming *timing, size_t row);
/* QMS_TIMING_… of a row. */
QMS_API int32_t qms_timing_verdict (const QmsTiming *timing, size_t row);
/* The most, or the least, of a unit that a way takes; where steps mix units, those of two units may be of two ways. 0
 * if there is no way. */
QMS_API int64_t qms_timing_time (const QmsTiming *timing, size_t row, int32_t extreme, int32_t unit);
/* Steps of the row's ways that count and have no time. */
QMS_API size_t qms_timing_missing (const QmsTiming *timing, size_t row);
/* The limit, and the one set by law, as declared: mantissa × 10^-scale units (QMS_DURATION_UNIT_…).
 * QMS_ERROR_NOT_FOUND if not given. */
QMS_API QmsStatus qms_timing_limit (const QmsTiming *timing, size_t row, int64_t *mantissa, int32_t *scale,
                                    int32_t *unit);
QMS_API QmsStatus qms_timing_statutory (const QmsTiming *timing, size_t row, int64_t *mantissa, int32_t *scale,
                                        int32_t *unit);
/* Time left until the limit, negative if it is exceeded, and the QMS_WORKFLOW_… unit that it is in.
 * QMS_ERROR_NOT_FOUND if the two cannot be compared. */
QMS_API QmsStatus qms_timing_slack (const QmsTiming *timing, size_t row, int64_t *slack, int32_t *unit);
/* By how much the limit is shorter than the one set by law, in hundredths of a percent, rounded half up (12 of 15
 * days: 2000); negative if it is longer. QMS_ERROR_NOT_FOUND if one is missing or they cannot be compared. */
QMS_API QmsStatus qms_timing_reduction (const QmsTiming *timing, size_t row, int64_t *hundredths);

/* The workflows of procedures (type quyTrinh): steps, times against limits, the longest ways, and at most `paths`
 * ways of each scenario, for people ("text") or for programs ("json"); docs/workflow.md describes both. The caller
 * frees `*text` with qms_free. */
QMS_API QmsStatus qms_workflow_write (const QmsNode *const *procedures, size_t count, const char *format, int32_t lang,
                                      size_t paths, char **text, size_t *size, QmsError **error);

#ifdef __cplusplus
}
#endif
#endif
