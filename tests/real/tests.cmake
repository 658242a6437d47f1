# SPDX-License-Identifier: GPL-3.0-or-later
# The program itself against real HAProxy and real servers on loopback.
if(NOT TARGET siaga)
    return()
endif()
add_library(tst_stage STATIC ${CMAKE_CURRENT_LIST_DIR}/stage.cpp ${CMAKE_CURRENT_LIST_DIR}/load.cpp)
target_link_libraries(tst_stage PUBLIC tst_servers Threads::Threads)
target_compile_definitions(tst_stage PRIVATE SIAGA_PROGRAM="$<TARGET_FILE:siaga>")
foreach(name tst_real_evacuation tst_real_kill)
    siaga_test(real/${name} LIBS tst_stage LABELS real TIMEOUT 600)
    set_target_properties(${name} PROPERTIES DISABLE_PRECOMPILE_HEADERS ON)
    add_dependencies(${name} siaga)
    set_tests_properties(${name} PROPERTIES RUN_SERIAL ON)
endforeach()
