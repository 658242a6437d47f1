# SPDX-License-Identifier: GPL-3.0-or-later
# The program as people call it.
siaga_test(app/tst_command_line LABELS app TIMEOUT 180)
target_compile_definitions(tst_command_line PRIVATE SIAGA_PROGRAM="$<TARGET_FILE:siaga>"
    SIAGA_FLEETS="${CMAKE_SOURCE_DIR}/resources/fleets")
add_dependencies(tst_command_line siaga)
siaga_test(app/tst_metrics_server LIBS siaga_app siaga_exposition LABELS app)
# It has more Qt in it than the precompiled headers know.
set_target_properties(tst_metrics_server PROPERTIES DISABLE_PRECOMPILE_HEADERS ON)
target_compile_definitions(tst_metrics_server PRIVATE SIAGA_FLEETS="${CMAKE_SOURCE_DIR}/resources/fleets")
