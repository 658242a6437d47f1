# SPDX-License-Identifier: GPL-3.0-or-later
siaga_test(unit/drivers/tst_probe_parsing LIBS siaga_probe LABELS unit)
siaga_test(unit/drivers/tst_haproxy_parsing LIBS siaga_haproxy LABELS unit)
siaga_test(unit/drivers/tst_inventory LIBS siaga_haproxy LABELS unit)
siaga_test(unit/drivers/tst_guarded_calls LIBS siaga_filters LABELS unit)
siaga_test(unit/drivers/tst_exposition_parsing LIBS siaga_exposition LABELS unit)
# They link QtNetwork, which the precompiled header of all tests does not know.
set_target_properties(tst_probe_parsing tst_haproxy_parsing tst_inventory tst_exposition_parsing PROPERTIES DISABLE_PRECOMPILE_HEADERS ON)
