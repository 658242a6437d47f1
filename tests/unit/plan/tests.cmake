# SPDX-License-Identifier: GPL-3.0-or-later
siaga_test(unit/plan/tst_plan LIBS siaga_plan LABELS unit)
