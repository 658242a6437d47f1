# SPDX-License-Identifier: GPL-3.0-or-later
# The program as people call it.
set(siaga_process ${CMAKE_CURRENT_LIST_DIR}/siaga_process.cpp)
siaga_test(app/tst_command_line SOURCES ${siaga_process} LIBS siaga_app LABELS app TIMEOUT 180)
siaga_test(app/tst_running SOURCES ${siaga_process} LABELS app TIMEOUT 240)
siaga_test(app/tst_lifetime SOURCES ${siaga_process} LIBS siaga_app LABELS app TIMEOUT 240)
siaga_test(app/tst_breaker_command SOURCES ${siaga_process} LABELS app TIMEOUT 240)
foreach(name tst_command_line tst_running tst_lifetime tst_breaker_command)
    target_compile_definitions(${name} PRIVATE SIAGA_PROGRAM="$<TARGET_FILE:siaga>"
        SIAGA_FLEETS="${CMAKE_SOURCE_DIR}/resources/fleets")
    add_dependencies(${name} siaga)
endforeach()

# The program's parts in the test's own process.
siaga_test(app/tst_board_feed LIBS siaga_app tst_bench LABELS app)
siaga_test(app/tst_instance LIBS siaga_app LABELS app)
siaga_test(app/tst_metrics_server LIBS siaga_app siaga_exposition LABELS app)
siaga_test(app/tst_console LIBS siaga_app LABELS app TIMEOUT 120 GUI)
foreach(name tst_instance tst_metrics_server tst_console)
    target_compile_definitions(${name} PRIVATE SIAGA_FLEETS="${CMAKE_SOURCE_DIR}/resources/fleets")
endforeach()
siaga_test(app/tst_status_text LIBS tst_boards siaga_app LABELS app)
# The program has more Qt in it than the precompiled headers know.
set_target_properties(tst_command_line tst_lifetime tst_board_feed tst_instance tst_metrics_server tst_console tst_status_text
    PROPERTIES DISABLE_PRECOMPILE_HEADERS ON)

siaga_test(app/tst_simulate SOURCES ${siaga_process} LABELS app TIMEOUT 120)
target_compile_definitions(tst_simulate PRIVATE SIAGA_PROGRAM="$<TARGET_FILE:siaga>" SIAGA_FLEETS="${CMAKE_SOURCE_DIR}/resources/fleets")
add_dependencies(tst_simulate siaga)
