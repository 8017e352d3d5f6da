/* SPDX-License-Identifier: Apache-2.0 */
/* The longest or shortest way itself: its steps, who has the dossier, how long each role has it. */
#include "workflow/way.h"

#include "core/text.h"

typedef struct {
  size_t step, outcome;
  bool hand_over;
} Place;

typedef struct {
  const char *role;
  int64_t time[QMS_TIME_CLASSES];
} Load;

struct QmsWay {
  QmsWorkflow *workflow; /* keeps the strings */
  GArray *places;        /* Place */
  GArray *loads;         /* Load */
  int64_t time[QMS_TIME_CLASSES];
  size_t hand_overs;
};

/* ---- following it */

/* Where the way goes on once a branch has come to the meeting. */
typedef struct {
  size_t meeting;
  bool meets; /* whether it then leads to the meeting of the section around it, not to an end */
} Return;

typedef struct {
  const QmsQuestion *question;
  const QmsBests *bests;
  GArray *returns; /* Return */
  size_t step;
  bool meets; /* whether it leads to the meeting of its section */
} Walk;

/* Leaves the branches that meet at the step that has been reached. */
static void
arrive (Walk *walk)
{
  while (walk->meets && walk->returns->len > 0) {
    Return back = g_array_index (walk->returns, Return, walk->returns->len - 1);
    if (back.meeting != walk->step)
      return;
    walk->meets = back.meets;
    g_array_set_size (walk->returns, walk->returns->len - 1);
  }
}

static void
go_on (Walk *walk, const QmsBest *best)
{
  const QmsGraphOutcome *outcome = &walk->question->workflow->steps[walk->step].outcomes[best->outcome];
  Return back = { outcome->target, walk->meets };

  walk->step = outcome->target;
  if (outcome->n_branches > 0) {
    walk->step = outcome->branches[best->branch];
    walk->meets = !best->breaks;
    if (walk->meets)
      g_array_append_val (walk->returns, back);
  }
  arrive (walk);
}

static void
add_load (QmsWay *way, GHashTable *roles, const QmsQuestion *question, size_t step)
{
  const char *role = question->workflow->steps[step].role;
  Load load = { .role = role };
  size_t index = GPOINTER_TO_SIZE (g_hash_table_lookup (roles, role ? role : ""));
  int64_t time[QMS_TIME_CLASSES];

  if (!qms_question_counts (question, step))
    return;
  if (index == 0) {
    g_array_append_val (way->loads, load);
    index = way->loads->len;
    g_hash_table_insert (roles, (gpointer)(role ? role : ""), GSIZE_TO_POINTER (index));
  }
  qms_question_time (question, step, time);
  qms_times_add (g_array_index (way->loads, Load, index - 1).time, time);
}

/* Whether `step` is in other hands than `holder`; the applicant's steps are in nobody's. */
static bool
changes_hands (const QmsWorkflow *workflow, size_t *holder, size_t step)
{
  const QmsGraphStep *now = &workflow->steps[step];
  const QmsGraphStep *before = *holder != QMS_WORKFLOW_NONE ? &workflow->steps[*holder] : NULL;

  if (now->stopped)
    return false;
  *holder = step;
  return before
         && (g_strcmp0 (before->role, now->role) != 0 || g_strcmp0 (before->unit, now->unit) != 0
             || g_strcmp0 (before->agency, now->agency) != 0);
}

static void
follow (QmsWay *way, const QmsQuestion *question, const QmsBests *bests)
{
  g_autoptr (GHashTable) roles = g_hash_table_new (qms_text_hash, g_str_equal);
  g_autoptr (GArray) returns = g_array_new (FALSE, FALSE, sizeof (Return));
  Walk walk = { question, bests, returns, 0, false };
  size_t holder = QMS_WORKFLOW_NONE;

  while (walk.step != QMS_WORKFLOW_NONE) {
    const QmsBest *best = walk.meets ? &bests[walk.step].meets : &bests[walk.step].ends;
    Place place = { walk.step, best->outcome, changes_hands (question->workflow, &holder, walk.step) };
    g_array_append_val (way->places, place);
    way->hand_overs += place.hand_over;
    add_load (way, roles, question, walk.step);
    go_on (&walk, best);
  }
}

QmsWay *
qms_way_new (const QmsWorkflow *workflow, size_t scenario, size_t phase, int32_t extreme)
{
  QmsQuestion question = { workflow, NULL, scenario, phase, extreme == QMS_WORKFLOW_LONGEST, QMS_TIME_WORKING };
  g_autoptr (QmsGraphCourse) course = NULL;
  g_autofree QmsBests *bests = NULL;
  QmsWay *way;

  if (!qms_graph_has (workflow, scenario, phase)
      || (extreme != QMS_WORKFLOW_LONGEST && extreme != QMS_WORKFLOW_SHORTEST))
    return NULL;
  question.course = course = qms_graph_course_new (workflow, scenario);
  bests = qms_question_answer (&question);
  if (!bests[0].ends.exists)
    return NULL;
  way = g_new0 (QmsWay, 1);
  way->workflow = qms_workflow_ref ((QmsWorkflow *)workflow);
  way->places = g_array_new (FALSE, FALSE, sizeof (Place));
  way->loads = g_array_new (FALSE, FALSE, sizeof (Load));
  qms_times_add (way->time, bests[0].ends.time);
  follow (way, &question, bests);
  return way;
}

void
qms_way_free (QmsWay *way)
{
  if (!way)
    return;
  g_array_unref (way->places);
  g_array_unref (way->loads);
  qms_workflow_unref (way->workflow);
  g_free (way);
}

/* ---- reading */

static const Place *
place_at (const QmsWay *way, size_t place)
{
  return place < qms_way_steps (way) ? &g_array_index (way->places, Place, place) : NULL;
}

size_t
qms_way_steps (const QmsWay *way)
{
  return way ? way->places->len : 0;
}

size_t
qms_way_step (const QmsWay *way, size_t place)
{
  return place_at (way, place) ? place_at (way, place)->step : QMS_WORKFLOW_NONE;
}

size_t
qms_way_outcome (const QmsWay *way, size_t place)
{
  return place_at (way, place) ? place_at (way, place)->outcome : QMS_WORKFLOW_NONE;
}

int64_t
qms_way_time (const QmsWay *way, int32_t unit)
{
  return way && unit >= 0 && unit < QMS_TIME_CLASSES ? way->time[unit] : 0;
}

int32_t
qms_way_is_hand_over (const QmsWay *way, size_t place)
{
  return place_at (way, place) && place_at (way, place)->hand_over;
}

size_t
qms_way_hand_overs (const QmsWay *way)
{
  return way ? way->hand_overs : 0;
}

size_t
qms_way_roles (const QmsWay *way)
{
  return way ? way->loads->len : 0;
}

const char *
qms_way_role (const QmsWay *way, size_t role)
{
  return role < qms_way_roles (way) ? g_array_index (way->loads, Load, role).role : NULL;
}

int64_t
qms_way_role_time (const QmsWay *way, size_t role, int32_t unit)
{
  bool fits = role < qms_way_roles (way) && unit >= 0 && unit < QMS_TIME_CLASSES;

  return fits ? g_array_index (way->loads, Load, role).time[unit] : 0;
}
