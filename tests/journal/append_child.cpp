// SPDX-License-Identifier: GPL-3.0-or-later
// The process that the journal's tests kill and starve. It says each number that was acknowledged, a line each.
#include "core/base/random.h"
#include "core/journal/sqlite_journal.h"
#include "tests/journal/sample_records.h"

#include <sys/resource.h>
#include <unistd.h>

#include <cstdlib>
#include <cstring>

using namespace siaga;

namespace {

void say(const std::string &line)
{
    // One write a line: the parent must never see half a number.
    if (write(STDOUT_FILENO, (line + '\n').data(), line.size() + 1) < 0)
        _exit(3);
}

std::unique_ptr<Journal> openOrExit(const std::string &path)
{
    auto opened = openSqliteJournal({.path = path});
    if (opened)
        return std::move(opened).value();
    say("refused " + opened.error().detail);
    _exit(2);
}

// Appends batches of all kinds until it is killed.
int appendUntilKilled(const std::string &path, std::uint64_t seed)
{
    Random random(seed);
    const auto journal = openOrExit(path);
    say("open " + std::to_string(journal->head().seq.value()));
    for (;;) {
        std::vector<std::vector<NewRecord>> batches;
        Seq end = journal->head().seq;
        for (std::uint64_t i = 0; i <= random.below(3); ++i) {
            const std::size_t size = random.chance(0.05) ? 50'000 : random.below(600);
            batches.push_back(samples::batch(end, 1 + random.below(5), std::string(size, 'x')));
            end = batches.back().back().seq;
        }
        const auto appended = journal->appendAll(batches, journal->head());
        if (!appended)
            return 4;
        say(std::to_string(appended->seq.value()));
        if (random.chance(0.1))
            journal->keep({appended->seq, "child", std::string(random.below(100'000), 'k')});
    }
}

// Appends until an append fails; then the next one must be refused without touching the disk.
int appendUntilFull(Journal &journal)
{
    for (;;) {
        const auto appended = journal.append(samples::batch(journal.head().seq, 3), journal.head());
        if (appended) {
            say(std::to_string(appended->seq.value()));
            continue;
        }
        if (appended.error().refusal != AppendRefusal::failed)
            return 4;
        say("failed " + appended.error().detail);
        const auto next = journal.append(samples::batch(journal.head().seq, 1), journal.head());
        return !next && next.error().refusal == AppendRefusal::poisoned ? 0 : 5;
    }
}

int fillUpToALimit(const std::string &path, rlim_t bytes)
{
    const auto journal = openOrExit(path);
    const rlimit limit{bytes, bytes};
    if (setrlimit(RLIMIT_FSIZE, &limit) != 0)
        return 6;
    return appendUntilFull(*journal);
}

// On a small disk: fills it, makes room, and goes on. All in one process, as the disk may vanish with it.
int fillADisk(const std::string &directory)
{
    const std::string path = directory + "/journal";
    const std::string ballast = directory + "/ballast";
    Head acknowledged;
    {
        const auto journal = openOrExit(path);
        std::FILE *const file = std::fopen(ballast.c_str(), "w");
        if (!file || std::fwrite(std::string(400'000, 'b').data(), 1, 400'000, file) != 400'000 || std::fclose(file) != 0)
            return 6;
        if (const int code = appendUntilFull(*journal); code != 0)
            return code;
        acknowledged = journal->head();
    }
    if (unlink(ballast.c_str()) != 0)
        return 6;
    const auto journal = openOrExit(path);
    const auto verified = journal->verify({});
    if (!verified || *verified != journal->head() || journal->head().seq < acknowledged.seq)
        return 7;
    if (!journal->append(samples::batch(journal->head().seq, 1), journal->head()))
        return 8;
    say("resumed");
    return 0;
}

} // namespace

int main(int argc, char **argv)
{
    const std::string mode = argc == 4 ? argv[1] : "";
    if (mode == "append")
        return appendUntilKilled(argv[2], std::strtoull(argv[3], nullptr, 10));
    if (mode == "limit")
        return fillUpToALimit(argv[2], std::strtoull(argv[3], nullptr, 10));
    if (mode == "disk")
        return fillADisk(argv[2]);
    return 1;
}
