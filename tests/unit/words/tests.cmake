# SPDX-License-Identifier: GPL-3.0-or-later
siaga_test(unit/words/tst_words LIBS siaga_words LABELS unit)
siaga_test(unit/words/tst_breaker_alert_words LIBS siaga_words LABELS unit)
siaga_test(unit/words/tst_audit_words LIBS siaga_words LABELS unit)
siaga_test(unit/words/tst_credential_words LIBS siaga_words LABELS unit)
siaga_test(unit/words/tst_time_words LIBS siaga_words LABELS unit)
siaga_test(unit/words/tst_notice_words LIBS siaga_words LABELS unit)
