# SPDX-License-Identifier: GPL-3.0-or-later
# These link QtNetwork, which the precompiled header of all tests does not know: QTest differs with it.
function(siaga_driver_test name library)
    siaga_test(drivers/${name} LIBS ${library} tst_servers LABELS drivers)
    set_target_properties(${name} PROPERTIES DISABLE_PRECOMPILE_HEADERS ON)
endfunction()
siaga_driver_test(tst_prober_contract siaga_probe)
siaga_driver_test(tst_prober_hostile siaga_probe)
siaga_driver_test(tst_prober_tls siaga_probe)
siaga_driver_test(tst_traffic_contract siaga_haproxy)
siaga_driver_test(tst_haproxy siaga_haproxy)
