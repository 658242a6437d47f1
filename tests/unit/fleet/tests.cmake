# SPDX-License-Identifier: GPL-3.0-or-later
siaga_test(unit/fleet/tst_values LIBS siaga_fleet LABELS unit)
siaga_test(unit/fleet/tst_yaml LIBS siaga_fleet LABELS unit)
siaga_test(unit/fleet/tst_fleet LIBS siaga_fleet LABELS unit)
target_compile_definitions(tst_fleet PRIVATE SIAGA_LAB_FLEET="${CMAKE_SOURCE_DIR}/resources/fleets/lab.yaml"
    SIAGA_EXAMPLE_FLEET="${CMAKE_SOURCE_DIR}/resources/fleets/example.yaml")
siaga_test(unit/fleet/tst_breakers LIBS siaga_fleet LABELS unit)
siaga_test(unit/fleet/tst_notify LIBS siaga_fleet LABELS unit)
siaga_test(unit/fleet/tst_mistakes LIBS siaga_fleet LABELS unit)
siaga_test(unit/fleet/tst_load LIBS siaga_fleet LABELS unit)
siaga_test(unit/fleet/tst_credentials LIBS siaga_fleet LABELS unit)
siaga_test(unit/fleet/tst_write LIBS siaga_fleet LABELS unit)
target_compile_definitions(tst_write PRIVATE SIAGA_FULL_FLEET="${CMAKE_CURRENT_LIST_DIR}/full.yaml"
    SIAGA_LAB_FLEET="${CMAKE_SOURCE_DIR}/resources/fleets/lab.yaml"
    SIAGA_EXAMPLE_FLEET="${CMAKE_SOURCE_DIR}/resources/fleets/example.yaml")
siaga_test(unit/fleet/tst_new_fleet LIBS siaga_fleet LABELS unit)
