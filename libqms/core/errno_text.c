/* SPDX-License-Identifier: Apache-2.0 */
/* What the system says of a failure, in the language of our messages. */
#include <qms/error.h>

#include "core/error.h"

#include <errno.h>

/* The usual ones; the system's own words stand for the rest. */
static const struct {
  int number;
  const char *text[2];
} texts[] = {
  { ENOENT, { "không có tệp hoặc thư mục này", "no such file or directory" } },
  { EACCES, { "không có quyền truy cập", "permission denied" } },
  { EPERM, { "thao tác không được phép", "operation not permitted" } },
  { EISDIR, { "đây là thư mục", "this is a directory" } },
  { ENOTDIR, { "một phần của đường dẫn không phải thư mục", "a part of the path is not a directory" } },
  { EEXIST, { "tệp đã có", "the file exists" } },
  { ENOSPC, { "thiết bị hết chỗ trống", "no space left on the device" } },
  { EDQUOT, { "đã dùng hết hạn mức đĩa", "the disk quota is used up" } },
  { EFBIG, { "tệp quá lớn", "the file is too large" } },
  { EIO, { "lỗi vào ra của thiết bị", "input or output error of the device" } },
  { EROFS, { "hệ thống tệp chỉ cho đọc", "the file system is read-only" } },
  { ELOOP, { "liên kết vòng quanh", "links go round" } },
  { ENAMETOOLONG, { "tên tệp quá dài", "the file name is too long" } },
  { EMFILE, { "đang mở quá nhiều tệp", "too many files are open" } },
  { EPIPE, { "nơi nhận đã đóng", "the receiver has closed" } },
};

const char *
qms_errno_text (int32_t number, int32_t lang)
{
  for (size_t i = 0; i < G_N_ELEMENTS (texts); i++)
    if (texts[i].number == number)
      return texts[i].text[lang == QMS_LANG_EN];
  return g_strerror (number);
}
