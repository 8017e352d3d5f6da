/* SPDX-License-Identifier: Apache-2.0 */
/* Moments and working time on the command line, by the clock of a calendar. */
#pragma once

#include "cli.h"

/* Moment of a text such as "2026-03-02T09:00", by the calendar's clock unless the text has an offset; now for NULL.
 * False after a complaint, with cli->exit. */
bool cli_moment (Cli *cli, const QmsCalendar *calendar, const char *text, int64_t *time);
/* A time limit in words or as files have it. False after a complaint, with cli->exit, for what is none or takes no
 * time. */
bool cli_limit (Cli *cli, const char *text, int64_t *mantissa, int32_t *scale, int32_t *unit);
/* A moment in words, by the calendar's clock; for machines. Free with g_free. */
char *cli_moment_words (const QmsCalendar *calendar, int64_t time);
char *cli_moment_text (const QmsCalendar *calendar, int64_t time);
/* "2 days 3 hours" of working time. Free with g_free. */
char *cli_working_words (const QmsCalendar *calendar, int64_t minutes);
