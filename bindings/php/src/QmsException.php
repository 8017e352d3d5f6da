<?php
// SPDX-License-Identifier: Apache-2.0
declare(strict_types=1);

namespace Qms;

/** What was refused: the status of the first problem, and all that one call of the library found. */
final class QmsException extends \RuntimeException
{
    public readonly string $status;
    /** @var Problem[] */
    public readonly array $problems;

    public function __construct(string $status, array $found, ?string $message = null)
    {
        $this->problems = $found ?: [Problem::own($status, $message ?? $status)];
        $this->status = $this->problems[0]->status;
        parent::__construct(implode("\n", $this->problems));
    }
}
