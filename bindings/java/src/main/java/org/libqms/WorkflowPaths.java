// SPDX-License-Identifier: Apache-2.0
package org.libqms;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** All ways through a workflow, or the first ones. */
public final class WorkflowPaths {
  private final boolean complete;
  private final List<Path> paths = new ArrayList<>();

  WorkflowPaths(Workflow workflow, long found) {
    complete = Lib.qms_paths_complete(found) != 0;
    for (long i = 0; i < Lib.qms_paths_count(found); i++) {
      paths.add(new Path(workflow, found, i));
    }
  }

  /** Whether there are no others. */
  public boolean isComplete() {
    return complete;
  }

  public List<Path> paths() {
    return Collections.unmodifiableList(paths);
  }

  /** One way; branches are walked one after the other. */
  public static final class Path {
    private final List<Place> places = new ArrayList<>();
    private final Times times;

    private Path(Workflow workflow, long found, long path) {
      for (long i = 0; i < Lib.qms_paths_steps(found, path); i++) {
        places.add(new Place(workflow, found, path, i));
      }
      times = new Times(unit -> Lib.qms_paths_time(found, path, unit));
    }

    public List<Place> places() {
      return Collections.unmodifiableList(places);
    }

    public Times times() {
      return times;
    }
  }

  /** A step on a way. */
  public static final class Place {
    private final Workflow.Step step;
    private final String outcome;
    private final long branch;

    private Place(Workflow workflow, long found, long path, long place) {
      step = workflow.steps().get((int) Lib.qms_paths_step(found, path, place));
      outcome = workflow.outcomeCode(step, Lib.qms_paths_outcome(found, path, place));
      branch = Lib.qms_paths_branch(found, path, place);
    }

    public Workflow.Step step() {
      return step;
    }

    /** Code of the outcome by which it goes on. */
    public String outcome() {
      return outcome;
    }

    /** Branch that the step is in, from 1; 0: in none. */
    public long branch() {
      return branch;
    }
  }
}
