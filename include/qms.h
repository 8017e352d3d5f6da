/* SPDX-License-Identifier: Apache-2.0 */
/* Everything of libqms; or include the header of the one room that you need. */
#ifndef QMS_H
#define QMS_H

#include <qms/base.h>
#include <qms/bpmn.h>
#include <qms/calendar.h>
#include <qms/case.h>
#include <qms/coverage.h>
#include <qms/csv.h>
#include <qms/diff.h>
#include <qms/document.h>
#include <qms/docx.h>
#include <qms/error.h>
#include <qms/framework.h>
#include <qms/inspection.h>
#include <qms/legal.h>
#include <qms/model.h>
#include <qms/node.h>
#include <qms/portal.h>
#include <qms/rule.h>
#include <qms/schema.h>
#include <qms/site.h>
#include <qms/svg.h>
#include <qms/template.h>
#include <qms/validate.h>
#include <qms/workflow.h>

#endif
