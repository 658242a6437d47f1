# SPDX-License-Identifier: GPL-3.0-or-later
# The program as people call it.
siaga_test(app/tst_command_line LABELS app TIMEOUT 180)
target_compile_definitions(tst_command_line PRIVATE SIAGA_PROGRAM="$<TARGET_FILE:siaga>"
    SIAGA_FLEETS="${CMAKE_SOURCE_DIR}/resources/fleets")
add_dependencies(tst_command_line siaga)
