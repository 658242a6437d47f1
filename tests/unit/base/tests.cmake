siaga_test(unit/base/tst_base LIBS siaga_base LABELS unit)
