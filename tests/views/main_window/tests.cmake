# SPDX-License-Identifier: GPL-3.0-or-later
# The boards made by hand that tests and pictures show.
add_library(tst_boards STATIC views/main_window/boards.cpp views/main_window/protect_boards.cpp)
target_link_libraries(tst_boards PUBLIC siaga_boards)

siaga_test(views/main_window/tst_now_page LIBS tst_boards siaga_now LABELS views GUI)
siaga_test(views/main_window/tst_new_fleet_dialog LIBS siaga_dialogs LABELS views GUI)
siaga_test(views/main_window/tst_own_servers LIBS tst_boards siaga_window LABELS views GUI)
siaga_test(views/main_window/tst_traffic_dialog LIBS tst_boards siaga_dialogs LABELS views GUI)
siaga_test(views/main_window/tst_main_window LIBS tst_boards siaga_window LABELS views GUI)
siaga_test(views/main_window/tst_main_window_ends LIBS tst_boards siaga_window LABELS views GUI)
siaga_test(views/main_window/tst_protect_page LIBS tst_boards siaga_protect LABELS views GUI)
siaga_test(views/main_window/tst_breaker_orders LIBS tst_boards siaga_window LABELS views GUI)
siaga_test(views/main_window/tst_credentials_dialog LIBS tst_boards siaga_window LABELS views GUI)
siaga_test(views/main_window/tst_woken LIBS tst_boards siaga_window LABELS views GUI)
siaga_test(views/main_window/tst_inspection LIBS tst_boards siaga_window LABELS views GUI)

# Every page and dialog, for the tests that walk over all of them.
add_library(tst_scenes STATIC views/main_window/scenes.cpp views/main_window/painted_text.cpp)
target_link_libraries(tst_scenes PUBLIC tst_boards tst_lab_day siaga_window)
siaga_test(views/main_window/tst_access LIBS tst_scenes LABELS views GUI SOURCES views/main_window/listener.cpp views/main_window/listener.h)
target_compile_definitions(tst_access PRIVATE QT_STATICPLUGIN)
siaga_test(views/main_window/tst_fit LIBS tst_scenes LABELS views GUI TIMEOUT 180)
target_compile_definitions(tst_fit PRIVATE SIAGA_CATALOGUE="$<TARGET_FILE_DIR:siaga_app>/siaga_id.qm")
add_dependencies(tst_fit siaga_lrelease)
add_test(NAME tst_fit_small COMMAND tst_fit)
set_tests_properties(tst_fit_small PROPERTIES LABELS views TIMEOUT 180
    ENVIRONMENT "SIAGA_SMALL_SCREEN=1;QT_QPA_PLATFORM=offscreen;XDG_RUNTIME_DIR=${CMAKE_BINARY_DIR}/xdg")
foreach(scale 1.5 2)
    add_test(NAME tst_fit_${scale} COMMAND tst_fit)
    set_tests_properties(tst_fit_${scale} PROPERTIES LABELS views TIMEOUT 180
        ENVIRONMENT "QT_SCALE_FACTOR=${scale};QT_QPA_PLATFORM=offscreen;XDG_RUNTIME_DIR=${CMAKE_BINARY_DIR}/xdg")
endforeach()

# A day of the lab, for what looks back.
add_library(tst_lab_day STATIC views/main_window/lab_day.cpp)
target_link_libraries(tst_lab_day PUBLIC siaga_lab)
siaga_test(views/main_window/tst_time_bar LIBS tst_lab_day siaga_window LABELS views GUI)
qt_add_executable(siaga_past_pictures views/main_window/past_pictures.cpp)
target_link_libraries(siaga_past_pictures PRIVATE tst_lab_day siaga_window)

# Not a test: paints the window from boards made by hand, to be looked at.
qt_add_executable(siaga_pictures views/main_window/pictures.cpp)
target_link_libraries(siaga_pictures PRIVATE tst_boards siaga_window)
