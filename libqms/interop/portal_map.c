/* SPDX-License-Identifier: Apache-2.0 */
/* The table: every key of a LayThuTuc record and the field that it stands for. */
#include "interop/portal_record.h"

#include <qms/model.h>

#define KEY(name, kind, id, ...)                                                                                       \
  {                                                                                                                    \
    .key = name, .form = &portal_##kind, .field = id, __VA_ARGS__                                                      \
  }

#define SHAPE(keys)                                                                                                    \
  {                                                                                                                    \
    keys, G_N_ELEMENTS (keys)                                                                                          \
  }

static const PortalKey sequence_keys[] = {
  KEY ("TRUONGHOP", plain, QMS_SEQUENCE_CASE),
  KEY ("TRINHTU", texts, QMS_SEQUENCE_STEPS, .with = "TENTRINHTU"),
};

static const PortalKey level_keys[] = {
  KEY ("CAPTHUCHIEN", level, QMS_LEVEL_LEVEL, .with = "TENCAP"),
  KEY ("TENCAP", plain, QMS_LEVEL_NAME),
};

static const PortalKey field_keys[] = {
  KEY ("MALINHVUC", plain, QMS_LINK_CODE),
  KEY ("TENLINHVUC", plain, QMS_LINK_NAME),
};

static const PortalKey applicant_keys[] = {
  KEY ("MADOITUONG", plain, QMS_LINK_CODE),
  KEY ("TENDOITUONG", plain, QMS_LINK_NAME),
};

static const PortalKey agency_keys[] = {
  KEY ("MADONVI", plain, QMS_LINK_CODE),
  KEY ("TENDONVI", plain, QMS_LINK_NAME),
};

static const PortalKey related_keys[] = {
  KEY ("MATTHC", plain, QMS_LINK_CODE),
  KEY ("TENTTHC", plain, QMS_LINK_NAME),
};

static const PortalKey fee_keys[] = {
  KEY ("MAPHILEPHI", fee, QMS_FEE_KIND),
  KEY ("SOTIEN", money, QMS_FEE_AMOUNT, .with = "DONVI"),
  KEY ("DONVI", plain, QMS_FEE_MEASURE_UNIT),
  KEY ("MOTA", plain, QMS_FEE_DESCRIPTION),
  KEY ("TENTEP", plain, QMS_FEE_FILE, .optional = true),
  KEY ("URL", plain, QMS_FEE_URL, .optional = true),
};

static const PortalShape fee = SHAPE (fee_keys);

static const PortalKey time_keys[] = {
  KEY ("THOIGIANGIAIQUYET", amount, QMS_CHANNEL_TIME_VALUE, .with = "DONVITINH"),
  KEY ("DONVITINH", unit, QMS_CHANNEL_TIME_VALUE),
  KEY ("MOTA", plain, QMS_CHANNEL_TIME_STATEMENT),
  KEY ("PHILEPHI", nodes, QMS_CHANNEL_TIME_FEES, .items = &fee),
};

static const PortalShape channel_time = SHAPE (time_keys);

static const PortalKey channel_keys[] = {
  KEY ("KENH", channel, QMS_CHANNEL_KIND),
  KEY ("THOIGIAN", nodes, QMS_CHANNEL_TIMES, .items = &channel_time),
};

static const PortalKey paper_keys[] = {
  KEY ("MAGIAYTO", plain, QMS_DOSSIER_ITEM_CODE),
  KEY ("TENGIAYTO", plain, QMS_DOSSIER_ITEM_NAME),
  KEY ("TENMAUDON", lines, QMS_DOSSIER_ITEM_FORM_FILES),
  KEY ("SOBANCHINH", plain, QMS_DOSSIER_ITEM_ORIGINALS),
  KEY ("SOBANSAO", plain, QMS_DOSSIER_ITEM_DUPLICATES),
  KEY ("MA_KQ_THAYTHE", plain, QMS_DOSSIER_ITEM_REPLACED_BY_RESULT, .optional = true),
  KEY ("URL", plain, QMS_DOSSIER_ITEM_URL, .optional = true),
};

static const PortalShape paper = SHAPE (paper_keys);

static const PortalKey dossier_keys[] = {
  KEY ("TRUONGHOP", plain, QMS_DOSSIER_CASE),
  KEY ("GIAYTO", nodes, QMS_DOSSIER_ITEMS, .items = &paper),
};

