/* SPDX-License-Identifier: Apache-2.0 */
/* Work on several things at the same time. */
#include "cli.h"

typedef struct {
  guint count;
  gint next;      /* that nobody has taken yet; atomic */
  gint n_workers; /* that have begun; atomic */
  CliJob *job;
  gpointer data;
} Work;

/* Takes jobs until none is left. */
static gpointer
work (gpointer data)
{
  Work *shared = data;
  guint worker = (guint)g_atomic_int_add (&shared->n_workers, 1), i;
  while ((i = (guint)g_atomic_int_add (&shared->next, 1)) < shared->count)
    shared->job (i, worker, shared->data);
  return NULL;
}

/* This thread works too, so all gets done even if the system gives no other. */
void
cli_parallel (guint count, guint threads, CliJob *job, gpointer data)
{
  g_autoptr (GPtrArray) others = g_ptr_array_new ();
  Work shared = { .count = count, .job = job, .data = data };
  for (guint i = 1; i < MIN (threads, count); i++) {
    GThread *thread = g_thread_try_new ("qms", work, &shared, NULL);
    if (thread)
      g_ptr_array_add (others, thread);
  }
  work (&shared);
  for (guint i = 0; i < others->len; i++)
    g_thread_join (others->pdata[i]);
}

guint
cli_parse_threads (const char *text)
{
  enum { MOST_THREADS = 256 };
  guint64 threads = 0;
  if (!text)
    return g_get_num_processors ();
  return g_ascii_string_to_unsigned (text, 10, 1, MOST_THREADS, &threads, NULL) ? (guint)threads : 0;
}
