// SPDX-License-Identifier: GPL-3.0-or-later
// A window that moves to a display of another scale while it runs, and letters that grow: everything is as sharp and as
// whole as if it had been opened there. Two displays are made up, one of scale 1 and one of scale 2.
#include "tests/views/main_window/top_levels.h"

#include "views/theme/appearance.h"
#include "views/theme/icons.h"
#include "views/widgets/alert_feed.h"
#include "views/widgets/lane_chart.h"
#include "views/widgets/plain_label.h"
#include "views/widgets/region_map.h"
#include "views/widgets/tile.h"

#include <QApplication>
#include <QFile>
#include <QImage>
#include <QScreen>
#include <QTemporaryDir>
#include <QTest>
#include <QVBoxLayout>
#include <QWindow>

using namespace Qt::StringLiterals;
using namespace siaga::views;

namespace {

/// Some of everything that keeps pictures or measured texts.
class Sample : public QWidget
{
public:
    Sample()
    {
        auto *column = new QVBoxLayout(this);
        auto *map = new RegionMap(this);
        map->setRegions({{u"us-east-1"_s, u"us-east-1"_s, 38.9, -77.4, Status::critical, u"down"_s, 140, u"14 %"_s},
            {u"eu-west-1"_s, u"eu-west-1"_s, 53.3, -6.3, Status::healthy, {}, 860, u"86 %"_s}});
        auto *chart = new LaneChart(this);
        chart->setFace({.steps = {{u"Share 34 → 14 %"_s, LaneState::done, 0, 60'000}}, .nowMs = 30'000});
        auto *tile = new Tile(this);
        tile->setFace({.caption = u"Headroom"_s, .figure = u"8"_s, .unit = u"%"_s, .detail = u"31 % before"_s});
        auto *feed = new AlertFeed(this);
        feed->setAlerts({{.id = u"1"_s, .status = Status::critical, .title = u"us-east-1 is not answering"_s,
            .detail = u"web, orders-db"_s, .age = u"47 s"_s}});
        column->addWidget(map, 1);
        column->addWidget(chart);
        column->addWidget(tile);
        column->addWidget(feed, 1);
        column->addWidget(new PlainLabel(u"data 3 s old · journal 18,231"_s));
        for (QWidget *child : findChildren<QWidget *>())
            child->setFocusPolicy(Qt::NoFocus); // The same picture whether the window is the active one or not.
        resize(640, 700);
    }
};

QImage picture(QWidget &widget)
{
    for (int round = 0; round < 3; ++round) { // What is painted may want other fonts, and those another layout.
        QApplication::processEvents();
        widget.grab();
    }
    QApplication::processEvents();
    return widget.grab().toImage();
}

/// Says where they differ; empty when they don't.
QString difference(const QImage &one, const QImage &other)
{
    if (one.size() != other.size())
        return u"%1×%2 and %3×%4"_s.arg(one.width()).arg(one.height()).arg(other.width()).arg(other.height());
    QRect place;
    for (int y = 0; y < one.height(); ++y)
        for (int x = 0; x < one.width(); ++x)
            if (one.pixel(x, y) != other.pixel(x, y))
                place |= QRect(x, y, 1, 1);
    return place.isNull() ? QString()
                          : u"at %1,%2 %3×%4"_s.arg(place.x()).arg(place.y()).arg(place.width()).arg(place.height());
}

QScreen *screenOfScale(qreal scale)
{
    for (QScreen *screen : QGuiApplication::screens())
        if (screen->devicePixelRatio() == scale)
            return screen;
    return nullptr;
}

void showOn(QWidget &widget, QScreen *screen)
{
    widget.move(screen->geometry().topLeft() + QPoint(20, 20));
    widget.show();
    if (widget.windowHandle()->screen() != screen)
        widget.windowHandle()->setScreen(screen);
    QApplication::processEvents();
}

} // namespace

class TestDisplay : public QObject
{
    Q_OBJECT

private slots:
    void init() { siaga::tests::failOnOtherWarnings(); }

    void thereAreTwoDisplays()
    {
        QVERIFY(screenOfScale(1));
        QVERIFY(screenOfScale(2));
    }

    void aWindowIsSharpOnTheDisplayItMovesTo()
    {
        Sample moved;
        showOn(moved, screenOfScale(1));
        const QImage small = picture(moved);
        QCOMPARE(small.devicePixelRatio(), 1.0);
        showOn(moved, screenOfScale(2));
        QTRY_COMPARE(moved.devicePixelRatioF(), 2.0);
        Sample born;
        showOn(born, screenOfScale(2));
        QCOMPARE(moved.size(), born.size());
        QCOMPARE(difference(picture(moved), picture(born)), QString());
        // And back again.
        showOn(moved, screenOfScale(1));
        QTRY_COMPARE(moved.devicePixelRatioF(), 1.0);
        QCOMPARE(difference(picture(moved), small), QString());
    }

    void lettersThatGrowAreLaidOutAnew()
    {
        const QFont before = QApplication::font();
        Sample grown;
        grown.show();
        picture(grown);
        QFont font = before;
        font.setPixelSize(18);
        QApplication::setFont(font);
        const QImage after = picture(grown);
        Sample born;
        born.show();
        if (qEnvironmentVariableIsSet("SIAGA_PICTURES")) {
            after.save(qEnvironmentVariable("SIAGA_PICTURES") + u"/grown.png"_s);
            picture(born).save(qEnvironmentVariable("SIAGA_PICTURES") + u"/born.png"_s);
        }
        QCOMPARE(difference(after, picture(born)), QString());
        QApplication::setFont(before);
        QVERIFY(picture(grown) != after);
    }
};

int main(int argc, char **argv)
{
    const QTemporaryDir folder;
    QFile file(folder.filePath(u"displays.json"_s));
    if (!file.open(QIODevice::WriteOnly))
        return 1;
    file.write(R"({"screens": [
        {"name": "one", "x": 0, "y": 0, "width": 1600, "height": 1200, "logicalDpi": 96, "logicalBaseDpi": 96, "dpr": 1},
        {"name": "two", "x": 1600, "y": 0, "width": 1600, "height": 1200, "logicalDpi": 96, "logicalBaseDpi": 96, "dpr": 2}]})");
    file.close();
    qputenv("QT_QPA_PLATFORM", "offscreen:configfile=" + QFile::encodeName(file.fileName()));
    qunsetenv("QT_FATAL_WARNINGS"); // It knows no exceptions; see top_levels.h.
    QApplication application(argc, argv);
    const Appearance appearance(application, Scheme::dark);
    TestDisplay test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_display.moc"
