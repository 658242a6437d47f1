# SPDX-License-Identifier: GPL-3.0-or-later
# Not a test: paints page Audit, to be looked at.
qt_add_executable(siaga_audit_pictures views/audit/pictures.cpp)
target_link_libraries(siaga_audit_pictures PRIVATE tst_boards siaga_app)
