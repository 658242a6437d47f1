# SPDX-License-Identifier: GPL-3.0-or-later
siaga_test(views/guide/tst_guide_story LIBS tst_boards siaga_guide LABELS views GUI)
siaga_test(views/guide/tst_lab_window LIBS tst_boards siaga_window LABELS views GUI)
