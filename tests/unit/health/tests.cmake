# SPDX-License-Identifier: GPL-3.0-or-later
add_library(tst_health_timeline STATIC unit/health/timeline.cpp)
target_link_libraries(tst_health_timeline PUBLIC siaga_health Qt6::Core)
foreach(subject checks edges regions own_link alerts notices breakers departures)
    siaga_test(unit/health/tst_health_${subject} LIBS tst_health_timeline LABELS unit)
endforeach()
