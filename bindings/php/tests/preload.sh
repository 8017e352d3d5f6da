#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# The binding works in a web server's PHP, where FFI is for preloaded files alone: preload.sh LIBRARY-FOLDER.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
page=$(LD_LIBRARY_PATH=$1 QMS_PAGE=$here/../../../examples/xml/ubnd-xa-nho.xml php-cgi -q -d ffi.enable=preload -d ffi.preload="$here/../src/libqms.h" -d opcache.enable=1 \
  -d opcache.preload="$here/../preload.php" -d opcache.preload_user="$(id -un)" "$here/page.php")
echo "$page"
[ "$page" = "Ủy ban nhân dân xã Hòa Mẫu" ]
