// SPDX-License-Identifier: GPL-3.0-or-later
// What happened in the lab as lines that a person can compare: one for each record that matters, one for each effect.
#pragma once

#include "core/lab/watcher.h"

#include <set>
#include <string>

namespace siaga::lab {

class Transcript : public Watcher
{
public:
    /// Records of the hidden names are not told.
    Transcript(const World &world, std::set<std::string, std::less<>> hidden)
        : m_world(world)
        , m_hidden(std::move(hidden))
    {
    }
    void onRecorded(const Recorded &recorded) override;
    void onEffect(const Effect &effect) override;
    void onKilled() override { say(m_world.now(), "killed"); }

    /// A line of our own.
    void say(Instant at, const std::string &text);
    const std::string &text() const { return m_text; }

private:
    const World &m_world;
    std::set<std::string, std::less<>> m_hidden;
    std::string m_text;
};

} // namespace siaga::lab
