siaga_test(lab/tst_lab_driver LIBS siaga_lab siaga_plan siaga_base LABELS lab)

add_executable(siaga_lab_seeds lab/siaga_lab.cpp)
target_link_libraries(siaga_lab_seeds PRIVATE siaga_lab)
set_target_properties(siaga_lab_seeds PROPERTIES OUTPUT_NAME siaga_lab)

# 200 seeds on every run, in shards for two cores; `bin/siaga_lab --seeds 201..5000` runs more.
add_test(NAME lab_seeds_1 COMMAND siaga_lab_seeds --seeds 1..100 --all-judged)
add_test(NAME lab_seeds_2 COMMAND siaga_lab_seeds --seeds 101..200 --all-judged)
# Seeds that once found something, and the proof that one seed is one trace.
add_test(NAME lab_found_seeds COMMAND siaga_lab_seeds --file ${CMAKE_CURRENT_SOURCE_DIR}/lab/seeds.txt)
add_test(NAME lab_same_trace COMMAND siaga_lab_seeds --seeds 1001..1010 --twice)
set_tests_properties(lab_seeds_1 lab_seeds_2 lab_found_seeds lab_same_trace PROPERTIES LABELS lab TIMEOUT 900)

# The proof that the lab tests something: the core once more, with bugs put in on purpose (core/base/seed_bug.h), one
# chosen at a time. Each must be caught within these seeds. Only files that hold a bug are compiled anew; they stand
# before those of the libraries.
file(GLOB_RECURSE sources CONFIGURE_DEPENDS ${CMAKE_SOURCE_DIR}/core/*.cpp)
set(buggy_sources)
foreach(source ${sources})
    file(STRINGS ${source} bugs REGEX "SIAGA_SEED_BUG_IS\\(")
    if(bugs)
        list(APPEND buggy_sources ${source})
    endif()
endforeach()
add_executable(siaga_lab_bugs lab/siaga_lab.cpp ${buggy_sources})
target_compile_definitions(siaga_lab_bugs PRIVATE SIAGA_SEED_BUGS)
target_link_libraries(siaga_lab_bugs PRIVATE siaga_lab)
foreach(bug 1 3 4 10 12 15 16 17 20 21)
    add_test(NAME lab_finds_bug_${bug} COMMAND siaga_lab_bugs --bug ${bug} --seeds 1..200 --until-found)
    set_tests_properties(lab_finds_bug_${bug} PROPERTIES LABELS lab TIMEOUT 600)
endforeach()

# Breakers beside the peers' defaults: detection, delay, price. A tenth of the full study, which is the same program without
# arguments; exits with 1 when a bar is missed.
add_executable(siaga_breaker_study lab/siaga_breaker_study.cpp)
target_link_libraries(siaga_breaker_study PRIVATE siaga_trials Threads::Threads)
add_test(NAME breaker_study COMMAND siaga_breaker_study --seeds 1500 --days 3)
set_tests_properties(breaker_study PROPERTIES LABELS lab TIMEOUT 600)
# The proof that the study can fail: without the sequential test faults of 5 to 25 % go by.
add_test(NAME breaker_study_can_fail COMMAND siaga_breaker_study --seeds 60 --days 0.1 --siaga --without-test)
set_tests_properties(breaker_study_can_fail PROPERTIES LABELS lab TIMEOUT 120 WILL_FAIL ON)

# One sick service in a chain and in a fan-out: what the others lose with protection, and that they fall without.
add_executable(siaga_cascade lab/siaga_cascade.cpp)
target_link_libraries(siaga_cascade PRIVATE siaga_trials)
add_test(NAME cascade COMMAND siaga_cascade)
set_tests_properties(cascade PROPERTIES LABELS lab TIMEOUT 300)
