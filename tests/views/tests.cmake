# SPDX-License-Identifier: GPL-3.0-or-later
siaga_test(views/tst_theme LIBS siaga_theme Qt6::DBus LABELS views GUI)
siaga_test(views/tst_colour LIBS siaga_widgets LABELS views GUI)
siaga_test(views/tst_display LIBS siaga_widgets LABELS views GUI)
siaga_test(views/tst_alert_feed LIBS siaga_widgets LABELS views GUI)
siaga_test(views/tst_region_map LIBS siaga_widgets LABELS views GUI)
siaga_test(views/tst_widgets LIBS siaga_widgets LABELS views GUI)

# Not a test: paints the widgets into pictures, to be looked at.
qt_add_executable(gallery ${CMAKE_CURRENT_LIST_DIR}/gallery.cpp ${CMAKE_CURRENT_LIST_DIR}/gallery_scenes.cpp)
target_link_libraries(gallery PRIVATE siaga_widgets)
