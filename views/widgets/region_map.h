// SPDX-License-Identifier: GPL-3.0-or-later
// The world with our regions on it: how well each is, and how much of the traffic it carries.
//
// Like the wall map of a control room. The catch: size is the share of traffic and colour is the state; a region without
// traffic stays visible, because that is when one looks for it.
#pragma once

#include "views/theme/theme.h"
#include "views/widgets/map_labels.h"
#include "views/widgets/painted_parts.h"

#include <QPainterPath>
#include <QPixmap>
#include <QWidget>

#include <optional>
#include <vector>

namespace siaga::views {

struct RegionMark
{
    QString id;
    QString title;               ///< "us-east-1"
    double latitude = 0;
    double longitude = 0;
    Status status = Status::unknown;
    QString state;               ///< "critical · 47 s"; the status's word when empty.
    std::optional<int> permille; ///< Share of traffic, 0 to 1000; none: not known.
    QString detail;              ///< "14 % of traffic, falling"
    bool operator==(const RegionMark &) const = default;
};

/// Traffic that is being moved from one region to another; by their ids.
struct TrafficMove
{
    QString from;
    QString to;
    bool operator==(const TrafficMove &) const = default;
};

class RegionMap : public QWidget, public PaintedParts
{
    Q_OBJECT

public:
    explicit RegionMap(QWidget *parent = nullptr);

    void setRegions(const std::vector<RegionMark> &regions, const std::vector<TrafficMove> &moves = {});
    /// Marks a region as selected; emits nothing. An unknown id selects none.
    void setSelected(const QString &id);
    QString selected() const;

    int partCount() const override;
    PaintedPart part(int index) const override;
    void goToPart(int index) override;
    void pressPart(int index) override;
    PartTable table() const override;
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

signals:
    void regionSelected(const QString &id);
    /// Enter or a double click.
    void regionActivated(const QString &id);

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseDoubleClickEvent(QMouseEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    bool focusNextPrevChild(bool next) override;

private:
    struct Spot
    {
        QPointF centre;
        qreal radius = 0;
        std::optional<LabelPlace> label;
    };

    void arrange();
    std::vector<QPainterPath> arcs() const;
    void select(int index);
    int indexAt(const QPointF &point) const;
    int neighbour(int index, const QPointF &direction) const;
    void paintLand(QPainter &painter, const Tokens &tokens);
    void paintRegion(QPainter &painter, std::size_t index, const Theme &theme) const;

    std::vector<RegionMark> m_regions;
    std::vector<TrafficMove> m_moves;
    std::vector<Spot> m_spots; ///< One for each region.
    std::vector<QPainterPath> m_arcs;
    QRectF m_view;             ///< The part of the projection that fills the widget.
    QPixmap m_land;
    bool m_landDark = false;
    int m_selected = -1;
};

} // namespace siaga::views
