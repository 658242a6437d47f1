# SPDX-License-Identifier: GPL-3.0-or-later
siaga_test(unit/events/tst_codec LIBS siaga_events siaga_journal LABELS unit)
siaga_test(unit/events/tst_observation_codec LIBS siaga_events LABELS unit)
