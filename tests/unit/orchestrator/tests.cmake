# SPDX-License-Identifier: GPL-3.0-or-later
add_library(tst_desk STATIC unit/orchestrator/desk.cpp)
target_link_libraries(tst_desk PUBLIC siaga_orchestrator Qt6::Core)
foreach(subject admission way_back)
    siaga_test(unit/orchestrator/tst_${subject} LIBS tst_desk LABELS unit)
endforeach()
