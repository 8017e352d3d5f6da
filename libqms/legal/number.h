/* SPDX-License-Identifier: Apache-2.0 */
/* Numbers of legal acts, as people write them: "NĐ 61/2018/NĐ-CP", "Nghị định số 61/2018/NĐ-CP ngày 23/4/2018". */
#pragma once

#include <stdbool.h>

enum { QMS_NUMBER_MAX = 64 }; /* bytes of a key, with the NUL; longer texts are no numbers */

/* Key that every spelling of a number shares: the first number in the text, wherever it stands ("Điều 10 Nghị định số
 * 61/2018/NĐ-CP"), without leading zeros, spaces and hyphens' variants, in ASCII capitals, Đ as D; up to the first word after
 * the symbol. A text without a number, such as "Bộ luật Lao động 2019", is its own key, folded in the same way. False: no
 * key. */
bool qms_number_key (const char *text, char key[QMS_NUMBER_MAX]);
/* Whether the text holds something that looks like the number of an act or a standard. */
bool qms_number_is_in (const char *text);
/* The same key of a text about a whole act. False if there is no number, or other figures stand before it, as in "Điều 10 Nghị
 * định số …". */
bool qms_number_key_of_whole (const char *text, char key[QMS_NUMBER_MAX]);
/* Whether the number alone tells the act, as 61/2018/NĐ-CP does; 101/QĐ-BKHCN does so only with its year. */
bool qms_number_has_year (const char *key);
