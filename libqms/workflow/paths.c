/* SPDX-License-Identifier: Apache-2.0 */
/* All ways through a workflow, one after the other.
 *
 * * What is still to be walked is an agenda: a list of runs, each from a step to the meeting that ends it. Agendas are never
 * changed, so that a choice can be taken back by going on with the agenda that it was made in. */
#include "workflow/way.h"

#include <string.h>

enum { MOST_WORK = 2 * 1000 * 1000 };

typedef struct {
  size_t step, outcome, branch;
} Place;

typedef struct {
  guint start, length; /* among all places */
  int64_t time[QMS_TIME_CLASSES];
} Path;

struct QmsPaths {
  GArray *places; /* Place, of all ways */
  GArray *paths;  /* Path */
  bool complete;
};

typedef struct Run Run;
struct Run {
  size_t step, until, branch;
  bool waits;                       /* begins when the branches before it have come */
  int64_t now[QMS_TIME_CLASSES];    /* when its step begins */
  int64_t latest[QMS_TIME_CLASSES]; /* of a branch: when the last of the branches before it has come */
  const Run *next;
};

typedef struct {
  const Run *agenda;
  size_t outcome; /* to be tried next */
} Choice;

typedef struct {
  QmsQuestion question;
  QmsBests *bests;
  QmsPaths *paths;
  QmsArena *arena;
  GArray *choices; /* Choice: one for each place of the way at hand */
  GArray *way;     /* Place */
  size_t limit, work;
} Search;

static Run *
new_run (Search *search, const Run *model)
{
  Run *run = qms_arena_alloc (search->arena, sizeof *run);

  *run = *model;
  return run;
}

/* ---- agendas */

/* A run has come to its meeting: the next branch, or what waits for them all, hears when. */
static const Run *
arrive (Search *search, const Run *run)
{
  const int64_t *came = qms_times_compare (run->now, run->latest) > 0 ? run->now : run->latest;
  Run *next = new_run (search, run->next);

  memcpy (next->waits ? next->now : next->latest, came, sizeof next->now);
  next->waits = false;
  return next;
}

static const Run *
open_branches (Search *search, const Run *run, const QmsGraphOutcome *outcome)
{
  Run rest = *run;
  const Run *agenda;

  rest.step = outcome->target;
  rest.waits = true;
  agenda = new_run (search, &rest);
  for (size_t i = outcome->n_branches; i-- > 0;) {
    Run branch = { .step = outcome->branches[i], .until = outcome->target, .branch = i + 1, .next = agenda };
    memcpy (branch.now, run->now, sizeof branch.now);
    agenda = new_run (search, &branch);
  }
  return agenda;
}

/* What is to be walked after `outcome` of the step at the head of `run`. */
static const Run *
agenda_after (Search *search, const Run *run, const QmsGraphOutcome *outcome)
{
  int64_t time[QMS_TIME_CLASSES];
  Run rest = *run;

  qms_question_time (&search->question, run->step, time);
  qms_times_add (rest.now, time);
  if (outcome->n_branches > 0)
    return open_branches (search, &rest, outcome);
  rest.step = outcome->target;
  return new_run (search, &rest);
}

/* ---- the search */

static bool
leads_somewhere (const Search *search, size_t step, size_t outcome)
{
  QmsBests ways = qms_question_by (&search->question, search->bests, step, outcome);

  return ways.ends.exists || ways.meets.exists;
}

static void
add_path (Search *search, const Run *end)
{
  Path path = { .start = search->paths->places->len, .length = search->way->len };

  if (search->paths->paths->len == search->limit) {
    search->paths->complete = false;
    return;
  }
  memcpy (path.time, end->now, sizeof path.time);
  g_array_append_vals (search->paths->places, search->way->data, search->way->len);
  g_array_append_val (search->paths->paths, path);
  search->work += search->way->len;
}

/* Tries outcomes of the last choice, and of those before it, until one leads on; NULL if none is left. */
static const Run *
choose (Search *search)
{
  while (search->choices->len > 0) {
    Choice *choice = &g_array_index (search->choices, Choice, search->choices->len - 1);
    const Run *run = choice->agenda;
    const QmsGraphStep *step = &search->question.workflow->steps[run->step];

    while (choice->outcome < step->n_outcomes && !leads_somewhere (search, run->step, choice->outcome))
      choice->outcome++;
    g_array_set_size (search->way, search->choices->len - 1);
    if (choice->outcome < step->n_outcomes) {
      Place place = { run->step, choice->outcome, run->branch };
      g_array_append_val (search->way, place);
      return agenda_after (search, run, &step->outcomes[choice->outcome++]);
    }
    g_array_set_size (search->choices, search->choices->len - 1);
  }
  return NULL;
}

