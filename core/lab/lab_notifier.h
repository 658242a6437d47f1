// SPDX-License-Identifier: GPL-3.0-or-later
// The lab's way to people: it delivers, fails, hangs, or delivers and loses the answer, by lot.
//
// Like the post in a bad winter. The catch: a telegram whose receipt was lost was read all the same; whoever sends it
// once more wakes somebody twice.
#pragma once

#include "core/base/random.h"
#include "core/drivers/ports/notifier.h"
#include "core/lab/timetable.h"

#include <memory>

namespace siaga::lab {

/// How often, in parts of one, what goes wrong; the rest is delivered.
struct PostWeather
{
    double fails = 0;
    double hangs = 0;        ///< Nothing comes back, and nobody was told.
    double losesAnswer = 0;  ///< Somebody was told, and nothing comes back.
    double nobodyThere = 0;
};

/// The timetable must outlive it.
class LabNotifier : public Notifier
{
public:
    /// `sink` is told from inside Timetable::advanceTo() only.
    LabNotifier(Timetable &timetable, NoticeSink sink, const PostWeather &weather, const Random &random);
    ~LabNotifier() override;

    void start(const NoticeCall &call) override;
    void cancel(CallId id) override;
    void withdraw(const ChannelId &, const std::string &) override { }

private:
    struct Post;
    std::shared_ptr<Post> m_post; ///< Cues hold it weakly, so that a dead process hears nothing.
};

} // namespace siaga::lab