static const PortalKey result_keys[] = {
  KEY ("MAKETQUA", plain, QMS_RESULT_CODE),
  KEY ("TENKETQUA", plain, QMS_RESULT_NAME),
  KEY ("TENTEP", plain, QMS_RESULT_FILE, .optional = true),
  KEY ("URL", plain, QMS_RESULT_URL, .optional = true),
};

static const PortalKey act_keys[] = {
  KEY ("SOVANBAN", plain, QMS_CITATION_NUMBER),
  KEY ("TENVANBAN", plain, QMS_CITATION_TITLE),
  KEY ("NGAYBANHANH", date, QMS_CITATION_DATE),
  KEY ("NGAYHIEULUC", date, QMS_CITATION_EFFECTIVE_DATE, .optional = true),
  KEY ("COQUANBANHANH", plain, QMS_CITATION_ISSUER),
  KEY ("DIACHITRUYCAP", plain, QMS_CITATION_URL, .optional = true),
};

static const PortalShape sequence = SHAPE (sequence_keys), level = SHAPE (level_keys), field = SHAPE (field_keys),
                         channel = SHAPE (channel_keys), applicant = SHAPE (applicant_keys),
                         dossier = SHAPE (dossier_keys), result = SHAPE (result_keys), act = SHAPE (act_keys),
                         related = SHAPE (related_keys), agency = SHAPE (agency_keys);

#define TTHC(name) QMS_ADMINISTRATIVE_PROCEDURE_##name

static const PortalKey record_keys[] = {
  KEY ("ID", plain, TTHC (PORTAL_ID)),
  KEY ("MATTHC", plain, TTHC (CODE)),
  KEY ("TENTTHC", plain, TTHC (NAME)),
  KEY ("MACOQUANCONGBO", plain, TTHC (PUBLISHER)),
  KEY ("LOAITTHC", plain, TTHC (TYPE)),
  KEY ("MOTADOITUONGTHUCHIEN", plain, TTHC (APPLICANTS_NOTE)),
  KEY ("DIACHITIEPNHAN", plain, TTHC (ADDRESS)),
  KEY ("YEUCAU", plain, TTHC (CONDITIONS)),
  KEY ("TUKHOA", plain, TTHC (KEYWORDS)),
  KEY ("IDQUYETDINHCONGBO", plain, TTHC (DECISION)),
  KEY ("TRANGTHAI", plain, TTHC (PORTAL_STATUS)),
  KEY ("MOTACOQUANTHUCHIEN", plain, TTHC (EXECUTING_NOTE)),
  KEY ("MOTACOQUANTHAMQUYEN", plain, TTHC (COMPETENT_NOTE)),
  KEY ("MOTA", plain, TTHC (DESCRIPTION)),
  KEY ("TRINHTUTHUCHIEN", nodes, TTHC (SEQUENCES), .items = &sequence),
  KEY ("CAPTHUCHIEN", nodes, TTHC (LEVELS), .items = &level),
  KEY ("LINHVUCTHUCHIEN", nodes, TTHC (FIELDS), .items = &field),
  KEY ("CACHTHUCTHUCHIEN", nodes, TTHC (CHANNELS), .items = &channel),
  KEY ("DOITUONGTHUCHIEN", nodes, TTHC (APPLICANTS), .items = &applicant),
  KEY ("THANHPHANHOSO", nodes, TTHC (DOSSIERS), .items = &dossier),
  KEY ("KETQUATHUCHIEN", nodes, TTHC (RESULTS), .items = &result),
  KEY ("CANCUPHAPLY", nodes, TTHC (LEGAL_BASES), .items = &act),
  KEY ("TTHCLIENQUAN", nodes, TTHC (RELATED), .items = &related),
  KEY ("TTHCLIENTHONG", nodes, TTHC (LINKED), .items = &related),
  KEY ("COQUANTHUCHIEN", nodes, TTHC (EXECUTING_AGENCIES), .items = &agency),
  KEY ("COQUANCOTHAMQUYEN", nodes, TTHC (COMPETENT_AGENCIES), .items = &agency),
  KEY ("COQUANDUOCUYQUYEN", nodes, TTHC (AUTHORISED_AGENCIES), .items = &agency),
  KEY ("COQUANPHOIHOP", nodes, TTHC (COORDINATING_AGENCIES), .items = &agency),
};

const PortalShape portal_record = SHAPE (record_keys);
