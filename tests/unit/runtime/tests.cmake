# SPDX-License-Identifier: GPL-3.0-or-later
foreach(subject evacuation drafts fleet_adoption notices runner)
    siaga_test(unit/runtime/tst_${subject} LIBS tst_bench LABELS unit)
endforeach()
siaga_test(unit/runtime/tst_durable LIBS tst_bench LABELS unit)
siaga_test(unit/runtime/tst_observer LIBS tst_bench LABELS unit)
siaga_test(unit/runtime/tst_replay LIBS siaga_lab LABELS unit)
siaga_test(unit/runtime/tst_journal_walk LIBS siaga_runtime LABELS unit)
