// SPDX-License-Identifier: GPL-3.0-or-later
// Plays each scenario given and compares its transcript; --rewrite puts the new transcript into the file instead, to be
// reviewed as a diff.
#include "tests/scenarios/scenario.h"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iostream>

using namespace siaga;
using namespace siaga::lab;

namespace {

std::string contentsOf(const std::filesystem::path &path)
{
    std::ifstream file(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(file), {}};
}

std::vector<std::filesystem::path> scenariosIn(const std::filesystem::path &path)
{
    if (!std::filesystem::is_directory(path))
        return {path};
    std::vector<std::filesystem::path> found;
    for (const auto &entry : std::filesystem::directory_iterator(path))
        if (entry.path().extension() == ".txt")
            found.push_back(entry.path());
    std::ranges::sort(found);
    return found;
}

/// The first line that differs, both ways of it.
void tellDifference(const std::string &expected, const std::string &actual)
{
    std::istringstream wanted(expected);
    std::istringstream played(actual);
    std::string left;
    std::string right;
    for (int line = 1;; ++line) {
        const bool more = static_cast<bool>(std::getline(wanted, left));
        const bool other = static_cast<bool>(std::getline(played, right));
        if (!more && !other)
            return;
        if (more != other || left != right) {
            std::cout << "  transcript line " << line << "\n  expected: " << (more ? left : "(end)") << "\n  played:   " << (other ? right : "(end)")
                      << "\n  run again with --rewrite and review the diff if this is meant\n";
            return;
        }
    }
}

/// True when it reads, breaks no invariant, and gives the expected transcript or was rewritten.
bool run(const std::filesystem::path &path, bool rewrite)
{
    const auto scenario = readScenario(contentsOf(path));
    if (!scenario) {
        std::cout << "FAIL " << path.filename().string() << ": " << scenario.error().message << '\n';
        return false;
    }
    const std::string transcript = play(*scenario);
    const bool sound = transcript.find("BROKEN INVARIANT") == std::string::npos && transcript.find("CANNOT READ") == std::string::npos;
    const bool same = transcript == scenario->transcript;
    if (rewrite && !same)
        std::ofstream(path, std::ios::binary) << scenario->script << "---\n" << transcript;
    const bool good = sound && (same || rewrite);
    std::cout << (good ? "ok   " : "FAIL ") << path.filename().string() << (rewrite && !same ? " (rewritten)" : "") << '\n';
    if (!good && !same)
        tellDifference(scenario->transcript, transcript);
    if (!sound)
        std::cout << "  " << transcript.substr(transcript.rfind('\n', transcript.size() - 2) + 1);
    return good;
}

} // namespace

int main(int argc, char **argv)
{
    bool rewrite = false;
    bool good = true;
    int played = 0;
    for (int i = 1; i < argc; ++i) {
        if (std::string_view(argv[i]) == "--rewrite") {
            rewrite = true;
            continue;
        }
        for (const auto &path : scenariosIn(argv[i])) {
            good = run(path, rewrite) && good;
            ++played;
        }
    }
    if (played == 0) {
        std::cerr << "usage: siaga_scenarios [--rewrite] (FILE | FOLDER)...\n";
        return 2;
    }
    return good ? 0 : 1;
}
