# SPDX-License-Identifier: GPL-3.0-or-later
siaga_test(unit/recovery/tst_recovery LIBS siaga_recovery LABELS unit)
siaga_test(unit/recovery/tst_recovery_breakers LIBS siaga_recovery LABELS unit)
