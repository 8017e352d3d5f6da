/* SPDX-License-Identifier: Apache-2.0 */
/* Cases: a dossier on its way through an approved procedure. Who is next, when is it due, is it late.
 *
 * A case is a document of its own (root hoSoTTHC): header, the procedure as it was when the case began, the steps
 * that are open and the log. It is read, written and validated like any document, and another process goes on where
 * one left off. A QmsCase is such a document opened for work: all that is asked follows from its log. Times are
 * seconds since 1970-01-01T00:00:00Z; days are told by the calendar. An `actor` is a position or an account; `actor`
 * and `note` may be NULL. A call that fails changes nothing. A case belongs to one thread at a time. */
#ifndef QMS_CASE_H
#define QMS_CASE_H

#include <qms/base.h>
#include <qms/calendar.h>
#include <qms/workflow.h>

#ifdef __cplusplus
extern "C" {
#endif

typedef struct QmsCase QmsCase; /* a case file opened for work */

/* Starts a case. `document` is new (qms_document_new (QMS_TYPE_CASE_FILE)) and says at least when the dossier was
 * received; code, channel, scenario, applicant, agencies, time limit (thoiHan, trongNgay), deadline rule are set by
 * the caller where they matter. `procedure` is a procedure (quyTrinh), or an administrative procedure (thuTuc),
 * whose procedure is taken, and its code, name and agency. The case keeps a copy. Papers that the caller did not set
 * are those that the administrative procedure asks for, in all cases or in the one named like the scenario. Without a
 * limit of its own it is due on the same day if the administrative procedure says so; else it has the limit of the
 * procedure for its scenario and channel, else that of the administrative procedure for its channel. The scenario has
 * to be set where there are several and limits, times or outcomes differ by it.
 * `calendar` NULL: the one that the document names, else "vn"; otherwise it is the one that the document names, if it
 * names one. The caller frees `*opened`; after an error the document is of no use. QMS_ERROR_ARGUMENT without a
 * receipt, without a scenario, with another calendar or for a case that has begun, QMS_ERROR_NOT_FOUND where a
 * calendar that does not come with the library is to be given, QMS_ERROR_REFERENCE for a scenario or procedure that is
 * not there, QMS_ERROR_VALUE for a procedure without steps or a time that cannot be computed. */
QMS_API QmsStatus qms_case_start (QmsDocument *document, const QmsNode *procedure, QmsCalendar *calendar,
                                  QmsCase **opened, QmsError **error);
/* Opens a case that has begun. Its log is played through: QMS_ERROR_VALUE, with file and line, if an event cannot
 * have happened or the state that the file tells does not follow. Times in the log stay as they are, also if the
 * calendar has changed since. `calendar` as in qms_case_start: a case goes on by the calendar that it began with; to
 * change it, set the calendar (lich) of the document first. QMS_ERROR_REFERENCE for a scenario that is not there. The
 * caller frees `*opened`. */
QMS_API QmsStatus qms_case_open (QmsDocument *document, QmsCalendar *calendar, QmsCase **opened, QmsError **error);
/* Frees the handle; the document stays with whoever else holds it. NULL is allowed. */
QMS_API void qms_case_free (QmsCase *opened);
/* Its document; adds no reference. Change it only through the functions below, apart from notes. */
QMS_API QmsDocument *qms_case_document (const QmsCase *opened);
/* Its procedure, compiled; owned by the case. */
QMS_API const QmsWorkflow *qms_case_workflow (const QmsCase *opened);
/* Its calendar; owned by the case. */
QMS_API const QmsCalendar *qms_case_calendar (const QmsCase *opened);

/* A step is done. `step` NULL: the one that is open; `outcome` (a code) NULL: the only one that is possible. Opens
 * what follows. QMS_ERROR_NOT_FOUND for a step or outcome that the procedure does not have, QMS_ERROR_ARGUMENT for a
 * step that is not open, a case that has ended or waits for the applicant, or where a NULL is not clear;
 * QMS_ERROR_REFERENCE for an outcome that is lost
 * (qms_workflow_outcome_lost), QMS_ERROR_VALUE for a time before the last event. */
QMS_API QmsStatus qms_case_complete (QmsCase *opened, const char *step, const char *outcome, int64_t time,
                                     const char *actor, const char *note, QmsError **error);
/* The applicant is asked for a supplement, or for a financial duty, and has answered. If an open step has an outcome
 * of that kind, that is what happens, and the answer completes the waiting step; otherwise the clocks of all open
 * steps stop until the answer. A new request is refused until the one before it is answered, unless it is an outcome
 * of an open step (a parallel branch). After a supplement the due date is computed anew from the answer, or moves by the
 * working time that the clock was stopped, as the case's deadline rule says; after a payment it moves. Step due
 * times move. */
QMS_API QmsStatus qms_case_request_supplement (QmsCase *opened, int64_t time, const char *actor, const char *note,
                                               QmsError **error);
QMS_API QmsStatus qms_case_receive_supplement (QmsCase *opened, int64_t time, const char *actor, const char *note,
                                               QmsError **error);
QMS_API QmsStatus qms_case_request_payment (QmsCase *opened, int64_t time, const char *actor, const char *note,
                                            QmsError **error);
QMS_API QmsStatus qms_case_receive_payment (QmsCase *opened, int64_t time, const char *actor, const char *note,
                                            QmsError **error);
/* The agency stops handling, the applicant withdraws, the agency refuses: by the outcome of that kind of an open
 * step if one has it, which may lead to further steps; otherwise the case ends. */
QMS_API QmsStatus qms_case_stop (QmsCase *opened, int64_t time, const char *actor, const char *note, QmsError **error);
QMS_API QmsStatus qms_case_withdraw (QmsCase *opened, int64_t time, const char *actor, const char *note,
                                     QmsError **error);
QMS_API QmsStatus qms_case_refuse (QmsCase *opened, int64_t time, const char *actor, const char *note,
                                   QmsError **error);
/* Another agency decides from now on; its code may be NULL. Open steps stay open. */
QMS_API QmsStatus qms_case_hand_over (QmsCase *opened, const char *agency_code, const char *agency, int64_t time,
                                      const char *actor, const char *note, QmsError **error);
/* Apology and a new due time, which has to be later than the old one and than `time`. That it is not the first is no
 * error here: a rule notes it. */
QMS_API QmsStatus qms_case_extend (QmsCase *opened, int64_t due, int64_t time, const char *actor, const char *note,
                                   QmsError **error);

/* QMS_CASE_STATUS_…: the code of the national portal. 0 for NULL. */
QMS_API int32_t qms_case_status (const QmsCase *opened);
/* 1 if handling has ended. */
QMS_API int32_t qms_case_is_ended (const QmsCase *opened);
/* 1 if its clock runs, 0 if it is stopped or has ended. */
QMS_API int32_t qms_case_is_running (const QmsCase *opened);
/* When the result is due; QMS_ERROR_NOT_FOUND if the case has no limit. `*unsure` (may be NULL) becomes 1 if that
 * rests on days off that are not confirmed. */
QMS_API QmsStatus qms_case_due (const QmsCase *opened, int64_t *due, int32_t *unsure);
/* Number of open steps; the step of the workflow that is open at `index`, in the order of the procedure
 * (QMS_WORKFLOW_NONE). */
QMS_API size_t qms_case_open_steps (const QmsCase *opened);
QMS_API size_t qms_case_open_step (const QmsCase *opened, size_t index);
/* When an open step (of the workflow) began and is due. QMS_ERROR_NOT_FOUND if it is not open, or has no time of its
 * own. */
QMS_API QmsStatus qms_case_step_entered (const QmsCase *opened, size_t step, int64_t *entered);
QMS_API QmsStatus qms_case_step_due (const QmsCase *opened, size_t step, int64_t *due);
/* 1 if the time of an open step is counted now. */
QMS_API int32_t qms_case_step_is_running (const QmsCase *opened, size_t step);
/* 1 if an outcome of a step can happen in the scenario of the case. */
QMS_API int32_t qms_case_is_possible (const QmsCase *opened, size_t step, size_t outcome);
/* What opens if an open step is completed with an outcome: how many steps, and the one at `index` (QMS_WORKFLOW_NONE
 * beyond). None: handling ends, or other branches are awaited; `*ends` (may be NULL) tells which. */
QMS_API size_t qms_case_next_count (const QmsCase *opened, size_t step, size_t outcome, int32_t *ends);
QMS_API size_t qms_case_next (const QmsCase *opened, size_t step, size_t outcome, size_t index);
/* Working minutes left at `now`, negative if it is overdue: of the whole, of an open step. While its clock is
 * stopped, as when it stopped. QMS_ERROR_NOT_FOUND if there is no due time. */
QMS_API QmsStatus qms_case_remaining (const QmsCase *opened, int64_t now, int64_t *minutes);
QMS_API QmsStatus qms_case_step_remaining (const QmsCase *opened, size_t step, int64_t now, int64_t *minutes);
/* Working minutes used until `now`: of the whole, of an open step; without those during which the clock was stopped. */
QMS_API int64_t qms_case_used (const QmsCase *opened, int64_t now);
QMS_API int64_t qms_case_step_used (const QmsCase *opened, size_t step, int64_t now);
/* QMS_TIMELINESS_… at `now`: an open case or step is within its time, due soon (not more than `soon` working minutes
 * left) or overdue; a case that has ended was early, on time (on the day that it was due) or overdue. 0 if nothing
 * is due. */
QMS_API int32_t qms_case_timeliness (const QmsCase *opened, int64_t now, int64_t soon);
QMS_API int32_t qms_case_step_timeliness (const QmsCase *opened, size_t step, int64_t now, int64_t soon);

/* Data for a one-stop form of kind QMS_FORM_KIND_… (receipt, supplement, refusal, apology, stop, control, register),
 * for the last event that calls for it. `format` is "json" or "text". Number and name of the form are those in force
 * on that day; where libqms knows none, it says so. `*text` is NUL-terminated; free it with qms_free.
 * QMS_ERROR_NOT_FOUND if nothing called for the form. */
QMS_API QmsStatus qms_case_form (const QmsCase *opened, int32_t kind, const char *format, int32_t lang, char **text,
                                 size_t *size, QmsError **error);

/* Code of a case: agency (by QCVN 102:2016/BTTTT or QĐ 20/2020/QĐ-TTg), day of receipt, serial number of the day
 * from 1. Free `*code` with qms_free. QMS_ERROR_VALUE if there is no such agency code, day or number. */
QMS_API QmsStatus qms_case_code_build (const char *agency, int32_t year, int32_t month, int32_t day, int64_t serial,
                                       char **code, QmsError **error);
/* Takes a code apart: out-parameters may be NULL; free `*agency` with qms_free. Years are those of this century.
 * QMS_ERROR_VALUE for what is no case code or has a day that does not exist. */
QMS_API QmsStatus qms_case_code_parse (const char *code, char **agency, int32_t *year, int32_t *month, int32_t *day,
                                       int64_t *serial, QmsError **error);

#ifdef __cplusplus
}
#endif
#endif
