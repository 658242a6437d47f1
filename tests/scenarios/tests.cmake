add_executable(siaga_scenarios scenarios/run_scenarios.cpp scenarios/read_scenario.cpp scenarios/play_scenario.cpp
    scenarios/transcript.cpp)
target_link_libraries(siaga_scenarios PRIVATE siaga_lab nlohmann_json::nlohmann_json)
add_test(NAME scenarios COMMAND siaga_scenarios ${CMAKE_CURRENT_SOURCE_DIR}/scenarios)
set_tests_properties(scenarios PROPERTIES LABELS lab TIMEOUT 120)
