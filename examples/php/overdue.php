<?php
// SPDX-License-Identifier: Apache-2.0
// Load a system, validate it, and list the overdue steps of cases: overdue.php SYSTEM NOW CASE…
declare(strict_types=1);

require __DIR__ . '/../../bindings/php/src/autoload.php';

use Qms\Qms;

[, $system, $now] = $argv;

$counts = Qms::load($system)->validate(substr($now, 0, 10))->counts();
echo "{$counts['error']} errors, {$counts['warning']} warnings, {$counts['info']} notes\n";

foreach (array_slice($argv, 3) as $file) {
    $case = Qms::openCase(Qms::load($file));
    foreach ($case->openSteps($now) as ['step' => $step, 'due' => $due, 'timeliness' => $timeliness]) {
        if ($timeliness === 'overdue') {
            $time = (new DateTimeImmutable($due))->format('Y-m-d H:i');
            echo "{$case->document->root()->code}: {$step['id']} {$step['name']}, {$step['roleName']}: due $time\n";
        }
    }
}
