# SPDX-License-Identifier: GPL-3.0-or-later
add_library(tst_bench STATIC ${CMAKE_CURRENT_SOURCE_DIR}/support/fake_world.cpp)
target_link_libraries(tst_bench PUBLIC siaga_runtime)
siaga_test(unit/runtime/tst_evacuation LIBS tst_bench LABELS unit)
