// SPDX-License-Identifier: GPL-3.0-or-later
// One number that matters, with its unit, what it is measured against, and whether it is still true.
//
// Like a gauge on a dashboard: name above, needle, red line. The catch: a stale tile keeps its old number, but is
// hatched and carries its age, so that nobody takes it for now.
#pragma once

#include "views/theme/theme.h"

#include <QAbstractButton>

#include <optional>
#include <vector>

namespace siaga::views {

struct TileFace
{
    QString caption;              ///< "Headroom"
    QString figure;               ///< "8", "4 min 10 s"; a dash when nothing is known.
    QString unit;                 ///< "%"; empty when the figure names its units itself.
    QString detail;               ///< "us-east-1 out · 31 % before"
    Status status = Status::healthy; ///< Healthy tiles stay grey; the others get border and mark.
    std::optional<double> fill;   ///< 0 to 1: a bar at the foot.
    std::vector<double> trend;    ///< Oldest first: a line at the foot, when there is no bar.
    bool stale = false;
    QString age;                  ///< Shown when stale: "47 s old".
    bool operator==(const TileFace &) const = default;
};

/// A button, because a tile leads to the page that explains it.
class Tile : public QAbstractButton
{
    Q_OBJECT

public:
    explicit Tile(QWidget *parent = nullptr);

    void setFace(const TileFace &face);
    const TileFace &face() const { return m_face; }

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void paintBox(QPainter &painter, const Tokens &tokens) const;
    void paintWords(QPainter &painter, const Theme &theme) const;
    void paintFoot(QPainter &painter, const Tokens &tokens) const;
    QString spoken() const;

    TileFace m_face;
};

} // namespace siaga::views
