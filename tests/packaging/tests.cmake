# SPDX-License-Identifier: GPL-3.0-or-later
add_test(NAME packaging_steps COMMAND bash ${CMAKE_CURRENT_LIST_DIR}/test_steps.sh)
set_tests_properties(packaging_steps PROPERTIES LABELS packaging TIMEOUT 60)

if(TARGET siaga_pages)
    add_test(NAME packaging_pages COMMAND bash ${CMAKE_CURRENT_LIST_DIR}/test_pages.sh $<TARGET_FILE:siaga> ${CMAKE_BINARY_DIR}/packaging)
    add_test(NAME packaging_install COMMAND bash ${CMAKE_CURRENT_LIST_DIR}/test_install.sh ${CMAKE_SOURCE_DIR} ${CMAKE_BINARY_DIR})
    set_tests_properties(packaging_pages packaging_install PROPERTIES LABELS packaging TIMEOUT 120)
endif()

find_package(Python3 REQUIRED COMPONENTS Interpreter)
add_test(NAME packaging_readme COMMAND ${Python3_EXECUTABLE} ${CMAKE_CURRENT_LIST_DIR}/test_readme.py ${CMAKE_SOURCE_DIR} $<TARGET_FILE:siaga>)
set_tests_properties(packaging_readme PROPERTIES LABELS packaging TIMEOUT 60)
