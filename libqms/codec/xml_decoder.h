/* SPDX-License-Identifier: Apache-2.0 */
/* The state of the XML reader, and what its parts offer each other. */
#pragma once

#include "codec/guard.h"
#include "codec/reader.h"
#include "codec/xml_foreign.h"
#include "codec/xml_sax.h"

/* An open element: a node, or a scalar field of the node below it on the stack. */
typedef struct {
  QmsNode *node;
  const QmsNode *scope;  /* of identifiers */
  const QmsField *field; /* scalar whose text is read; NULL: the node itself */
  QmsExtra **extras_end; /* where the node's next extra goes */
  QmsPosition position;  /* of the scalar's tag */
  QmsExtra **beside;     /* where the extras beside the scalar or inside the text begin */
  unsigned hint;         /* slot of the last child found: where the next is likely */
} QmsFrame;

typedef struct {
  const QmsReader *reader;
  QmsSource *source;
  const char *chunk; /* what the parser has not yet been given */
  size_t chunk_size;
  size_t total; /* bytes of input so far */
  QmsGuard guard;
  const char *file;
  QmsXmlParser *parser;
  QmsDocument *document;
  const char **names;    /* by xml_index: the parser's copy */
  const char *namespace; /* the parser's copy of ours */
  QmsFrame *frames;      /* of the open elements */
  size_t n_frames, room;
  GString *text;          /* of the scalar, or of a node with content */
  bool stray;             /* the text stands where none may; its problem is still to be reported … */
  QmsPosition stray_from; /* … about here */
  size_t skip;            /* elements open below one that was refused */
  QmsForeign foreign;
  QmsExtra *pending, **pending_end; /* extras that wait for what they stand before */
  size_t n_errors;
  QmsStatus status; /* of the first problem */
  QmsStatus input;  /* of the source and the guard; the parser gets no more once it is not QMS_OK */
  QmsError **error;
} QmsDecoder;

static inline QmsFrame *
qms_decoder_top (QmsDecoder *self)
{
  return &self->frames[self->n_frames - 1];
}

static inline void
qms_decoder_push (QmsDecoder *self, QmsFrame frame)
{
  if (self->n_frames == self->room) {
    self->room = self->room * 2 + 8;
    self->frames = g_renew (QmsFrame, self->frames, self->room);
  }
  self->frames[self->n_frames++] = frame;
}

/* xml_decode.c */
extern const QmsXmlHandler qms_decoder_handler;

/* xml_problem.c */

/* Reports a problem; a strict reader goes on to find more, up to its limit, and fails in the end. */
void qms_decoder_report_at (QmsDecoder *self, QmsPosition position, int rule, const QmsValue *values, size_t n_values);
/* The same, placed at the tag at hand. */
void qms_decoder_report (QmsDecoder *self, int rule, const QmsValue *values, size_t n_values);
/* A problem that even a lenient reader cannot pass. */
void qms_decoder_report_fatal (QmsDecoder *self, int rule, const QmsValue *values, size_t n_values);
void qms_decoder_report_limit (QmsDecoder *self, int limit);
void qms_decoder_report_unknown (QmsDecoder *self, QmsPosition position, int rule, const char *parent, const char *name,
                                 const char *nearest);
void qms_decoder_report_value (QmsDecoder *self, QmsPosition position, const QmsField *field, const char *text,
                               size_t length);
/* Name of the open element, for messages. */
const char *qms_frame_name (const QmsFrame *frame);

/* xml_extra.c */

void qms_frame_append_extra (QmsFrame *frame, QmsExtra *extra);
/* Number of items of a field so far: the index of the next. */
uint32_t qms_frame_items (const QmsNode *node, const QmsField *field);
/* A comment or processing instruction; `name` NULL: none. */
QmsExtra *qms_decoder_new_extra (QmsDecoder *self, QmsExtraKind kind, const char *name, const char *text);
/* Puts an extra where the reader is: in the middle of a text at its offset; between elements it waits for the next. */
void qms_decoder_place_extra (QmsDecoder *self, QmsExtra *extra);
/* Gives what waits to a node. */
void qms_decoder_settle (QmsDecoder *self, QmsFrame *frame, QmsWhere where, unsigned slot, uint32_t item);
/* Makes the offsets of the extras inside a text count from the value that it became. */
void qms_decoder_shift_offsets (QmsDecoder *self, const QmsFrame *frame, const QmsField *field, QmsSlot value);
/* An element whose text is no value of its field, kept as it is. */
void qms_decoder_keep_value (QmsDecoder *self, const QmsFrame *frame, const QmsField *field);
/* Extras behind a node's content stand at its end. */
void qms_frame_settle_behind_content (const QmsFrame *frame, unsigned slot);
