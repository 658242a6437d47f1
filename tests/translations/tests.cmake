# SPDX-License-Identifier: GPL-3.0-or-later
find_package(Python3 REQUIRED COMPONENTS Interpreter)
add_test(NAME catalogues
    COMMAND ${Python3_EXECUTABLE} -B ${CMAKE_CURRENT_LIST_DIR}/test_catalogue.py ${CMAKE_SOURCE_DIR} $<TARGET_FILE:Qt6::lupdate>)
set_tests_properties(catalogues PROPERTIES LABELS translations TIMEOUT 60)

siaga_test(translations/tst_indonesian LIBS Qt6::Core LABELS translations)
target_compile_definitions(tst_indonesian PRIVATE SIAGA_PROGRAM="$<TARGET_FILE:siaga>"
    SIAGA_CATALOGUE="$<TARGET_FILE_DIR:siaga_app>/siaga_id.qm")
add_dependencies(tst_indonesian siaga)
