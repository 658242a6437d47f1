# SPDX-License-Identifier: GPL-3.0-or-later
# The boards made by hand that tests and pictures show.
add_library(tst_boards STATIC views/main_window/boards.cpp views/main_window/protect_boards.cpp)
target_link_libraries(tst_boards PUBLIC siaga_boards)

siaga_test(views/main_window/tst_now_page LIBS tst_boards siaga_now LABELS views GUI)
siaga_test(views/main_window/tst_traffic_dialog LIBS tst_boards siaga_dialogs LABELS views GUI)
siaga_test(views/main_window/tst_main_window LIBS tst_boards siaga_window LABELS views GUI)
siaga_test(views/main_window/tst_main_window_ends LIBS tst_boards siaga_window LABELS views GUI)
siaga_test(views/main_window/tst_protect_page LIBS tst_boards siaga_protect LABELS views GUI)
siaga_test(views/main_window/tst_breaker_orders LIBS tst_boards siaga_window LABELS views GUI)
siaga_test(views/main_window/tst_inspection LIBS tst_boards siaga_window LABELS views GUI)

# Not a test: paints the window from boards made by hand, to be looked at.
qt_add_executable(siaga_pictures views/main_window/pictures.cpp)
target_link_libraries(siaga_pictures PRIVATE tst_boards siaga_window)
