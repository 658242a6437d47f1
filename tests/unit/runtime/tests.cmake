# SPDX-License-Identifier: GPL-3.0-or-later
siaga_test(unit/runtime/tst_evacuation LIBS tst_bench LABELS unit)
siaga_test(unit/runtime/tst_durable LIBS tst_bench LABELS unit)
siaga_test(unit/runtime/tst_observer LIBS tst_bench LABELS unit)
