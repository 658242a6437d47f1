# SPDX-License-Identifier: GPL-3.0-or-later
siaga_test(unit/history/tst_series_store LIBS siaga_history LABELS unit)
