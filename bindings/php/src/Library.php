<?php
// SPDX-License-Identifier: Apache-2.0
declare(strict_types=1);

namespace Qms;

use FFI;
use FFI\CData;

/** The C library: its functions, and what every call of them needs. */
final class Library
{
    public const STATUSES = ['ok', 'argument', 'io', 'syntax', 'structure', 'value', 'reference', 'limit', 'unsupported', 'not-found',
        'internal'];

    private static ?FFI $ffi = null;

    /** The functions. preload.php has loaded them, or the environment names the library in QMS_LIBRARY. */
    public static function ffi(): FFI
    {
        return self::$ffi ??= self::open();
    }

    private static function open(): FFI
    {
        try {
            return FFI::scope('qms');
        } catch (FFI\Exception) {
            $declarations = preg_replace('/^#define .*$/m', '', file_get_contents(__DIR__ . '/libqms.h'));
            return FFI::cdef($declarations, getenv('QMS_LIBRARY') ?: 'libqms.so.0');
        }
    }

    /** A text as the library takes it: UTF-8 without U+0000, where C would end it. */
    public static function text(?string $text): ?string
    {
        if ($text !== null && (str_contains($text, "\0") || !preg_match('//u', $text))) {
            throw new QmsException('value', [], 'a text has to be UTF-8 without U+0000');
        }
        return $text;
    }

    /** Bytes in memory of C, with one more than there are. */
    public static function bytes(string $data): CData
    {
        $bytes = self::ffi()->new('char[' . (strlen($data) + 1) . ']');
        FFI::memcpy($bytes, $data, strlen($data));
        return $bytes;
    }

    /** @return Problem[] */
    public static function problems(?CData $error): array
    {
        $problems = [];
        for (; $error !== null && !FFI::isNull($error); $error = self::ffi()->qms_error_next($error)) {
            $problems[] = Problem::of($error);
        }
        return $problems;
    }

    public static function fail(int $status, ?CData $error): never
    {
        $problems = self::problems($error);
        self::ffi()->qms_error_free($error);
        throw new QmsException(self::STATUSES[$status], $problems);
    }

    /** Calls a function whose last parameter is an error. */
    public static function attempt(string $function, mixed ...$arguments): void
    {
        $error = self::ffi()->new('QmsError *');
        $status = self::ffi()->{"qms_$function"}(...[...$arguments, FFI::addr($error)]);
        if ($status !== 0) {
            self::fail($status, $error);
        }
    }

    /** The same of one that gives a value of a type just before. */
    public static function obtain(string $type, string $function, mixed ...$arguments): mixed
    {
        $result = self::ffi()->new($type);
        self::attempt($function, ...[...$arguments, FFI::addr($result)]);
        return $result;
    }

    /** The same of one that gives a text and its size. */
    public static function obtainText(string $function, mixed ...$arguments): string
    {
        [$text, $size] = [self::ffi()->new('char *'), self::ffi()->new('size_t')];
        self::attempt($function, ...[...$arguments, FFI::addr($text), FFI::addr($size)]);
        $result = FFI::string($text, $size->cdata);
        self::ffi()->qms_free($text);
        return $result;
    }

    /** A text that the library hands over; null for none. */
    public static function take(?CData $text): ?string
    {
        if ($text === null) {
            return null;
        }
        $result = FFI::string($text);
        self::ffi()->qms_free($text);
        return $result;
    }

    /** What a function of an index gives for each of a number of things. */
    public static function list(int $count, callable $item): array
    {
        return $count > 0 ? array_map($item, range(0, $count - 1)) : [];
    }

    /** A time limit as people write it as mantissa, scale and unit. */
    public static function limit(string $limit): array
    {
        [$mantissa, $scale, $unit] = [self::ffi()->new('int64_t'), self::ffi()->new('int32_t'), self::ffi()->new('int32_t')];
        self::attempt('limit_parse', self::text($limit), FFI::addr($mantissa), FFI::addr($scale), FFI::addr($unit));
        return [$mantissa->cdata, $scale->cdata, $unit->cdata];
    }

