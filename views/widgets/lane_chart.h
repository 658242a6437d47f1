// SPDX-License-Identifier: GPL-3.0-or-later
// The steps of a plan as bars on one time axis, with now and the point of no return as lines across them.
//
// Like a railway's graphic timetable. The catch: bars behind the now line are what happened, those before it are only
// expected; that is why they are drawn as outlines.
#pragma once

#include "views/theme/theme.h"
#include "views/widgets/painted_parts.h"

#include <QWidget>

#include <cstdint>
#include <optional>
#include <vector>

namespace siaga::views {

enum class LaneState { done, running, planned, held, failed, unsure, notReached };
inline constexpr std::array laneStates{LaneState::done, LaneState::running, LaneState::planned, LaneState::held,
    LaneState::failed, LaneState::unsure, LaneState::notReached};

/// "done", "running", …; translated.
QString word(LaneState state);

struct LaneStep
{
    QString title;            ///< "Share 34 → 14 %"
    LaneState state = LaneState::planned;
    std::int64_t beginMs = 0; ///< From the plan's start; for planned steps what is expected.
    std::int64_t endMs = 0;   ///< Not before beginMs; of a running step what is expected.
    QString note;             ///< Beside the bar: "3 s late"; may be empty.
    bool operator==(const LaneStep &) const = default;
};

struct LanesFace
{
    QString title;                         ///< "Evacuate us-east-1"
    QString subtitle;                      ///< "plan 7f3a·c91e · approved by two people · step 7 of 9 · 43 s"
    std::vector<LaneStep> steps;
    std::optional<std::int64_t> nowMs;     ///< From the plan's start; none once it has ended.
    QString nowText;                       ///< "now · RTO 4 min 13 s left"
    std::optional<std::int64_t> noReturnMs; ///< Where the first step without a way back begins.
    QString whyNotHold;                    ///< Why Hold is disabled; empty: it works.
    QString whyNotAbort;
    bool operator==(const LanesFace &) const = default;
};

class LaneChart : public QWidget, public PaintedParts
{
    Q_OBJECT

public:
    explicit LaneChart(QWidget *parent = nullptr);

    void setFace(const LanesFace &face);

    int partCount() const override;
    PaintedPart part(int index) const override;
    void goToPart(int) override { } // Nothing to do here with a step alone, so the keyboard goes past.
    void pressPart(int) override { }
    PartTable table() const override;
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    struct Scale;

    Scale scaleNow() const;
    QRectF barRect(const Scale &scale, std::size_t row) const;
    void paintLines(QPainter &painter, const Scale &scale, const Theme &theme) const;
    void paintAxis(QPainter &painter, const Scale &scale, const Theme &theme) const;
    void paintRow(QPainter &painter, const Scale &scale, std::size_t row, const Theme &theme) const;
    void paintBar(QPainter &painter, const Scale &scale, std::size_t row, const Tokens &tokens) const;

    LanesFace m_face;
};

} // namespace siaga::views
