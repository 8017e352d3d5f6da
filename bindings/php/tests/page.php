<?php
// SPDX-License-Identifier: Apache-2.0
// A page of a web server that has run preload.php: uses the library, and may not use FFI itself.
declare(strict_types=1);

header('Content-Type: text/plain; charset=utf-8');
try {
    FFI::cdef('int getpid (void);');
    echo "pages may use FFI themselves\n";
} catch (FFI\Exception) {
    echo Qms\Qms::load($_SERVER['QMS_PAGE'])->root()->agency->name, "\n";
}
