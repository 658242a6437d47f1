// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/describe.h"
#include "core/lab/faults.h"
#include "tests/scenarios/scenario.h"

#include <algorithm>
#include <charconv>
#include <sstream>

namespace siaga::lab {

namespace {

bool readAutonomy(const std::string &text, Autonomy &autonomy)
{
    const auto names = namesOf(Autonomy{});
    const auto found = std::ranges::find(names, text);
    if (found == names.end())
        return false;
    autonomy = static_cast<Autonomy>(found - names.begin());
    return true;
}

template<class N>
bool readNumber(const std::string &text, N &number)
{
    return std::from_chars(text.data(), text.data() + text.size(), number).ec == std::errc();
}

bool readDuration(const std::string &text, Duration &duration)
{
    const auto read = durationFromText(text);
    if (read)
        duration = *read;
    return static_cast<bool>(read);
}

bool readPolicy(const std::string &word, LabPolicies &policies)
{
    const std::size_t equals = word.find('=');
    if (equals == std::string::npos)
        return false;
    const std::string name = word.substr(0, equals);
    const std::string value = word.substr(equals + 1);
    if (name == "evacuation")
        return readAutonomy(value, policies.evacuation);
    if (name == "restore")
        return readAutonomy(value, policies.restore);
    if (name == "drift")
        return readAutonomy(value, policies.drift);
    if (name == "after")
        return readDuration(value, policies.evacuateAfter);
    if (name == "restore_after")
        return readDuration(value, policies.restoreAfter);
    if (name == "cool_down")
        return readDuration(value, policies.coolDown);
    if (name == "floor")
        return readNumber(value, policies.floor);
    return name == "headroom_min" && readNumber(value, policies.headroomMin);
}

bool readCue(std::istringstream &words, Scenario &scenario)
{
    Scenario::Cue cue;
    std::string at;
    if (!(words >> at >> cue.who) || !readDuration(at, cue.at) || (!scenario.cues.empty() && cue.at < scenario.cues.back().at))
        return false;
    std::getline(words >> std::ws, cue.what);
    if (cue.who == "fault")
        cue = {cue.at, "lab", "fault " + cue.what};
    scenario.cues.push_back(cue);
    return true;
}

bool readLine(const std::string &line, Scenario &scenario)
{
    std::istringstream words(line);
    std::string first;
    if (!(words >> first) || first.starts_with('#'))
        return true;
    if (first == "at")
        return readCue(words, scenario);
    std::string word;
    if (first == "policy") {
        while (words >> word)
            if (!readPolicy(word, scenario.policies))
                return false;
        return true;
    }
    if (first == "breaker") {
        std::getline(words >> std::ws, word);
        scenario.policies.breakers += "  " + word + '\n';
        return true;
    }
    if (first == "hide") {
        while (words >> word)
            scenario.hidden.insert(word);
        return true;
    }
    if (first == "seed")
        return words >> word && readNumber(word, scenario.seed);
    return first == "until" && words >> word && readDuration(word, scenario.until);
}

} // namespace

Result<Scenario> readScenario(const std::string &text)
{
    Scenario scenario;
    std::istringstream lines(text);
    std::string line;
    for (int number = 1; std::getline(lines, line); ++number) {
        if (line.starts_with("---")) {
            scenario.transcript.assign(std::istreambuf_iterator<char>(lines), {});
            return scenario;
        }
        scenario.script += line + '\n';
        if (!readLine(line, scenario))
            return Error{"line " + std::to_string(number) + " can't be read: " + line};
    }
    return Error{"there is no line of dashes"};
}

} // namespace siaga::lab
