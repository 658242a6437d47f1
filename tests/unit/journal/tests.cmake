# SPDX-License-Identifier: GPL-3.0-or-later
siaga_test(unit/journal/tst_header LIBS siaga_journal LABELS unit)
siaga_test(unit/journal/tst_journal LIBS siaga_journal LABELS unit)
siaga_test(unit/journal/tst_journal_opening LIBS journal_test_tools LABELS unit)
siaga_test(unit/journal/tst_journal_tamper LIBS journal_test_tools LABELS unit TIMEOUT 120)
