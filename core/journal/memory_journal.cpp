// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/journal/memory_journal.h"

#include "core/base/check.h"
#include "core/journal/chain.h"
#include "core/journal/keyframes.h"

#include <algorithm>

namespace siaga {

namespace {

constexpr std::uint64_t progressEvery = 10'000;

RecordView viewOf(const StoredRecord &record)
{
    return {record.seq, record.at, record.wall, record.type, record.bytes, viewOf(record.hash)};
}

Instant lastAt(const MemoryDisk &disk)
{
    return disk.records.empty() ? Instant::min() : disk.records.back().at;
}

} // namespace

MemoryJournal::MemoryJournal(std::shared_ptr<MemoryDisk> disk)
    : m_disk(std::move(disk))
{
    SIAGA_CHECK(m_disk != nullptr);
}

void MemoryJournal::refuseNext()
{
    m_refuseNext = true;
}

void MemoryJournal::failNext(std::size_t batchesKept, std::string detail)
{
    m_failNext = Failure{batchesKept, std::move(detail)};
}

Head MemoryJournal::head() const
{
    if (m_disk->records.empty())
        return {};
    return {m_disk->records.back().seq, m_disk->records.back().hash};
}

std::optional<AppendFailure> MemoryJournal::refusal(const Head &expected)
{
    if (!m_poison.empty())
        return AppendFailure{AppendRefusal::poisoned, m_poison};
    if (std::exchange(m_refuseNext, false) || expected != head())
        return AppendFailure{AppendRefusal::headMoved, "the journal ends at record " + std::to_string(head().seq.value())};
    return std::nullopt;
}

void MemoryJournal::store(std::span<const NewRecord> batch)
{
    for (const NewRecord &record : batch) {
        const Hash256 hash = chainHash(record.bytes, head().hash);
        m_disk->records.push_back({record.seq, record.at, record.wall, record.type, record.bytes, hash});
    }
}

Result<Head, AppendFailure> MemoryJournal::append(std::span<const NewRecord> batch, const Head &expected)
{
    const std::vector<NewRecord> only(batch.begin(), batch.end());
    SIAGA_CHECK(!only.empty());
    if (const auto refused = refusal(expected))
        return *refused;
    checkFollows(batch, expected.seq, lastAt(*m_disk));
    return appendAll({&only, 1}, expected);
}

Result<Head, AppendFailure> MemoryJournal::appendAll(std::span<const std::vector<NewRecord>> batches,
                                                     const Head &expected)
{
    SIAGA_CHECK(!batches.empty());
    if (const auto refused = refusal(expected))
        return *refused;
    const std::size_t count = countFollowing(batches, expected.seq);
    if (count == 0)
        return AppendFailure{AppendRefusal::headMoved, "the first batch does not follow the head"};
    const std::size_t kept = m_failNext ? std::min(m_failNext->batchesKept, count) : count;
    for (const std::vector<NewRecord> &batch : batches.first(kept)) {
        checkFollows(batch, head().seq, lastAt(*m_disk));
        store(batch);
    }
    if (m_failNext) {
        m_poison = std::exchange(m_failNext, std::nullopt)->detail;
        return AppendFailure{AppendRefusal::failed, m_poison};
    }
    return head();
}

Result<Done, Damage> MemoryJournal::read(Seq first, const std::function<bool(const StoredRecord &)> &visit) const
{
    const std::vector<StoredRecord> &records = m_disk->records;
    const std::size_t begin = first.value() > 1 ? static_cast<std::size_t>(first.value() - 1) : 0;
    if (begin >= records.size())
        return Done{};
    ChainCheck check;
    if (begin > 0) {
        const StoredRecord &before = records[begin - 1];
        if (before.seq.value() != begin)
            return Damage{Seq(begin), "record is missing"};
        check = ChainCheck({before.seq, before.hash}, before.at);
    }
    for (std::size_t i = begin; i < records.size(); ++i) {
        if (const auto damage = check.next(viewOf(records[i])))
            return *damage;
        if (!visit(records[i]))
            break;
    }
    return Done{};
}

std::optional<Seq> MemoryJournal::seek(Instant at) const
{
    const auto later = [](Instant sought, const StoredRecord &record) { return sought < record.at; };
    const auto end = std::upper_bound(m_disk->records.begin(), m_disk->records.end(), at, later);
    if (end == m_disk->records.begin())
        return std::nullopt;
    return std::prev(end)->seq;
}

void MemoryJournal::keep(const Keyframe &keyframe)
{
    SIAGA_CHECK(keyframe.seq && keyframe.seq <= head().seq);
    SIAGA_CHECK(keyframe.fingerprint.size() <= fingerprintLengthMax);
    auto &kept = m_disk->keyframes;
    std::erase_if(kept, [&](const MemoryDisk::KeptKeyframe &old) {
        return old.keyframe.seq == keyframe.seq && old.keyframe.fingerprint == keyframe.fingerprint;
    });
    const auto bySeq = [](Seq seq, const MemoryDisk::KeptKeyframe &old) { return seq < old.keyframe.seq; };
    const Hash256 &recordHash = m_disk->records[keyframe.seq.value() - 1].hash;
    kept.insert(std::upper_bound(kept.begin(), kept.end(), keyframe.seq, bySeq),
                {keyframe, keyframeHash(keyframe, recordHash)});
    std::uint64_t bytes = 0;
    for (const MemoryDisk::KeptKeyframe &one : kept)
        bytes += one.keyframe.bytes.size();
    if (!areTooMany(kept.size(), bytes))
        return;
    const auto foreign = std::ranges::find_if(
        kept, [&](const MemoryDisk::KeptKeyframe &old) { return old.keyframe.fingerprint != keyframe.fingerprint; });
    if (foreign != kept.end()) {
        kept.erase(foreign);
        return;
    }
    std::vector<std::uint64_t> seqs;
    for (const MemoryDisk::KeptKeyframe &one : kept)
        seqs.push_back(one.keyframe.seq.value());
    kept.erase(kept.begin() + static_cast<std::ptrdiff_t>(mostExpendable(seqs)));
}

std::optional<Keyframe> MemoryJournal::keyframe(Seq seq, std::string_view fingerprint) const
{
    for (auto kept = m_disk->keyframes.rbegin(); kept != m_disk->keyframes.rend(); ++kept) {
        const Keyframe &keyframe = kept->keyframe;
        if (keyframe.seq > seq || keyframe.seq > head().seq || keyframe.fingerprint != fingerprint)
            continue;
        if (keyframeHash(keyframe, m_disk->records[keyframe.seq.value() - 1].hash) == kept->hash)
            return keyframe;
    }
    return std::nullopt;
}

Result<Head, Damage> MemoryJournal::verify(const std::function<bool(Seq)> &progress) const
{
    ChainCheck check;
    for (const StoredRecord &record : m_disk->records) {
        if (const auto damage = check.next(viewOf(record)))
            return *damage;
        if (progress && record.seq.value() % progressEvery == 0 && !progress(record.seq))
            break;
    }
    return check.head();
}

} // namespace siaga
