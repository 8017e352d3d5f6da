<?php
// SPDX-License-Identifier: Apache-2.0
// What the binding costs: nanoseconds per read of a field, MB/s of reading and validating. bench.php FILE
declare(strict_types=1);

require __DIR__ . '/../src/autoload.php';

use Qms\Qms;

const TITLE = 'Thủ tục đăng ký lại khai sinh, kết hôn, khai tử cho người dân';

function best(callable $action, int $times = 5): float
{
    $measured = [];
    for ($i = 0; $i < $times; $i++) {
        $start = hrtime(true);
        $action();
        $measured[] = hrtime(true) - $start;
    }
    return min($measured);
}

function show(string $what, float $value, string $unit): void
{
    echo str_pad($what, 28), sprintf(' %6.0f ', $value), $unit, "\n";
}

$procedure = Qms::parse('<heThong xmlns="urn:libqms:1"><quyTrinh id="QT" loai="tthc" lanBanHanh="3" ngayBanHanh="2026-01-05"><ten>'
    . TITLE . '</ten>' . str_repeat('<buoc/>', 1000) . '</quyTrinh></heThong>')->root()->procedures[0];
$steps = $procedure->steps;
$count = 100_000;
$names = ['text of 83 bytes' => 'title', 'whole number' => 'edition', 'enumeration' => 'kind', 'date' => 'issueDate',
    'absent value' => 'purpose'];
foreach ($names as $what => $name) {
    show("$what ($name)", best(function () use ($procedure, $name, $count) {
        for ($i = 0; $i < $count; $i++) {
            $procedure->$name;
        }
    }) / $count, 'ns');
}
show('item of a list (steps[7])', best(function () use ($steps, $count) {
    for ($i = 0; $i < $count; $i++) {
        $steps[7];
    }
}) / $count, 'ns');

$data = file_get_contents($argv[1]);
$systems = array_map(fn () => Qms::parse($data), range(1, 10));
show('read', strlen($data) * 1e3 / best(fn () => Qms::parse($data)), 'MB/s');
show('validate', 10 * strlen($data) * 1e3 / best(fn () => array_map(fn ($system) => $system->validate(), $systems)), 'MB/s');
