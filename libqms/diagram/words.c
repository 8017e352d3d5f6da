/* SPDX-License-Identifier: Apache-2.0 */
/* What the notation says where the procedure has no name of its own. */
#include "diagram/build.h"

#include <qms/model.h>

const char *
qms_word_question (int32_t step_kind)
{
  switch (step_kind) {
  case QMS_STEP_KIND_RECEIPT: return "Kết quả kiểm tra hồ sơ?";
  case QMS_STEP_KIND_EXAMINATION: return "Kết quả thẩm định?";
  case QMS_STEP_KIND_CONSULTATION: return "Kết quả lấy ý kiến?";
  case QMS_STEP_KIND_SUBMISSION: return "Đồng ý trình ký?";
  case QMS_STEP_KIND_APPROVAL: return "Đồng ý phê duyệt?";
  case QMS_STEP_KIND_AWAIT_AGENCY: return "Nội dung trả lời?";
  default: return "Kết quả thực hiện?";
  }
}

const char *
qms_word_outcome (int32_t outcome_kind)
{
  switch (outcome_kind) {
  case QMS_OUTCOME_KIND_SUPPLEMENT: return "Cần bổ sung";
  case QMS_OUTCOME_KIND_PAYMENT: return "Cần thực hiện nghĩa vụ tài chính";
  case QMS_OUTCOME_KIND_SEND_BACK: return "Trả lại";
  case QMS_OUTCOME_KIND_HAND_OVER: return "Chuyển cơ quan khác";
  case QMS_OUTCOME_KIND_REFUSE: return "Từ chối";
  case QMS_OUTCOME_KIND_STOP: return "Dừng giải quyết";
  case QMS_OUTCOME_KIND_WITHDRAW: return "Rút hồ sơ";
  case QMS_OUTCOME_KIND_FINISH: return "Hoàn thành";
  default: return "Giải quyết tiếp";
  }
}

const char *
qms_word_end (int32_t outcome_kind)
{
  switch (outcome_kind) {
  case QMS_OUTCOME_KIND_REFUSE: return "Từ chối giải quyết";
  case QMS_OUTCOME_KIND_STOP: return "Dừng giải quyết";
  case QMS_OUTCOME_KIND_WITHDRAW: return "Rút hồ sơ";
  default: return "Kết thúc";
  }
}
