<?php
// SPDX-License-Identifier: Apache-2.0
declare(strict_types=1);

namespace Qms;

/** What there is without FFI: reports and data by the JSON of the command qms. Slower, and nothing can be changed. */
final class Command
{
    public function __construct(private readonly string $program = 'qms')
    {
    }

    /** The report on files as docs/cli.md describes the JSON of qms validate; refused files stand in it too. */
    public function validate(string $asOf, string ...$files): array
    {
        return $this->run('validate', '--format', 'json', '--as-of', $asOf, '--fail-on', 'never', '--', ...$files);
    }

    /** A file as data (docs/json.md). */
    public function data(string $file): array
    {
        return $this->run('convert', '--to', 'json', '--', $file, '-');
    }

    private function run(string ...$arguments): array
    {
        $errors = tmpfile();
        $process = proc_open([$this->program, ...$arguments], [['file', '/dev/null', 'r'], ['pipe', 'w'], $errors], $pipes);
        $output = $process ? stream_get_contents($pipes[1]) : '';
        $status = $process ? proc_close($process) : -1;
        try {
            return Json::decode($output);
        } catch (\JsonException $problem) {
            rewind($errors);
            $reason = rtrim(': ' . stream_get_contents($errors), ": \n");
            throw new \RuntimeException("qms $arguments[0] ended with status $status and no JSON$reason", 0, $problem);
        }
    }
}
