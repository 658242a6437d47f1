# SPDX-License-Identifier: GPL-3.0-or-later
foreach(subject breaker windows retry protection hammer)
    siaga_test(unit/resilience/primitives/tst_${subject} LIBS siaga_resilience LABELS unit)
endforeach()
siaga_test(unit/resilience/primitives/tst_breaker_model LIBS siaga_resilience LABELS unit TIMEOUT 300
    SOURCES unit/resilience/primitives/stepping.cpp)
