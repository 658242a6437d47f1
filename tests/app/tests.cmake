# SPDX-License-Identifier: GPL-3.0-or-later
# The program as people call it.
set(siaga_process ${CMAKE_CURRENT_LIST_DIR}/siaga_process.cpp)
siaga_test(app/tst_command_line SOURCES ${siaga_process} LIBS siaga_app LABELS app TIMEOUT 180)
siaga_test(app/tst_running SOURCES ${siaga_process} LABELS app TIMEOUT 240)
foreach(name tst_command_line tst_running)
    target_compile_definitions(${name} PRIVATE SIAGA_PROGRAM="$<TARGET_FILE:siaga>"
        SIAGA_FLEETS="${CMAKE_SOURCE_DIR}/resources/fleets")
    add_dependencies(${name} siaga)
endforeach()

# The program's parts in the test's own process.
siaga_test(app/tst_status_text LIBS tst_boards siaga_app LABELS app)
# The program has more Qt in it than the precompiled headers know.
set_target_properties(tst_command_line tst_status_text PROPERTIES DISABLE_PRECOMPILE_HEADERS ON)
siaga_test(app/tst_metrics_server LIBS siaga_app siaga_exposition LABELS app)
# It has more Qt in it than the precompiled headers know.
set_target_properties(tst_metrics_server PROPERTIES DISABLE_PRECOMPILE_HEADERS ON)
target_compile_definitions(tst_metrics_server PRIVATE SIAGA_FLEETS="${CMAKE_SOURCE_DIR}/resources/fleets")
