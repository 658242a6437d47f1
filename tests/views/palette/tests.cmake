# SPDX-License-Identifier: GPL-3.0-or-later
siaga_test(views/palette/tst_fuzzy LIBS siaga_models LABELS views GUI)
siaga_test(views/palette/tst_place LIBS siaga_models LABELS views GUI)
siaga_test(views/palette/tst_palette LIBS tst_boards siaga_window LABELS views GUI)
siaga_test(views/palette/tst_commands LIBS tst_boards siaga_window LABELS views GUI)
siaga_test(views/palette/tst_focus LIBS tst_boards siaga_window LABELS views GUI)

# Not a test: paints what this folder is about, to be looked at.
qt_add_executable(siaga_keyboard_pictures views/palette/pictures.cpp)
target_link_libraries(siaga_keyboard_pictures PRIVATE tst_boards siaga_window)
