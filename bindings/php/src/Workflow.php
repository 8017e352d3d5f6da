<?php
// SPDX-License-Identifier: Apache-2.0
declare(strict_types=1);

namespace Qms;

use FFI;
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
            'formsIn' => self::forms($workflow, $step, 0),
            'formsOut' => self::forms($workflow, $step, 1),
        ];
    }

    private static function forms(CData $workflow, int $step, int $out): array
    {
        $q = Library::ffi();
        return Library::list($q->qms_workflow_step_forms($workflow, $step, $out), fn (int $form) => [
            'name' => $q->qms_workflow_step_form($workflow, $step, $out, $form),
            'kind' => Library::enumName('form_kind', $q->qms_workflow_step_form_kind($workflow, $step, $out, $form)),
        ]);
    }

    public function steps(): array
    {
        return Library::list(Library::ffi()->qms_workflow_steps($this->workflow), fn (int $step) => self::describe($this->workflow, $step));
    }

    private function id(int $step): ?string
    {
        return $step === self::NONE ? null : Library::ffi()->qms_workflow_step_id($this->workflow, $step);
    }

    /** The scenarios: id, name. */
    public function scenarios(): array
    {
        $q = Library::ffi();
        return Library::list($q->qms_workflow_scenarios($this->workflow), fn (int $scenario) => [
            'id' => $q->qms_workflow_scenario_id($this->workflow, $scenario),
            'name' => $q->qms_workflow_scenario_name($this->workflow, $scenario),
        ]);
    }

    /** The phases: id, name, agency (null: the system's own), counts (whether their time does). */
    public function phases(): array
    {
        $q = Library::ffi();
        return Library::list($q->qms_workflow_phases($this->workflow), fn (int $phase) => [
            'id' => $q->qms_workflow_phase_id($this->workflow, $phase),
            'name' => $q->qms_workflow_phase_name($this->workflow, $phase),
            'agency' => $q->qms_workflow_phase_agency($this->workflow, $phase),
            'counts' => $q->qms_workflow_phase_counts($this->workflow, $phase) === 1,
        ]);
    }

    /** The index of a scenario; NONE for null, which asks for none of them. */
    private function scenario(?string $id): int
    {
        $found = $id === null ? self::NONE : Library::ffi()->qms_workflow_find_scenario($this->workflow, Library::text($id));
        return $id === null || $found !== self::NONE ? $found : throw new \ValueError("there is no scenario '$id'");
    }

    /** The same of a phase. */
    private function phase(?string $id): int
    {
        $found = $id === null ? self::NONE : Library::ffi()->qms_workflow_find_phase($this->workflow, Library::text($id));
        return $id === null || $found !== self::NONE ? $found : throw new \ValueError("there is no phase '$id'");
    }

    /** Time allowed for a step in a scenario (null: in all) as files have it; null if none is given. */
    public function duration(string $step, ?string $scenario = null): ?string
    {
        $place = Library::ffi()->qms_workflow_find($this->workflow, Library::text($step));
        return Library::duration('qms_workflow_step_duration', $this->workflow, $place, $this->scenario($scenario));
    }

    /** The ways in which a step can end; target and branches are identifiers of steps, target null: handling ends, unless a step that is
     * not there (lost) follows. */
    public function outcomes(string $step): array
    {
        $q = Library::ffi();
        $found = $q->qms_workflow_find($this->workflow, Library::text($step));
        return Library::list($q->qms_workflow_outcomes($this->workflow, $found), fn (int $outcome) => [
            'code' => $q->qms_workflow_outcome_code($this->workflow, $found, $outcome),
            'name' => $q->qms_workflow_outcome_name($this->workflow, $found, $outcome),
            'kind' => Library::enumName('outcome_kind', $q->qms_workflow_outcome_kind($this->workflow, $found, $outcome)),
            'scenario' => $q->qms_workflow_scenario_id($this->workflow,
                $q->qms_workflow_outcome_scenario($this->workflow, $found, $outcome)),
            'target' => $this->id($q->qms_workflow_outcome_target($this->workflow, $found, $outcome)),
            'branches' => Library::list($q->qms_workflow_outcome_branches($this->workflow, $found, $outcome),
                fn (int $branch) => $this->id($q->qms_workflow_outcome_branch($this->workflow, $found, $outcome, $branch))),
            'lost' => $q->qms_workflow_outcome_lost($this->workflow, $found, $outcome),
            'back' => $q->qms_workflow_outcome_is_back($this->workflow, $found, $outcome) === 1,
        ]);
    }

    /** Times in minutes and months: $time gives millionths for a unit. */
    private static function times(callable $time): array
    {
        return ['working' => $time(0) / 1e6, 'calendar' => $time(1) / 1e6, 'months' => $time(2) / 1e6];
    }

    private function outcomeCode(int $step, int $outcome): string
    {
        return Library::ffi()->qms_workflow_outcome_code($this->workflow, $step, $outcome);
    }

    /** The longest or shortest way to an end, in a scenario, by the time of one phase; null if none leads there. Times are in minutes and
     * months. */
    public function way(bool $longest = true, ?string $scenario = null, ?string $phase = null): ?array
    {
        $q = Library::ffi();
        $way = $q->qms_way_new($this->workflow, $this->scenario($scenario), $this->phase($phase), (int) $longest);
        if ($way === null) {
            return null;
        }
        $found = $this->describeWay($way);
        $q->qms_way_free($way);
        return $found;
    }

    private function describeWay(CData $way): array
    {
        $q = Library::ffi();
        $places = Library::list($q->qms_way_steps($way), fn (int $place) => [
            'step' => $this->id($q->qms_way_step($way, $place)),
            'outcome' => $this->outcomeCode($q->qms_way_step($way, $place), $q->qms_way_outcome($way, $place)),
            'handOver' => $q->qms_way_is_hand_over($way, $place) === 1,
        ]);
        return [
            'steps' => array_column($places, 'step'),
            'places' => $places,
            ...self::times(fn (int $unit) => $q->qms_way_time($way, $unit)),
            'handOvers' => $q->qms_way_hand_overs($way),
            'roles' => Library::list($q->qms_way_roles($way), fn (int $role) => [
                'role' => $q->qms_way_role($way, $role),
                ...self::times(fn (int $unit) => $q->qms_way_role_time($way, $role, $unit)),
            ]),
        ];
    }

    /** All ways in a scenario, at most $limit: complete (whether these are all), paths. */
    public function paths(?string $scenario = null, int $limit = 100): array
    {
        $q = Library::ffi();
        $paths = $q->qms_paths_new($this->workflow, $this->scenario($scenario), Library::count($limit))
            ?? throw new \ValueError('expected a limit of 1 or more');
        $found = [
            'complete' => $q->qms_paths_complete($paths) === 1,
            'paths' => Library::list($q->qms_paths_count($paths), fn (int $path) => $this->describePath($paths, $path)),
        ];
        $q->qms_paths_free($paths);
        return $found;
    }

    /** Its places (step, outcome, branch from 1; 0: in none) and times. */
    private function describePath(CData $paths, int $path): array
    {
        $q = Library::ffi();
        return [
            'places' => Library::list($q->qms_paths_steps($paths, $path), fn (int $place) => [
                'step' => $this->id($q->qms_paths_step($paths, $path, $place)),
                'outcome' => $this->outcomeCode($q->qms_paths_step($paths, $path, $place),
                    $q->qms_paths_outcome($paths, $path, $place)),
                'branch' => $q->qms_paths_branch($paths, $path, $place),
            ]),
            ...self::times(fn (int $unit) => $q->qms_paths_time($paths, $path, $unit)),
        ];
    }

    /** How the longest ways compare with the declared limits, by scenario, phase and channel: complete (whether all rows are there), rows. */
    public function timing(): array
    {
        $q = Library::ffi();
        $timing = $q->qms_timing_new($this->workflow);
        $found = [
            'complete' => $q->qms_timing_complete($timing) === 1,
            'rows' => Library::list($q->qms_timing_rows($timing), fn (int $row) => $this->describeRow($timing, $row)),
        ];
        $q->qms_timing_free($timing);
        return $found;
    }

    /** The rows alone. */
    public function verdicts(): array
    {
        return $this->timing()['rows'];
    }

    private function describeRow(CData $timing, int $row): array
    {
        $q = Library::ffi();
        $reduction = $q->new('int64_t');
        return [
            'scenario' => $q->qms_workflow_scenario_id($this->workflow, $q->qms_timing_scenario($timing, $row)),
            'phase' => $q->qms_workflow_phase_id($this->workflow, $q->qms_timing_phase($timing, $row)),
            'channel' => Library::enumName('channel_kind', $q->qms_timing_channel($timing, $row)),
            'verdict' => self::VERDICTS[$q->qms_timing_verdict($timing, $row)],
            'shortest' => self::times(fn (int $unit) => $q->qms_timing_time($timing, $row, 0, $unit)),
            'longest' => self::times(fn (int $unit) => $q->qms_timing_time($timing, $row, 1, $unit)),
            'missing' => $q->qms_timing_missing($timing, $row),
            'limit' => Library::duration('qms_timing_limit', $timing, $row),
            'statutory' => Library::duration('qms_timing_statutory', $timing, $row),
            'slack' => self::slack($timing, $row),
            'reduction' => $q->qms_timing_reduction($timing, $row, FFI::addr($reduction)) === 0 ? $reduction->cdata / 100 : null,
        ];
    }

    /** Time left until the limit: amount, unit; null if the two cannot be compared. */
    private static function slack(CData $timing, int $row): ?array
    {
        $q = Library::ffi();
        [$slack, $unit] = [$q->new('int64_t'), $q->new('int32_t')];
        $status = $q->qms_timing_slack($timing, $row, FFI::addr($slack), FFI::addr($unit));
        return $status === 0 ? ['amount' => $slack->cdata / 1e6, 'unit' => ['working', 'calendar', 'months'][$unit->cdata]] : null;
    }
}
