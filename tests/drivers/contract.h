// SPDX-License-Identifier: GPL-3.0-or-later
// What the conformance suites of all ports share: a rule with a name, and looking things up among completions.
//
// A suite is like a driving test that every car takes on the same course. The catch: QtTest's macros leave the
// function they stand in, so a rule is one function without a result.
#pragma once

#include "core/drivers/ports/call.h"

#include <QTest>

#include <algorithm>
#include <string>
#include <vector>

// So that a failed comparison prints its two values.
template<>
inline char *QTest::toString(const std::string &text)
{
    return qstrdup(text.c_str());
}

namespace siaga {

inline char *toString(const ProbeOutcome &outcome)
{
    return qstrdup(std::string(namesOf(outcome)[std::size_t(outcome)]).c_str());
}

/// One sentence of a contract, and the check that holds a driver to it.
template<class Harness>
struct ContractRule
{
    const char *name;
    void (*check)(Harness &);
};

/// For a test's `…_data()`: one row for each rule.
template<class Harness>
void addContractRows(const std::vector<ContractRule<Harness>> &rules)
{
    QTest::addColumn<int>("rule");
    for (std::size_t i = 0; i < rules.size(); ++i)
        QTest::newRow(rules[i].name) << int(i);
}

inline int countOf(const std::vector<Completion> &completions, CallId id)
{
    return int(std::ranges::count(completions, id, &Completion::id));
}

/// The answer to a call, or null when it has not come or is of another kind.
template<class Answer>
const Answer *answerTo(const std::vector<Completion> &completions, CallId id)
{
    const auto found = std::ranges::find(completions, id, &Completion::id);
    return found == completions.end() ? nullptr : std::get_if<Answer>(&found->answer);
}

/// The observation that a look ended with, or null.
template<class Seen>
const Seen *seenBy(const std::vector<Completion> &completions, CallId id)
{
    const auto *observation = answerTo<Observation>(completions, id);
    return observation ? std::get_if<Seen>(observation) : nullptr;
}

} // namespace siaga