/* How much there is to look at on leaving a step. */
static size_t
size_of (const QmsGraphStep *step)
{
  size_t size = 1 + step->n_times;

  for (size_t i = 0; i < step->n_outcomes; i++)
    size += 1 + step->outcomes[i].n_branches;
  return size;
}

static void
run_search (Search *search, const Run *run)
{
  while (run && search->paths->complete) {
    while (run->step != QMS_WORKFLOW_NONE && run->step == run->until)
      run = arrive (search, run);
    if (run->step == QMS_WORKFLOW_NONE)
      add_path (search, run);
    else {
      Choice choice = { run, 0 };
      g_array_append_val (search->choices, choice);
      search->work += size_of (&search->question.workflow->steps[run->step]);
    }
    search->paths->complete = search->paths->complete && search->work <= MOST_WORK;
    run = choose (search);
  }
}

QmsPaths *
qms_paths_new (const QmsWorkflow *workflow, size_t scenario, size_t limit)
{
  Search search = { .question = { workflow, NULL, scenario, QMS_WORKFLOW_NONE, true, QMS_TIME_WORKING },
                    .limit = limit };
  Run start = { .until = QMS_WORKFLOW_NONE };
  g_autoptr (QmsGraphCourse) course = NULL;

  if (!qms_graph_has (workflow, scenario, QMS_WORKFLOW_NONE))
    return NULL;
  search.question.course = course = qms_graph_course_new (workflow, scenario);
  search.paths = g_new0 (QmsPaths, 1);
  search.paths->places = g_array_new (FALSE, FALSE, sizeof (Place));
  search.paths->paths = g_array_new (FALSE, FALSE, sizeof (Path));
  search.paths->complete = true;
  search.bests = qms_question_answer (&search.question);
  search.arena = qms_arena_new ();
  search.choices = g_array_new (FALSE, FALSE, sizeof (Choice));
  search.way = g_array_new (FALSE, FALSE, sizeof (Place));
  if (search.bests[0].ends.exists)
    run_search (&search, new_run (&search, &start));
  g_array_unref (search.way);
  g_array_unref (search.choices);
  qms_arena_free (search.arena);
  g_free (search.bests);
  return search.paths;
}

void
qms_paths_free (QmsPaths *paths)
{
  if (!paths)
    return;
  g_array_unref (paths->places);
  g_array_unref (paths->paths);
  g_free (paths);
}

/* ---- reading */

size_t
qms_paths_count (const QmsPaths *paths)
{
  return paths ? paths->paths->len : 0;
}

int32_t
qms_paths_complete (const QmsPaths *paths)
{
  return paths && paths->complete;
}

static const Path *
path_at (const QmsPaths *paths, size_t path)
{
  return path < qms_paths_count (paths) ? &g_array_index (paths->paths, Path, path) : NULL;
}

static const Place *
place_at (const QmsPaths *paths, size_t path, size_t place)
{
  const Path *own = path_at (paths, path);

  return own && place < own->length ? &g_array_index (paths->places, Place, own->start + place) : NULL;
}

size_t
qms_paths_steps (const QmsPaths *paths, size_t path)
{
  const Path *own = path_at (paths, path);

  return own ? own->length : 0;
}

size_t
qms_paths_step (const QmsPaths *paths, size_t path, size_t place)
{
  const Place *own = place_at (paths, path, place);

  return own ? own->step : QMS_WORKFLOW_NONE;
}

size_t
qms_paths_outcome (const QmsPaths *paths, size_t path, size_t place)
{
  const Place *own = place_at (paths, path, place);

  return own ? own->outcome : QMS_WORKFLOW_NONE;
}

size_t
qms_paths_branch (const QmsPaths *paths, size_t path, size_t place)
{
  const Place *own = place_at (paths, path, place);

  return own ? own->branch : 0;
}

int64_t
qms_paths_time (const QmsPaths *paths, size_t path, int32_t unit)
{
  const Path *own = path_at (paths, path);

  return own && unit >= 0 && unit < QMS_TIME_CLASSES ? own->time[unit] : 0;
}
