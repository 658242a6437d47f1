// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/journal/wal_scan.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <fstream>
#include <vector>

namespace siaga {

namespace {

constexpr std::size_t headerSize = 32;
constexpr std::size_t frameHeaderSize = 24;

// What can be in the log without having been synced: one keyframe, which doesn't wait, and the append in flight. (Each is
// one frame with a size; SQLite would repeat it only on disks without "powersafe overwrite", which it assumes on Linux.)
constexpr int unsyncedCommitsMax = 2;

using Sum = std::array<std::uint32_t, 2>;

std::uint32_t bigEndian(const unsigned char *bytes)
{
    return std::uint32_t(bytes[0]) << 24 | std::uint32_t(bytes[1]) << 16 | std::uint32_t(bytes[2]) << 8 | bytes[3];
}

std::uint32_t littleEndian(const unsigned char *bytes)
{
    return std::uint32_t(bytes[3]) << 24 | std::uint32_t(bytes[2]) << 16 | std::uint32_t(bytes[1]) << 8 | bytes[0];
}

// SQLite's checksum ("WAL Format" in its file format page): over pairs of words, running on from frame to frame.
void add(Sum &sum, const unsigned char *bytes, std::size_t size, bool big)
{
    for (std::size_t i = 0; i + 8 <= size; i += 8) {
        sum[0] += (big ? bigEndian(bytes + i) : littleEndian(bytes + i)) + sum[1];
        sum[1] += (big ? bigEndian(bytes + i + 4) : littleEndian(bytes + i + 4)) + sum[0];
    }
}

bool matches(const Sum &sum, const unsigned char *stored)
{
    return sum[0] == bigEndian(stored) && sum[1] == bigEndian(stored + 4);
}

struct Header
{
    std::array<unsigned char, headerSize> bytes{};
    Sum sum{};
    bool big = false;
    std::uint32_t pageSize = 0;
};

bool readWalHeader(Header &header)
{
    constexpr std::uint32_t magic = 0x377f0682;
    constexpr std::uint32_t version = 3007000;
    const std::uint32_t first = bigEndian(header.bytes.data());
    header.big = (first & 1) != 0;
    header.pageSize = bigEndian(header.bytes.data() + 8);
    add(header.sum, header.bytes.data(), 24, header.big);
    const bool sizeFits = header.pageSize >= 512 && header.pageSize <= 65536 && (header.pageSize & (header.pageSize - 1)) == 0;
    return (first & ~1U) == magic && bigEndian(header.bytes.data() + 4) == version && sizeFits
        && matches(header.sum, header.bytes.data() + 24);
}

} // namespace

std::optional<std::string> walDamage(const std::string &path)
{
    std::ifstream file(path, std::ios::binary);
    Header header;
    if (!file.read(reinterpret_cast<char *>(header.bytes.data()), headerSize))
        return std::nullopt;
    // The header is synced before the first frame is written; until then the file may be all zeros.
    if (std::ranges::all_of(header.bytes, [](unsigned char byte) { return byte == 0; }))
        return std::nullopt;
    if (!readWalHeader(header))
        return path + ": the header of the write-ahead log is damaged";

    std::vector<unsigned char> frame(frameHeaderSize + header.pageSize);
    Sum sum = header.sum;
    bool sound = true;
    int commitsBehind = 0;
    while (file.read(reinterpret_cast<char *>(frame.data()), static_cast<std::streamsize>(frame.size()))) {
        // Frames with other salts are left over from before the log was last restarted.
        const bool current = std::equal(frame.begin() + 8, frame.begin() + 16, header.bytes.begin() + 16);
        if (sound) {
            add(sum, frame.data(), 8, header.big);
            add(sum, frame.data() + frameHeaderSize, header.pageSize, header.big);
            sound = current && bigEndian(frame.data()) != 0 && matches(sum, frame.data() + 16);
        }
        if (!sound && current && bigEndian(frame.data() + 4) != 0)
            ++commitsBehind;
    }
    if (commitsBehind > unsyncedCommitsMax)
        return path + ": " + std::to_string(commitsBehind) + " commits lie behind a damaged frame of the write-ahead log";
    return std::nullopt;
}

} // namespace siaga
