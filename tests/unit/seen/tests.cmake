# SPDX-License-Identifier: GPL-3.0-or-later
siaga_test(unit/seen/tst_seen LIBS siaga_seen LABELS unit)
siaga_test(unit/seen/tst_breaker_names LIBS siaga_seen LABELS unit)
