<?php
// SPDX-License-Identifier: Apache-2.0
declare(strict_types=1);

namespace Qms;

/** What the library refused: the status of the first problem, and all that one call found. */
final class QmsException extends \RuntimeException
{
    public readonly string $status;

    /** @param Problem[] $problems */
    public function __construct(string $status, public readonly array $problems, ?string $message = null)
    {
        $this->status = $problems ? $problems[0]->status : $status;
        parent::__construct($message ?? (implode("\n", $problems) ?: $status));
    }
}
