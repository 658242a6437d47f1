# SPDX-License-Identifier: GPL-3.0-or-later
siaga_test(unit/boards/tst_now_board LIBS siaga_boards LABELS unit)
siaga_test(unit/boards/tst_plan_card LIBS siaga_boards LABELS unit)
siaga_test(unit/boards/tst_protect_board LIBS siaga_boards LABELS unit)
