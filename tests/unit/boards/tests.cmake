# SPDX-License-Identifier: GPL-3.0-or-later
siaga_test(unit/boards/tst_now_board LIBS siaga_boards LABELS unit)
siaga_test(unit/boards/tst_notice_rows LIBS siaga_boards siaga_health LABELS unit)
siaga_test(unit/boards/tst_plan_card LIBS siaga_boards LABELS unit)
siaga_test(unit/boards/tst_protect_board LIBS siaga_boards LABELS unit)
siaga_test(unit/boards/tst_exposition LIBS siaga_boards siaga_exposition LABELS unit)
# It links QtNetwork, which the precompiled header of all tests does not know.
set_target_properties(tst_exposition PROPERTIES DISABLE_PRECOMPILE_HEADERS ON)
siaga_test(unit/boards/tst_audit_query LIBS siaga_boards LABELS unit)
