<?php
// SPDX-License-Identifier: Apache-2.0
declare(strict_types=1);

namespace Qms;

/** JSON as arrays. An object without members stays one: as an array it would be a list. */
final class Json
{
    public static function decode(string $json): mixed
    {
        return self::arrays(json_decode($json, false, 512, JSON_THROW_ON_ERROR));
    }

    private static function arrays(mixed $value): mixed
    {
        if ($value instanceof \stdClass && (array) $value === []) {
            return $value;
        }
        return is_scalar($value) || $value === null ? $value : array_map(self::arrays(...), (array) $value);
    }
}
