// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/views/main_window/painted_text.h"

#include <QPaintEngine>
#include <QPainterPath>
#include <QWidget>

namespace siaga::tests {

namespace {

class Recorder : public QPaintEngine
{
public:
    Recorder()
        : QPaintEngine(AllFeatures)
    {
    }

    bool begin(QPaintDevice *) override { return true; }
    bool end() override { return true; }
    void updateState(const QPaintEngineState &changed) override
    {
        if (changed.state() & DirtyTransform)
            m_transform = changed.transform();
    }
    void drawPixmap(const QRectF &, const QPixmap &, const QRectF &) override { painting.any = true; }
    void drawImage(const QRectF &, const QImage &, const QRectF &, Qt::ImageConversionFlags) override { painting.any = true; }
    void drawPath(const QPainterPath &) override { painting.any = true; }
    void drawPolygon(const QPointF *, int, PolygonDrawMode) override { painting.any = true; }
    void drawRects(const QRectF *, int) override { painting.any = true; }
    void drawLines(const QLineF *, int) override { painting.any = true; }
    void drawEllipse(const QRectF &) override { painting.any = true; }
    void drawTextItem(const QPointF &baseline, const QTextItem &item) override
    {
        painting.any = true;
        const QRectF place(baseline.x(), baseline.y() - item.ascent(), item.width(), item.ascent());
        if (!item.text().trimmed().isEmpty())
            painting.texts << PaintedText{item.text(), m_transform.mapRect(place)};
    }
    Type type() const override { return User; }

    Painting painting;

private:
    QTransform m_transform;
};

class Paper : public QPaintDevice
{
public:
    Paper(const QWidget &widget, Recorder &recorder)
        : m_widget(widget)
        , m_recorder(recorder)
    {
    }

    QPaintEngine *paintEngine() const override { return &m_recorder; }

protected:
    int metric(PaintDeviceMetric metric) const override
    {
        switch (metric) {
        case PdmWidth:
            return m_widget.width();
        case PdmHeight:
            return m_widget.height();
        case PdmDpiX:
        case PdmPhysicalDpiX:
            return m_widget.logicalDpiX();
        case PdmDpiY:
        case PdmPhysicalDpiY:
            return m_widget.logicalDpiY();
        case PdmDevicePixelRatio:
            return 1;
        case PdmDevicePixelRatioScaled:
            return static_cast<int>(devicePixelRatioFScale());
        default:
            return QPaintDevice::metric(metric);
        }
    }

private:
    const QWidget &m_widget;
    Recorder &m_recorder;
};

} // namespace

Painting paintingOf(QWidget &widget)
{
    Recorder recorder;
    Paper paper(widget, recorder);
    const bool filled = widget.autoFillBackground();
    widget.setAutoFillBackground(false); // Qt's fill is not the widget's own painting.
    widget.render(&paper, {}, {}, QWidget::RenderFlags());
    widget.setAutoFillBackground(filled);
    return recorder.painting;
}

} // namespace siaga::tests
