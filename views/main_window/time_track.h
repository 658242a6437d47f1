// SPDX-License-Identifier: GPL-3.0-or-later
// The journal as a line of time: what happened on it, when no Siaga ran, and a cursor that can be set anywhere.
//
// Like the scrubber of a film, with the scenes marked on it. The catch: at its right end time goes on; the cursor there
// is not a moment but "live", and what lies left of it keeps moving.
#pragma once

#include "core/boards/timeline.h"
#include "core/words/figures.h"
#include "views/theme/theme.h"
#include "views/widgets/painted_parts.h"

#include <QWidget>

#include <optional>

namespace siaga::views {

class TimeTrack : public QWidget, public PaintedParts
{
    Q_OBJECT

public:
    explicit TimeTrack(QWidget *parent = nullptr);

    void grow(const TimelinePart &part);
    const Timeline &timeline() const { return m_timeline; }
    void setZone(words::Zone zone);
    /// The present, and the last record that there is.
    void setPresent(WallTime wall, Seq head);
    /// Where the cursor stands; nothing: at the present.
    void setMoment(std::optional<TimePoint> moment);
    bool isLive() const { return !m_moment && !m_wanted; }

    /// Goes to the nearest mark before or behind the cursor; behind the last one is the present. `worst`: only what is
    /// critical or worse.
    void step(bool forward, bool worst = false);
    /// Goes to a wall time, as a press there would.
    void seek(WallTime wall);
    /// Goes to a record.
    void seek(Seq seq);

    int partCount() const override;
    PaintedPart part(int index) const override;
    void goToPart(int index) override;
    void pressPart(int index) override;
    PartTable table() const override;

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

signals:
    void placeWanted(const siaga::PastPlace &place);
    void presentWanted();

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void wheelEvent(QWheelEvent *event) override;

private:
    /// Marks so close together that they are painted as one: the worst of them, and how many they are.
    struct Cluster
    {
        qreal x = 0;
        int lane = 0;
        TimeMark mark; ///< The worst, and of equals the last.
        int count = 1;
        Seq first;     ///< Of them all.
        Seq last;
    };

    std::int64_t begin() const;
    std::int64_t length() const;
    qreal xOf(WallTime wall) const;
    WallTime wallAt(qreal x) const;
    QRectF line() const;
    WallTime cursor() const;
    Seq place() const;
    void showWhole(WallTime wall);
    void zoom(int steps);
    void gather();
    const Cluster *clusterAt(const QPointF &point, bool anyHeight = false) const;
    QString tipAt(const QPointF &point) const;
    QString told(const Cluster &cluster) const;
    void want(WallTime wall);
    void say();

    void paintLine(QPainter &painter, const Tokens &tokens) const;
    void paintGaps(QPainter &painter, const Tokens &tokens) const;
    void paintTicks(QPainter &painter, const Theme &theme) const;
    void paintMarks(QPainter &painter, const Tokens &tokens) const;
    void paintCursor(QPainter &painter, const Tokens &tokens) const;

    Timeline m_timeline;
    words::Zone m_zone = words::Zone::utc;
    WallTime m_present;
    WallTime m_gathered;               ///< The present when the marks were last placed.
    Seq m_head;
    std::optional<TimePoint> m_moment;
    std::optional<WallTime> m_wanted;  ///< Asked for, but not shown yet.
    std::optional<Seq> m_wantedSeq;    ///< The same, when it is a record.
    int m_span = 0;                    ///< Of the spans there are; zero: all, at most a day.
    std::optional<std::int64_t> m_end; ///< Of what is in sight; none: the present.
    bool m_dragging = false;
    std::vector<Cluster> m_clusters;   ///< In sight, by lane and time.
};

} // namespace siaga::views
