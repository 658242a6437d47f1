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

# One's own servers: which fleet opens, how one is made, and what is wrong with its servers.
siaga_test(app/tst_launch LIBS siaga_app LABELS app)
qt_add_resources(tst_launch fleets PREFIX /siaga BASE ${CMAKE_SOURCE_DIR}/resources FILES ${CMAKE_SOURCE_DIR}/resources/fleets/lab.yaml)
siaga_test(app/tst_diagnosis LIBS siaga_app LABELS app)
siaga_test(app/tst_init SOURCES ${siaga_process} LIBS tst_servers LABELS app TIMEOUT 120)
siaga_test(app/tst_doctor SOURCES ${siaga_process} LIBS tst_servers LABELS app TIMEOUT 240)
set_target_properties(tst_launch tst_diagnosis tst_init tst_doctor PROPERTIES DISABLE_PRECOMPILE_HEADERS ON)
foreach(name tst_init tst_doctor)
    target_compile_definitions(${name} PRIVATE SIAGA_PROGRAM="$<TARGET_FILE:siaga>")
    add_dependencies(${name} siaga)
endforeach()

siaga_test(app/tst_credential_desk LIBS siaga_app tst_servers LABELS app TIMEOUT 120)
siaga_test(app/tst_credential_command LIBS siaga_app tst_servers LABELS app TIMEOUT 240)
target_compile_definitions(tst_credential_command PRIVATE SIAGA_PROGRAM="$<TARGET_FILE:siaga>")
target_link_libraries(tst_credential_command PRIVATE util) # openpty
add_dependencies(tst_credential_command siaga)
set_target_properties(tst_credential_command tst_credential_desk PROPERTIES DISABLE_PRECOMPILE_HEADERS ON)

# Consoles that are attached to a Siaga that leads.
siaga_test(app/tst_attach SOURCES ${CMAKE_CURRENT_LIST_DIR}/virtual_instance.cpp LIBS siaga_app LABELS app TIMEOUT 180)
siaga_test(app/tst_sleep SOURCES ${CMAKE_CURRENT_LIST_DIR}/virtual_instance.cpp LIBS siaga_app LABELS app)
siaga_test(app/tst_remote_journal LIBS siaga_app LABELS app)
siaga_test(app/tst_attach_serve SOURCES ${siaga_process} LIBS siaga_app LABELS app TIMEOUT 300)
add_dependencies(tst_attach_serve siaga)
foreach(name tst_attach tst_sleep tst_remote_journal tst_attach_serve)
    target_compile_definitions(${name} PRIVATE SIAGA_PROGRAM="$<TARGET_FILE:siaga>" SIAGA_FLEETS="${CMAKE_SOURCE_DIR}/resources/fleets")
    set_target_properties(${name} PROPERTIES DISABLE_PRECOMPILE_HEADERS ON)
endforeach()

siaga_test(app/tst_past LIBS siaga_app LABELS app)
set_target_properties(tst_past PROPERTIES DISABLE_PRECOMPILE_HEADERS ON)

siaga_test(app/tst_console_settings LIBS siaga_app LABELS app)
siaga_test(app/tst_keyboard_run LIBS siaga_app LABELS app TIMEOUT 300 GUI)
target_compile_definitions(tst_keyboard_run PRIVATE SIAGA_FLEETS="${CMAKE_SOURCE_DIR}/resources/fleets")
set_target_properties(tst_console_settings tst_keyboard_run PROPERTIES DISABLE_PRECOMPILE_HEADERS ON)

siaga_test(app/tst_audit_thread LIBS siaga_app LABELS app TIMEOUT 120)
siaga_test(app/tst_audit_page LIBS siaga_app LABELS app TIMEOUT 120 GUI)
set_target_properties(tst_audit_thread tst_audit_page PROPERTIES DISABLE_PRECOMPILE_HEADERS ON)

# People are woken: in real time, over a real bus.
siaga_test(app/tst_waking LIBS siaga_app tst_desktop LABELS app TIMEOUT 180)
siaga_test(app/tst_tone_player LIBS siaga_app LABELS app)
set_target_properties(tst_waking tst_tone_player PROPERTIES DISABLE_PRECOMPILE_HEADERS ON)
siaga_test(app/tst_links LIBS siaga_app LABELS app TIMEOUT 120 GUI)
target_compile_definitions(tst_links PRIVATE SIAGA_FLEETS="${CMAKE_SOURCE_DIR}/resources/fleets")
set_target_properties(tst_links PROPERTIES DISABLE_PRECOMPILE_HEADERS ON)
siaga_test(app/tst_notify_command LIBS tst_desktop LABELS app TIMEOUT 120)
target_compile_definitions(tst_notify_command PRIVATE SIAGA_PROGRAM="$<TARGET_FILE:siaga>" SIAGA_FLEETS="${CMAKE_SOURCE_DIR}/resources/fleets")
set_target_properties(tst_notify_command PROPERTIES DISABLE_PRECOMPILE_HEADERS ON)
add_dependencies(tst_notify_command siaga)
siaga_test(app/tst_audit_command SOURCES ${siaga_process} LABELS app TIMEOUT 180)
target_compile_definitions(tst_audit_command PRIVATE SIAGA_PROGRAM="$<TARGET_FILE:siaga>" SIAGA_FLEETS="${CMAKE_SOURCE_DIR}/resources/fleets")
add_dependencies(tst_audit_command siaga)
