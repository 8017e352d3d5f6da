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
        return ['time' => Library::time($time->cdata, $this->utcOffset()), 'certainty' => self::CERTAINTIES[$certainty->cdata]];
    }

    /** When a time limit such as "5 ngayLamViec" or "0,5 ngày" ends: time, certainty. */
    public function due(string|\DateTimeInterface $start, string $limit): array
    {
        return $this->answer('calendar_due', Library::seconds($start), ...Library::limit($limit));
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

    public function id(): string
    {
        return Library::ffi()->qms_calendar_id($this->calendar);
    }

    /** Minutes of a working day. */
    public function dayMinutes(): int
    {
        return Library::ffi()->qms_calendar_day_minutes($this->calendar);
    }

    /** Offset of its local time from UTC, in minutes. */
    public function utcOffset(): int
    {
        return Library::ffi()->qms_calendar_utc_offset($this->calendar);
    }

    /** Whether a day is worked, what the calendar names it, why it is off and how sure that is: working, name, kind, certainty. */
    public function day(string|\DateTimeInterface $day): array
    {
        $parts = Library::day($day);
        $q = Library::ffi();
        return [
            'working' => $q->qms_calendar_is_working_day($this->calendar, ...$parts) === 1,
            'name' => $q->qms_calendar_day_name($this->calendar, ...$parts),
            'kind' => Library::enumName('day_off_kind', $q->qms_calendar_day_kind($this->calendar, ...$parts)),
            'certainty' => Library::enumName('certainty', $q->qms_calendar_day_certainty($this->calendar, ...$parts)),
        ];
    }
}
