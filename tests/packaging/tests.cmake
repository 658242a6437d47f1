# SPDX-License-Identifier: GPL-3.0-or-later
add_test(NAME packaging_steps COMMAND bash ${CMAKE_CURRENT_LIST_DIR}/test_steps.sh)
set_tests_properties(packaging_steps PROPERTIES LABELS packaging TIMEOUT 60)
