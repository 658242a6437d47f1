# SPDX-License-Identifier: GPL-3.0-or-later
foreach(subject rank_test failure_evidence analysis)
    siaga_test(unit/deployment/tst_${subject} LIBS siaga_deployment LABELS unit)
endforeach()
