siaga_test(lab/tst_lab_driver LIBS siaga_lab siaga_plan siaga_base LABELS lab)
