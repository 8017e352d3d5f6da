<?php
// SPDX-License-Identifier: Apache-2.0
// Prints what `qms validate --format json --lang vi --as-of DATE FILE` prints: report.php FILE DATE.
declare(strict_types=1);

require __DIR__ . '/../src/autoload.php';

echo Qms\Qms::check($argv[1], $argv[2])->write('json', 'vi');