    /** The text in files of a duration that a function gives in its last three parameters; null if it gives none. */
    public static function duration(string $function, mixed ...$arguments): ?string
    {
        [$mantissa, $scale, $unit] = [self::ffi()->new('int64_t'), self::ffi()->new('int32_t'), self::ffi()->new('int32_t')];
        $status = self::ffi()->$function(...[...$arguments, FFI::addr($mantissa), FFI::addr($scale), FFI::addr($unit)]);
        return $status === 0 ? self::durationText($mantissa->cdata, $scale->cdata, $unit->cdata) : null;
    }

    /** The text in files of mantissa × 10^-scale units. */
    public static function durationText(int $mantissa, int $scale, int $unit): string
    {
        $digits = str_pad((string) $mantissa, $scale + 1, '0', STR_PAD_LEFT);
        $amount = $scale > 0 ? substr($digits, 0, -$scale) . '.' . substr($digits, -$scale) : $digits;
        return "$amount " . self::ffi()->qms_enum_value_xml(self::ffi()->qms_enum_by_name('duration_unit'), $unit);
    }

    /** 0 for Vietnamese, 1 for English. */
    public static function language(?string $lang): int
    {
        $locale = getenv('LC_ALL') ?: getenv('LC_MESSAGES') ?: getenv('LANG') ?: '';
        return match ($lang ?? (str_starts_with($locale, 'en') ? 'en' : 'vi')) {
            'vi' => 0,
            'en' => 1,
            default => throw new \ValueError("'$lang' is no language: expected 'vi' or 'en'"),
        };
    }

    /** A number of things; below zero, C would take it for a very great one. */
    public static function count(int $count): int
    {
        return $count >= 0 ? $count : throw new \ValueError("$count is no number of things: expected 0 or more");
    }

    /** The place of a name in a list of them. */
    public static function number(array $names, string $name): int
    {
        $found = array_search($name, $names, true);
        return $found !== false ? $found : throw new \ValueError("'$name' is not known: expected one of " . implode(', ', $names));
    }

    /** @return int[] year, month and day of a text such as 2026-06-01; zeros for none, which is today */
    public static function day(null|string|\DateTimeInterface $day): array
    {
        if ($day === null) {
            return [0, 0, 0];
        }
        $text = is_string($day) ? $day : $day->format('Y-m-d');
        if (!preg_match('/^(\d{4})-(\d\d)-(\d\d)$/D', $text, $parts)) {
            throw new QmsException('value', [], "'$text' is no day: expected one such as 2026-06-01");
        }
        return array_map(intval(...), array_slice($parts, 1));
    }

    /** Seconds since 1970 of a time; a text needs its offset from UTC. */
    public static function seconds(string|\DateTimeInterface $time): int
    {
        if (is_string($time)) {
            $parsed = \DateTimeImmutable::createFromFormat(DATE_RFC3339, $time);
            $time = $parsed ?: throw new QmsException('value', [], "'$time' is no time: expected one such as 2026-03-02T09:00:00+07:00");
        }
        return $time->getTimestamp();
    }

    /** The text of such seconds, some minutes from UTC. */
    public static function time(int $seconds, int $offset): string
    {
        $sign = $offset < 0 ? '-' : '+';
        $zone = sprintf('%s%02d:%02d', $sign, intdiv(abs($offset), 60), abs($offset) % 60);
        return gmdate('Y-m-d\TH:i:s', $seconds + 60 * $offset) . ($offset === 0 ? 'Z' : $zone);
    }

    /** API name of a value of an enumeration. */
    public static function enumName(string $enumeration, int $value): ?string
    {
        return self::ffi()->qms_enum_value_name(self::ffi()->qms_enum_by_name($enumeration), $value);
    }

    /** Value of an API name or a text in files. */
    public static function enumValue(string $enumeration, string $name): int
    {
        $value = self::ffi()->qms_enum_value_by_name(self::ffi()->qms_enum_by_name($enumeration), self::text($name));
        return $value ?: throw new \ValueError("'$name' is no $enumeration");
    }
}
