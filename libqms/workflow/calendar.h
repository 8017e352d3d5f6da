/* SPDX-License-Identifier: Apache-2.0 */
/* A compiled calendar: what each day of the known years holds, and how much came before it. */
#pragma once

#include "core/document.h"

#include <qms/calendar.h>

#include <glib.h>
#include <stdbool.h>

enum {
  QMS_DAY_SECONDS = 86400,
  QMS_DAY_MINUTES = 1440,
  QMS_WEEK = 7,
  QMS_NO_HOURS = 0,        /* index of the hours of a day off */
  QMS_LONGEST_BREAK = 366, /* between the first and last of days off */
};

/* What is summed up over days. */
typedef enum {
  QMS_SUM_MINUTES, /* working minutes */
  QMS_SUM_DAYS,    /* days that count as working days */
  QMS_SUM_DOUBTS,  /* days that are not sure; within the known years only */
  QMS_SUMS,
} QmsSum;

/* An interval of working time, in minutes of the day. */
typedef struct {
  int32_t from, to;
} QmsSpan;

/* The working time of a day: `count` spans from `first` on, in order, apart from each other. */
typedef struct {
  uint32_t first, count;
  int32_t minutes;
  bool counts; /* as a working day */
} QmsHours;

/* What the calendar says of a day in particular. */
typedef struct {
  const char *name; /* NULL if none */
  int32_t kind;     /* QMS_DAY_OFF_KIND_…; 0: it is worked */
  int32_t certainty;
} QmsDayNote;

/* A day of the known years. `note` is an index from 1; 0: the day is an ordinary one. */
typedef struct {
  int32_t before[QMS_SUMS]; /* sums over the days since the first known one */
  uint32_t hours, note;
} QmsDay;

struct QmsCalendar {
  gint references; /* atomic */
  char *id;
  int32_t utc_offset, day_minutes;
  int32_t same_day_until;                      /* minute of the day; QMS_DAY_MINUTES if there is no such rule */
  GArray *spans;                               /* of QmsSpan */
  GArray *hours;                               /* of QmsHours */
  uint32_t week[QMS_WEEK];                     /* hours by weekday, from Monday */
  int64_t week_before[QMS_SUMS][QMS_WEEK + 1]; /* sums over the weekdays before one, and over all */
  int64_t first;                               /* day; days are counted from 1970-01-01 */
  int64_t n_days;                              /* known */
  QmsDay *days;                                /* and one more, with the sums over all */
  GArray *notes;                               /* of QmsDayNote */
  GStringChunk *names;
};

/* Weekday of a day, from Monday, 0. */
int qms_day_weekday (int64_t day);
/* Working time of a day, known or not. */
const QmsHours *qms_calendar_hours (const QmsCalendar *calendar, int64_t day);
/* What the calendar says of a day in particular; NULL if nothing. */
const QmsDayNote *qms_calendar_note (const QmsCalendar *calendar, int64_t day);
/* Sum over the days before `day`: any day, negative before the first known one. */
int64_t qms_calendar_before (const QmsCalendar *calendar, QmsSum sum, int64_t day);
/* The day in which the sum reaches above `target`: before (day) <= target < before (day + 1). */
int64_t qms_calendar_find (const QmsCalendar *calendar, QmsSum sum, int64_t target);
/* Whether the days from `first` to `last` are known and sure: QMS_CALENDAR_…. */
int32_t qms_calendar_certainty (const QmsCalendar *calendar, int64_t first, int64_t last);

/* Fills in the sums when hours, week and days are known; false if no weekday counts. */
bool qms_calendar_sum_up (QmsCalendar *calendar);
/* Root of one of the documents that make up a calendar: what it is based on, the farthest first, then itself. */
static inline const QmsNode *
qms_layer_root (const GPtrArray *layers, guint index)
{
  return ((const QmsDocument *)layers->pdata[index])->root;
}

/* Fills in the days that the layers name, the hours of the week being known. */
QmsStatus qms_calendar_read_days (QmsCalendar *calendar, GPtrArray *layers, QmsError **error);
/* Adds the hours of intervals (a list field of `node`); returns their index, or -1 with an error. */
int64_t qms_calendar_add_hours (QmsCalendar *calendar, const QmsNode *node, uint32_t field, bool counts,
                                QmsError **error);
/* "HH:MM" in minutes, up to 24:00; -1 if it is none. */
int32_t qms_clock_minutes (const char *text);
/* Error QMS_MSG_CALENDAR_VALUE about a field. */
QmsStatus qms_calendar_refuse (const QmsNode *node, uint32_t field, const char *value, QmsError **error);
/* Shipped calendar of that identifier as a document. */
QmsStatus qms_calendar_shipped (const char *id, QmsDocument **document, QmsError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (QmsCalendar, qms_calendar_unref)
