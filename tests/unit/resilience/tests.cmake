# SPDX-License-Identifier: GPL-3.0-or-later
add_library(tst_resilience_timeline STATIC unit/resilience/resilience_timeline.cpp)
target_link_libraries(tst_resilience_timeline PUBLIC siaga_resilience Qt6::Core)
foreach(subject checks counters pages people others)
    siaga_test(unit/resilience/tst_resilience_engine_${subject} LIBS tst_resilience_timeline LABELS unit)
endforeach()
