# SPDX-License-Identifier: GPL-3.0-or-later
# Real and hostile servers for tests: HTTP with or without TLS, HAProxy, certificates, a relay that loses replies.
add_library(tst_servers STATIC
    ${CMAKE_CURRENT_LIST_DIR}/free_port.cpp
    ${CMAKE_CURRENT_LIST_DIR}/http_server.cpp
    ${CMAKE_CURRENT_LIST_DIR}/certificates.cpp
    ${CMAKE_CURRENT_LIST_DIR}/haproxy_process.cpp
    ${CMAKE_CURRENT_LIST_DIR}/admin_relay.cpp
    ${CMAKE_CURRENT_LIST_DIR}/keyring_session.cpp)
target_link_libraries(tst_servers PUBLIC siaga_base Qt6::Core Qt6::Network Qt6::Test)

# The smallest world that the runtime can work on, on virtual time.
add_library(tst_bench STATIC ${CMAKE_CURRENT_LIST_DIR}/fake_world.cpp)
target_link_libraries(tst_bench PUBLIC siaga_runtime)

# A session bus of one's own with a desktop on it.
find_package(Qt6 6.4 REQUIRED COMPONENTS DBus)
add_library(tst_desktop STATIC ${CMAKE_CURRENT_LIST_DIR}/notification_server.cpp)
set_target_properties(tst_desktop PROPERTIES AUTOMOC ON AUTOMOC_MOC_OPTIONS "--include;string")
target_link_libraries(tst_desktop PUBLIC Qt6::Core Qt6::DBus)
