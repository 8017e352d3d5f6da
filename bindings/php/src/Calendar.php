<?php
// SPDX-License-Identifier: Apache-2.0
declare(strict_types=1);

namespace Qms;

use FFI;
use FFI\CData;

/** A working calendar. Times are DateTimeInterface or texts in ISO 8601 with their offset; answers are texts in its own time. */
final class Calendar
{
    private const CERTAINTIES = ['sure', 'unsure', 'outside'];

    /** Takes the reference. */
    public function __construct(private readonly CData $calendar)
    {
    }

    public function __destruct()
    {
        Library::ffi()->qms_calendar_unref($this->calendar);
    }

    private function __clone()
    {
    }

    /** The address. */
    public function handle(): CData
    {
        return $this->calendar;
    }

    private function answer(string $function, int ...$arguments): array
    {
        [$time, $certainty] = [Library::ffi()->new('int64_t'), Library::ffi()->new('int32_t')];
        Library::attempt($function, $this->calendar, ...[...$arguments, FFI::addr($time), FFI::addr($certainty)]);
        $offset = Library::ffi()->qms_calendar_utc_offset($this->calendar);
        return ['time' => Library::time($time->cdata, $offset), 'certainty' => self::CERTAINTIES[$certainty->cdata]];
    }

    /** When a time limit such as "5 ngayLamViec" or "0,5 ngày" ends: time, certainty. */
    public function due(string|\DateTimeInterface $start, string $limit): array
    {
        [$mantissa, $scale] = [Library::ffi()->new('int64_t'), Library::ffi()->new('int32_t')];
        $unit = Library::ffi()->new('int32_t');
        Library::attempt('limit_parse', Library::text($limit), FFI::addr($mantissa), FFI::addr($scale), FFI::addr($unit));
        return $this->answer('calendar_due', Library::seconds($start), $mantissa->cdata, $scale->cdata, $unit->cdata);
    }

    /** When the result of a same-day procedure is due. */
    public function sameDayDue(string|\DateTimeInterface $received): array
    {
        return $this->answer('calendar_same_day_due', Library::seconds($received));
    }

    /** The moment some minutes of working time after another. */
    public function add(string|\DateTimeInterface $start, int $minutes): array
    {
        return $this->answer('calendar_add', Library::seconds($start), $minutes);
    }

    /** Minutes of working time between two times. */
    public function workingMinutes(string|\DateTimeInterface $start, string|\DateTimeInterface $end): int
    {
        return Library::ffi()->qms_calendar_between($this->calendar, Library::seconds($start), Library::seconds($end));
    }

    /** Whether a day is worked, and what the calendar names it: working, name. */
    public function day(string|\DateTimeInterface $day): array
    {
        $parts = Library::day($day);
        return [
            'working' => Library::ffi()->qms_calendar_is_working_day($this->calendar, ...$parts) === 1,
            'name' => Library::ffi()->qms_calendar_day_name($this->calendar, ...$parts),
        ];
    }
}
