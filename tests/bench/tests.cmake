# SPDX-License-Identifier: GPL-3.0-or-later
# Benchmarks are programs to run by hand on a Release build; ctest doesn't run them, as their figures depend on the disk
# and on who else is using the machine.
find_package(benchmark QUIET)

# siaga_bench(bench/bench_x LIBS ...)
function(siaga_bench path)
    cmake_parse_arguments(ARG "" "" "LIBS" ${ARGN})
    if(benchmark_FOUND)
        get_filename_component(name ${path} NAME)
        add_executable(${name} ${path}.cpp)
        target_link_libraries(${name} PRIVATE ${ARG_LIBS} benchmark::benchmark)
    endif()
endfunction()

siaga_bench(bench/bench_journal LIBS siaga_journal)
siaga_bench(bench/bench_loop LIBS siaga_lab siaga_boards)
siaga_bench(bench/bench_resilience LIBS siaga_resilience)

# These print their own figures beside the bars, and exit with 1 when one is missed.
add_executable(bench_commit ${CMAKE_CURRENT_LIST_DIR}/bench_commit.cpp)
target_link_libraries(bench_commit PRIVATE siaga_runtime siaga_boards)
qt_add_executable(bench_console ${CMAKE_CURRENT_LIST_DIR}/bench_console.cpp)
target_link_libraries(bench_console PRIVATE siaga_app tst_boards)
add_executable(bench_past ${CMAKE_CURRENT_LIST_DIR}/bench_past.cpp)
target_link_libraries(bench_past PRIVATE siaga_runtime siaga_boards)
qt_add_executable(bench_audit ${CMAKE_CURRENT_LIST_DIR}/bench_audit.cpp)
target_link_libraries(bench_audit PRIVATE siaga_app)
qt_add_executable(bench_attach ${CMAKE_CURRENT_LIST_DIR}/bench_attach.cpp ${CMAKE_SOURCE_DIR}/tests/app/virtual_instance.cpp)
target_link_libraries(bench_attach PRIVATE siaga_app)
target_compile_definitions(bench_attach PRIVATE SIAGA_FLEETS="${CMAKE_SOURCE_DIR}/resources/fleets")
