// SPDX-License-Identifier: GPL-3.0-or-later
// That no state is told by colour alone, computed from the tokens: for eyes that lack one kind of cone, and in grey.
// How such eyes see is simulated after Machado, Oliveira and Fernandes, "A Physiologically-based Model for Simulation of
// Color Vision Deficiency", IEEE TVCG 15 (6), 2009; their matrices for full severity, on linear light.
#include "views/theme/marks.h"
#include "views/theme/theme.h"
#include "views/widgets/lane_chart.h"

#include <QImage>
#include <QPainter>
#include <QSet>
#include <QTest>

#include <array>
#include <cmath>

using namespace Qt::StringLiterals;
using namespace siaga::views;

namespace {

using Light = std::array<double, 3>;
using Matrix = std::array<Light, 3>;

constexpr Matrix protanopia{{{0.152286, 1.052583, -0.204868}, {0.114503, 0.786281, 0.099216}, {-0.003882, -0.048116, 1.051998}}};
constexpr Matrix deuteranopia{{{0.367322, 0.860646, -0.227968}, {0.280085, 0.672501, 0.047413}, {-0.011820, 0.042940, 0.968881}}};
constexpr Matrix tritanopia{{{1.255528, -0.076749, -0.178779}, {-0.078411, 0.930809, 0.147602}, {0.004733, 0.691367, 0.303900}}};
constexpr Matrix usual{{{1, 0, 0}, {0, 1, 0}, {0, 0, 1}}};
constexpr Matrix grey{{{0.2126, 0.7152, 0.0722}, {0.2126, 0.7152, 0.0722}, {0.2126, 0.7152, 0.0722}}};

constexpr double apart = 10; // Of CIE 1976 Lab; 2.3 is just noticeable side by side, this also from memory.

double linear(double channel)
{
    return channel <= 0.04045 ? channel / 12.92 : std::pow((channel + 0.055) / 1.055, 2.4);
}

Light seenBy(const Matrix &eyes, const QColor &colour)
{
    const Light light{linear(colour.redF()), linear(colour.greenF()), linear(colour.blueF())};
    Light seen{};
    for (std::size_t row = 0; row < 3; ++row) {
        const double sum = eyes[row][0] * light[0] + eyes[row][1] * light[1] + eyes[row][2] * light[2];
        seen[row] = std::clamp(sum, 0.0, 1.0);
    }
    return seen;
}

Light lab(const Light &rgb)
{
    const auto f = [](double t) { return t > 0.008856 ? std::cbrt(t) : 7.787 * t + 16.0 / 116; };
    const double x = f((0.4124 * rgb[0] + 0.3576 * rgb[1] + 0.1805 * rgb[2]) / 0.95047);
    const double y = f(0.2126 * rgb[0] + 0.7152 * rgb[1] + 0.0722 * rgb[2]);
    const double z = f((0.0193 * rgb[0] + 0.1192 * rgb[1] + 0.9505 * rgb[2]) / 1.08883);
    return {116 * y - 16, 500 * (x - y), 200 * (y - z)};
}

double distance(const Matrix &eyes, const QColor &one, const QColor &other)
{
    const Light a = lab(seenBy(eyes, one));
    const Light b = lab(seenBy(eyes, other));
    return std::hypot(a[0] - b[0], a[1] - b[1], a[2] - b[2]);
}

double greyDiffering(const QImage &one, const QImage &other)
{
    int pixels = 0;
    for (int y = 0; y < one.height(); ++y)
        for (int x = 0; x < one.width(); ++x)
            pixels += std::abs(qGray(one.pixel(x, y)) - qGray(other.pixel(x, y))) > 40;
    return pixels / double(one.width() * one.height());
}

/// As small as it is anywhere, in its own colour.
QImage markOf(Status status, const Tokens &tokens)
{
    QImage image(12, 12, QImage::Format_RGB32);
    image.fill(tokens.surface);
    QPainter painter(&image);
    paintMark(painter, QRectF(0.5, 0.5, 11, 11), status, tokens);
    return image;
}

QImage laneOf(LaneState state)
{
    LaneChart chart;
    chart.setFace({.steps = {{u"Step"_s, state, 0, 60'000}}, .nowMs = 30'000});
    chart.resize(600, 80);
    return chart.grab().toImage();
}

using Eyes = std::pair<const char *, const Matrix *>;
constexpr std::array<Eyes, 3> lacking{Eyes{"protanopia", &protanopia}, Eyes{"deuteranopia", &deuteranopia}, Eyes{"tritanopia", &tritanopia}};

} // namespace

class TestColour : public QObject
{
    Q_OBJECT

private slots:
    void theModelIsRight()
    {
        // White and grey stay what they are: each row of each matrix adds up to one.
        for (const auto &[name, eyes] : lacking)
            for (const Light &row : *eyes)
                QVERIFY2(std::abs(row[0] + row[1] + row[2] - 1) < 1e-5, name);
        // Red and green of the same lightness are far apart to most, and close to a deuteranope.
        const QColor red(0xC2, 0x4A, 0x3A);
        const QColor green(0x6F, 0x7A, 0x2A);
        QVERIFY(distance(usual, red, green) > 50);
        QVERIFY(distance(deuteranopia, red, green) < 15);
    }

    void badIsToldFromGoodByEveryEye_data()
    {
        QTest::addColumn<bool>("dark");
        QTest::newRow("dark") << true;
        QTest::newRow("light") << false;
    }

    void badIsToldFromGoodByEveryEye()
    {
        QFETCH(bool, dark);
        const Tokens &t = dark ? Tokens::darkOnes() : Tokens::lightOnes();
        for (const auto &[name, eyes] : lacking) {
            for (const Status bad : {Status::warning, Status::critical, Status::emergency})
                QVERIFY2(distance(*eyes, t.healthy, t.of(bad)) >= 1.5 * apart, name);
            QVERIFY2(distance(*eyes, t.critical, t.emergency) >= 2 * apart, name);
            QVERIFY2(distance(*eyes, t.healthy, t.unknown) >= 1.5 * apart, name);
        }
    }

    /// Which colours some eye cannot tell apart is known and stays so; their shapes and words differ.
    void whatColourDoesNotTellShapeAndWordDo()
    {
        QSet<QString> alike;
        for (const Tokens &t : {Tokens::darkOnes(), Tokens::lightOnes()})
            for (const auto &[name, eyes] : lacking)
                for (const Status one : statuses)
                    for (const Status other : statuses)
                        if (one < other && distance(*eyes, t.of(one), t.of(other)) < apart)
                            alike << word(one) + u" and "_s + word(other);
        QCOMPARE(alike, (QSet<QString>{u"unknown and emergency"_s, u"warning and critical"_s}));
        // In grey all five are alike or nearly: there shape does the whole work, at the smallest size and in the real colours.
        for (const Tokens &t : {Tokens::darkOnes(), Tokens::lightOnes()})
            for (const Status one : statuses)
                for (const Status other : statuses) {
                    const double share = greyDiffering(markOf(one, t), markOf(other, t));
                    QVERIFY2(one == other || share > 0.05,
                        qPrintable(u"%1 and %2: %3"_s.arg(word(one), word(other)).arg(share)));
                    QVERIFY(one == other || word(one) != word(other));
                }
    }

    void theStepsOfAPlanAreToldApartInGrey()
    {
        QList<QImage> pictures;
        for (const LaneState state : laneStates)
            pictures << laneOf(state);
        for (qsizetype one = 0; one < pictures.size(); ++one)
            for (qsizetype other = one + 1; other < pictures.size(); ++other)
                QVERIFY2(greyDiffering(pictures[one], pictures[other]) > 0.0005,
                    qPrintable(word(laneStates[std::size_t(one)]) + u" and "_s + word(laneStates[std::size_t(other)])));
    }

    void modesAreToldApartByTheirWords()
    {
        QSet<QString> words;
        for (const Mode mode : modes)
            words << word(mode);
        QCOMPARE(words.size(), qsizetype(modes.size()));
        QVERIFY(distance(grey, Qt::red, Qt::black) > 0);
    }
};

QTEST_MAIN(TestColour)
#include "tst_colour.moc"
