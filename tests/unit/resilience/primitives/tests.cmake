# SPDX-License-Identifier: GPL-3.0-or-later
foreach(subject breaker)
    siaga_test(unit/resilience/primitives/tst_${subject} LIBS siaga_resilience LABELS unit)
endforeach()
