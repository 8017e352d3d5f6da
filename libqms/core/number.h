/* SPDX-License-Identifier: Apache-2.0 */
/* Whole numbers: what C has no operator for. */
#pragma once

#include <stdint.h>

/* The quotient rounded down, also of a negative number; `divisor` is positive. */
static inline int64_t
qms_divide_down (int64_t number, int64_t divisor)
{
  return number / divisor - (number % divisor < 0);
}

/* 10 to the power of `exponent`, which is 0 to 18. */
static inline int64_t
qms_power_of_ten (int exponent)
{
  int64_t power = 1;

  for (; exponent > 0; exponent--)
    power *= 10;
  return power;
}
