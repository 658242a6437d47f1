# SPDX-License-Identifier: GPL-3.0-or-later
add_library(journal_test_tools STATIC journal/disk_log.cpp journal/fault_vfs.cpp journal/raw_sqlite.cpp)
target_link_libraries(journal_test_tools PUBLIC siaga_journal Qt6::Core PRIVATE SQLite::SQLite3)

add_executable(journal_append_child journal/append_child.cpp)
target_link_libraries(journal_append_child PRIVATE siaga_journal)

siaga_test(journal/tst_journal_kill LIBS siaga_journal LABELS process TIMEOUT 120)
add_dependencies(tst_journal_kill journal_append_child)
siaga_test(journal/tst_journal_faults LIBS journal_test_tools SQLite::SQLite3 LABELS unit TIMEOUT 120)
siaga_test(journal/tst_journal_power LIBS journal_test_tools LABELS unit TIMEOUT 120)
