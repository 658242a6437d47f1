// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/journal/disk_log.h"

#include <algorithm>

namespace siaga::samples {

namespace {

constexpr std::size_t sectorSize = 512;

void put(std::string &content, std::size_t offset, std::string_view bytes)
{
    if (content.size() < offset + bytes.size())
        content.resize(offset + bytes.size(), '\0');
    std::ranges::copy(bytes, content.begin() + std::ptrdiff_t(offset));
}

bool survives(Unsynced unsynced, Random &random)
{
    return unsynced == Unsynced::kept || (unsynced == Unsynced::torn && random.chance(0.5));
}

void apply(DiskImage &image, const DiskCall &call, Unsynced unsynced, Random &random)
{
    const auto offset = std::size_t(call.offset);
    if (call.kind == DiskCallKind::write) {
        for (std::size_t done = 0; done < call.bytes.size();) {
            const std::size_t length = std::min(call.bytes.size() - done, sectorSize - (offset + done) % sectorSize);
            if (survives(unsynced, random))
                put(image[call.file], offset + done, std::string_view(call.bytes).substr(done, length));
            done += length;
        }
    } else if (survives(unsynced, random)) {
        if (call.kind == DiskCallKind::truncate)
            image[call.file].resize(std::min(image[call.file].size(), offset));
        else
            image.erase(call.file);
    }
}

} // namespace

void DiskLog::add(const DiskCall &call)
{
    if (call.kind != DiskCallKind::sync) {
        m_pending[call.file].push_back(call);
        return;
    }
    Random unused(0);
    for (const DiskCall &pending : m_pending[call.file])
        apply(m_synced, pending, Unsynced::kept, unused);
    m_pending[call.file].clear();
}

DiskImage DiskLog::afterPowerLoss(Unsynced unsynced, Random &random) const
{
    DiskImage image = m_synced;
    for (const auto &[file, calls] : m_pending) {
        for (const DiskCall &call : calls)
            apply(image, call, unsynced, random);
    }
    return image;
}

} // namespace siaga::samples
