# SPDX-License-Identifier: GPL-3.0-or-later
# Not a test: paints the widgets into pictures, to be looked at.
qt_add_executable(gallery ${CMAKE_CURRENT_LIST_DIR}/gallery.cpp ${CMAKE_CURRENT_LIST_DIR}/gallery_scenes.cpp)
target_link_libraries(gallery PRIVATE siaga_widgets)
