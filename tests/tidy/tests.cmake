# SPDX-License-Identifier: GPL-3.0-or-later
find_package(Python3 REQUIRED COMPONENTS Interpreter)

# -B: leave no caches in the source tree.
add_test(NAME tidy COMMAND ${Python3_EXECUTABLE} -B ${CMAKE_SOURCE_DIR}/tests/tidy/tidy.py --root ${CMAKE_SOURCE_DIR})
add_test(NAME tidy_rules COMMAND ${Python3_EXECUTABLE} -B ${CMAKE_SOURCE_DIR}/tests/tidy/test_tidy.py)
set_tests_properties(tidy tidy_rules PROPERTIES LABELS tidy TIMEOUT 120)
