<?php
// SPDX-License-Identifier: Apache-2.0
declare(strict_types=1);

namespace Qms;

use FFI;
use FFI\CData;

/** A dossier on its way through a procedure. What happens is written into its document. */
final class OpenCase
{
    private const HAPPENINGS = ['request_supplement', 'receive_supplement', 'request_payment', 'receive_payment', 'stop', 'withdraw',
        'refuse'];

    /** Takes the case. */
    public function __construct(private readonly CData $case, public readonly Document $document)
    {
    }

    public function __destruct()
    {
        Library::ffi()->qms_case_free($this->case);
    }

    private function __clone()
    {
    }

    private function time(int $seconds): string
    {
        return Library::time($seconds, Library::ffi()->qms_calendar_utc_offset(Library::ffi()->qms_case_calendar($this->case)));
    }

    /** A number that a function gives in an out-parameter; null if there is no such thing. */
    private function ask(string $function, mixed ...$arguments): ?int
    {
        $out = Library::ffi()->new('int64_t');
        $status = Library::ffi()->$function($this->case, ...[...$arguments, FFI::addr($out)]);
        return $status === 0 ? $out->cdata : null;
    }

    private function askTime(string $function, mixed ...$arguments): ?string
    {
        $seconds = $this->ask($function, ...$arguments);
        return $seconds === null ? null : $this->time($seconds);
    }

    /** A step is done; null: the one that is open, or the only outcome that is possible. */
    public function complete(
        string|\DateTimeInterface $time,
        ?string $step = null,
        ?string $outcome = null,
        ?string $actor = null,
        ?string $note = null,
    ): void {
        Library::attempt('case_complete', $this->case, Library::text($step), Library::text($outcome), Library::seconds($time),
            Library::text($actor), Library::text($note));
    }

    /** request_supplement, receive_supplement, request_payment, receive_payment, stop, withdraw, refuse. */
    public function happen(string $what, string|\DateTimeInterface $time, ?string $actor = null, ?string $note = null): void
    {
        $name = self::HAPPENINGS[Library::number(self::HAPPENINGS, $what)];
        Library::attempt("case_$name", $this->case, Library::seconds($time), Library::text($actor), Library::text($note));
    }

    /** Another agency decides from now on. */
    public function handOver(
        string $agency,
        string|\DateTimeInterface $time,
        ?string $code = null,
        ?string $actor = null,
        ?string $note = null,
    ): void {
        Library::attempt('case_hand_over', $this->case, Library::text($code), Library::text($agency), Library::seconds($time),
            Library::text($actor), Library::text($note));
    }

    /** Apology and a new due time. */
    public function extend(
        string|\DateTimeInterface $due,
        string|\DateTimeInterface $time,
        ?string $actor = null,
        ?string $note = null,
    ): void {
        Library::attempt('case_extend', $this->case, Library::seconds($due), Library::seconds($time), Library::text($actor),
            Library::text($note));
    }

    public function status(): ?string
    {
        return Library::enumName('case_status', Library::ffi()->qms_case_status($this->case));
    }

    public function isEnded(): bool
    {
        return Library::ffi()->qms_case_is_ended($this->case) === 1;
    }

    public function isRunning(): bool
    {
        return Library::ffi()->qms_case_is_running($this->case) === 1;
    }

    public function due(): ?string
    {
        $due = Library::ffi()->new('int64_t');
        return Library::ffi()->qms_case_due($this->case, FFI::addr($due), null) === 0 ? $this->time($due->cdata) : null;
    }

    /** The steps that are open: step, entered, due, running, timeliness, remaining and used (working minutes). */
    public function openSteps(string|\DateTimeInterface $now, int $soon = 0): array
    {
        $q = Library::ffi();
        $steps = [];
        for ($index = 0; $index < $q->qms_case_open_steps($this->case); $index++) {
            $step = $q->qms_case_open_step($this->case, $index);
            $timeliness = $q->qms_case_step_timeliness($this->case, $step, Library::seconds($now), $soon);
            $steps[] = [
                'step' => Workflow::describe($q->qms_case_workflow($this->case), $step),
                'entered' => $this->askTime('qms_case_step_entered', $step),
                'due' => $this->askTime('qms_case_step_due', $step),
                'running' => $q->qms_case_step_is_running($this->case, $step) === 1,
                'timeliness' => Library::enumName('timeliness', $timeliness),
                'remaining' => $this->ask('qms_case_step_remaining', $step, Library::seconds($now)),
                'used' => $q->qms_case_step_used($this->case, $step, Library::seconds($now)),
            ];
        }
        return $steps;
    }

    /** What opens if a step is completed with an outcome: possible (in the scenario), steps (identifiers), ends (the handling). */
    public function next(string $step, string $outcome): array
    {
        $q = Library::ffi();
        $workflow = $q->qms_case_workflow($this->case);
        $place = $q->qms_workflow_find($workflow, Library::text($step));
        $way = $q->qms_workflow_find_outcome($workflow, $place, Library::text($outcome));
        $ends = $q->new('int32_t');
        $count = $q->qms_case_next_count($this->case, $place, $way, FFI::addr($ends));
        return [
            'possible' => $q->qms_case_is_possible($this->case, $place, $way) === 1,
            'steps' => Library::list($count,
                fn (int $index) => $q->qms_workflow_step_id($workflow, $q->qms_case_next($this->case, $place, $way, $index))),
            'ends' => $ends->cdata === 1,
        ];
    }

    /** in_time, due_soon, overdue, and of a case that has ended early, on_time, overdue; null without a limit. */
    public function timeliness(string|\DateTimeInterface $now, int $soon = 0): ?string
    {
        return Library::enumName('timeliness', Library::ffi()->qms_case_timeliness($this->case, Library::seconds($now), $soon));
    }

    /** Working minutes left, negative if it is overdue; null without a limit. */
    public function remaining(string|\DateTimeInterface $now): ?int
    {
        return $this->ask('qms_case_remaining', Library::seconds($now));
    }

    /** Working minutes used. */
    public function used(string|\DateTimeInterface $now): int
    {
        return Library::ffi()->qms_case_used($this->case, Library::seconds($now));
    }

    /** Data for a one-stop form, such as receipt. */
    public function form(string $kind, string $format = 'text', ?string $lang = null): string
    {
        return Library::obtainText('case_form', $this->case, Library::enumValue('form_kind', $kind), Library::text($format),
            Library::language($lang));
    }
}
