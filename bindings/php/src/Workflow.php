<?php
// SPDX-License-Identifier: Apache-2.0
declare(strict_types=1);

namespace Qms;

use FFI\CData;

/** The steps of a procedure as a graph; it keeps nothing of the document. */
final class Workflow
{
    private const NONE = -1; // SIZE_MAX
    private const VERDICTS = ['no_limit', 'equal', 'under', 'over', 'incomparable', 'incomplete', 'no_way'];

    /** Takes the reference. */
    public function __construct(private readonly CData $workflow)
    {
    }

    public function __destruct()
    {
        Library::ffi()->qms_workflow_unref($this->workflow);
    }

    private function __clone()
    {
    }

    private static function times(int $count, callable $item): array
    {
        return $count > 0 ? array_map($item, range(0, $count - 1)) : [];
    }

    /** What a compiled workflow says of a step. */
    public static function describe(CData $workflow, int $step): array
    {
        $q = Library::ffi();
        return [
            'id' => $q->qms_workflow_step_id($workflow, $step),
            'number' => $q->qms_workflow_step_number($workflow, $step),
            'name' => $q->qms_workflow_step_name($workflow, $step),
            'kind' => Library::enumName('step_kind', $q->qms_workflow_step_kind($workflow, $step)),
            'role' => $q->qms_workflow_step_role($workflow, $step),
            'roleName' => $q->qms_workflow_step_role_name($workflow, $step),
            'unit' => $q->qms_workflow_step_unit($workflow, $step),
            'unitName' => $q->qms_workflow_step_unit_name($workflow, $step),
            'phase' => $q->qms_workflow_step_phase($workflow, $step),
            'agency' => $q->qms_workflow_step_agency($workflow, $step),
            'counts' => $q->qms_workflow_step_counts($workflow, $step) === 1,
        ];
    }

    public function steps(): array
    {
        return self::times(Library::ffi()->qms_workflow_steps($this->workflow), fn (int $step) => self::describe($this->workflow, $step));
    }

    private function id(int $step): ?string
    {
        return $step === self::NONE ? null : Library::ffi()->qms_workflow_step_id($this->workflow, $step);
    }

    /** The ways in which a step can end; target and branches are identifiers of steps, target null: handling ends. */
    public function outcomes(string $step): array
    {
        $q = Library::ffi();
        $found = $q->qms_workflow_find($this->workflow, Library::text($step));
        return self::times($q->qms_workflow_outcomes($this->workflow, $found), fn (int $outcome) => [
            'code' => $q->qms_workflow_outcome_code($this->workflow, $found, $outcome),
            'name' => $q->qms_workflow_outcome_name($this->workflow, $found, $outcome),
            'kind' => Library::enumName('outcome_kind', $q->qms_workflow_outcome_kind($this->workflow, $found, $outcome)),
            'target' => $this->id($q->qms_workflow_outcome_target($this->workflow, $found, $outcome)),
            'branches' => self::times($q->qms_workflow_outcome_branches($this->workflow, $found, $outcome),
                fn (int $branch) => $this->id($q->qms_workflow_outcome_branch($this->workflow, $found, $outcome, $branch))),
        ]);
    }

    /** The longest or shortest way to an end; null if none leads there. Times are in minutes and months. */
    public function way(bool $longest = true, ?string $scenario = null): ?array
    {
        $q = Library::ffi();
        $place = $scenario === null ? self::NONE : $q->qms_workflow_find_scenario($this->workflow, Library::text($scenario));
        $way = $q->qms_way_new($this->workflow, $place, self::NONE, (int) $longest);
        if ($way === null) {
            return null;
        }
        $found = [
            'steps' => self::times($q->qms_way_steps($way), fn (int $place) => $this->id($q->qms_way_step($way, $place))),
            'working' => $q->qms_way_time($way, 0) / 1e6,
            'calendar' => $q->qms_way_time($way, 1) / 1e6,
            'months' => $q->qms_way_time($way, 2) / 1e6,
            'handOvers' => $q->qms_way_hand_overs($way),
        ];
        $q->qms_way_free($way);
        return $found;
    }

    /** How the longest ways compare with the declared limits. */
    public function verdicts(): array
    {
        $q = Library::ffi();
        $timing = $q->qms_timing_new($this->workflow);
        $rows = self::times($q->qms_timing_rows($timing), fn (int $row) => [
            'scenario' => $q->qms_workflow_scenario_id($this->workflow, $q->qms_timing_scenario($timing, $row)),
            'phase' => $q->qms_workflow_phase_id($this->workflow, $q->qms_timing_phase($timing, $row)),
            'channel' => Library::enumName('channel_kind', $q->qms_timing_channel($timing, $row)),
            'verdict' => self::VERDICTS[$q->qms_timing_verdict($timing, $row)],
        ]);
        $q->qms_timing_free($timing);
        return $rows;
    }
}
