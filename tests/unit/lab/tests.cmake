siaga_test(unit/lab/tst_lab_world LIBS siaga_lab LABELS unit lab)
siaga_test(unit/lab/tst_lab_faults LIBS siaga_lab LABELS unit lab)
siaga_test(unit/lab/tst_lab_host LIBS siaga_lab LABELS unit lab)
siaga_test(unit/lab/tst_lab_breakers LIBS siaga_lab LABELS unit lab)
