// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/theme/appearance.h"
#include "views/theme/figures.h"
#include "views/theme/icons.h"
#include "views/theme/marks.h"
#include "views/theme/plain_text.h"
#include "views/theme/portal.h"
#include "views/theme/style.h"
#include "views/theme/theme.h"

#include <QApplication>
#include <QDBusVariant>
#include <QFontDatabase>
#include <QImage>
#include <QPainter>
#include <QPainterPath>
#include <QPixmap>
#include <QPushButton>
#include <QSet>
#include <QStyle>
#include <QStyleOptionFocusRect>
#include <QTest>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace siaga::views;

namespace {

/// The shape of a status in black on white, as somebody without colours sees it.
QImage shapeOf(Status status)
{
    QImage image(24, 24, QImage::Format_Grayscale8);
    image.fill(Qt::white);
    QPainter painter(&image);
    Tokens grey = Tokens::lightOnes();
    grey.healthy = grey.warning = grey.critical = grey.emergency = grey.unknown = Qt::black;
    paintMark(painter, QRectF(2, 2, 20, 20), status, grey);
    return image;
}

double differing(const QImage &one, const QImage &other)
{
    int pixels = 0;
    for (int y = 0; y < one.height(); ++y) {
        for (int x = 0; x < one.width(); ++x) {
            pixels += std::abs(qGray(one.pixel(x, y)) - qGray(other.pixel(x, y))) > 96;
        }
    }
    return pixels / double(one.width() * one.height());
}

QColor centreOf(QWidget &widget)
{
    const QImage image = widget.grab().toImage();
    return image.pixelColor(6, image.height() / 2);
}

} // namespace

class TestTheme : public QObject
{
    Q_OBJECT

private slots:
    void textIsReadableOnItsSurface_data()
    {
        QTest::addColumn<QColor>("ink");
        QTest::addColumn<QColor>("surface");
        for (const Tokens &t : {Tokens::darkOnes(), Tokens::lightOnes()}) {
            const auto row = [&t](const char *what, const QColor &ink, const QColor &surface) {
                QTest::addRow("%s: %s, %s on %s", t.dark ? "dark" : "light", what, qPrintable(ink.name()),
                    qPrintable(surface.name()))
                    << ink << surface;
            };
            for (const QColor &surface : {t.window, t.surface, t.raised}) {
                row("text", t.text, surface);
                row("muted", t.muted, surface);
                row("accent", t.accent, surface);
                for (const Status status : statuses) {
                    row("status", t.of(status), surface);
                }
                for (const Mode mode : modes) {
                    row("mode", t.of(mode), surface);
                }
            }
            row("on accent", t.onAccent, t.accent);
            row("on a pressed button", t.onStatus, t.critical);
            row("on an emergency's pill", t.onStatus, t.emergency);
            row("muted on the map", t.muted, t.land);
            for (const Status status : statuses) {
                row("status on the map", t.of(status), t.land);
                row("on a banner", t.text, mixed(t.surface, t.of(status), 0.10));
            }
            row("on an emergency's row", t.emergency, mixed(t.surface, t.emergency, 0.08));
            row("muted on an emergency's tile", t.muted, mixed(t.surface, t.emergency, 0.12));
            for (const Mode mode : modes) {
                row("on a mode's badge", t.onMode(), t.of(mode));
            }
            paintedGrounds(t, row);
        }
    }

    /// The focus must be seen on whatever has it (WCAG 2.2, 1.4.11): 3 to 1 beside each ground, and on a button that is
    /// filled with the focus colour itself.
    void theFocusIsSeenOnEveryGround()
    {
        for (const Tokens &t : {Tokens::darkOnes(), Tokens::lightOnes()}) {
            for (const QColor &ground : {t.window, t.surface, t.raised, t.land, mixed(t.surface, t.emergency, 0.12)}) {
                QVERIFY2(contrast(t.accent, ground) >= 3, qPrintable(ground.name()));
            }
            QVERIFY(contrast(t.onAccent, t.accent) >= 3);
        }
        Appearance appearance(*qApp, Scheme::dark);
        QPushButton button;
        setEmphasis(button, Emphasis::primary);
        button.resize(90, 32);
        QImage image(button.size(), QImage::Format_RGB32);
        image.fill(Tokens::darkOnes().accent);
        QPainter painter(&image);
        QStyleOptionFocusRect option;
        option.initFrom(&button);
        button.style()->drawPrimitive(QStyle::PE_FrameFocusRect, &option, &painter, &button);
        painter.end();
        QCOMPARE(image.pixelColor(image.width() / 2, 2), Tokens::darkOnes().onAccent);
    }

    /// A disabled control is exempt in WCAG; its words can still be made out, and the reason stands in its tooltip.
    void disabledWordsCanBeMadeOut()
    {
        for (const Tokens &t : {Tokens::darkOnes(), Tokens::lightOnes()}) {
            QVERIFY(contrast(paletteOf(t).color(QPalette::Disabled, QPalette::ButtonText), t.surface) >= 2.5);
        }
    }

    /// Read from afar (the wall, 7 to 1): what must be read there is text on the plain grounds.
    void textIsReadableFromAfar()
    {
        for (const Tokens &t : {Tokens::darkOnes(), Tokens::lightOnes()}) {
            for (const QColor &ground : {t.window, t.surface, t.raised, t.land}) {
                QVERIFY2(contrast(t.text, ground) >= 7, qPrintable(ground.name()));
            }
        }
    }

    void textIsReadableOnItsSurface()
    {
        QFETCH(QColor, ink);
        QFETCH(QColor, surface);
        const double ratio = contrast(ink, surface);
        QVERIFY2(ratio >= 4.5, qPrintable(QString::number(ratio)));
    }

    void contrastIsThatOfWcag()
    {
        QCOMPARE(qRound(contrast(Qt::black, Qt::white) * 100), 2100);
        QCOMPARE(contrast(Qt::red, Qt::red), 1.0);
        QCOMPARE(qRound(contrast(QColor(0x777777), Qt::white) * 100), 448); // The known nearly-enough grey.
    }

    void statusesAreToldApartWithoutColour()
    {
        QSet<QString> words;
        for (const Status one : statuses) {
            words.insert(word(one));
            for (const Status other : statuses) {
                const double share = differing(shapeOf(one), shapeOf(other));
                QVERIFY2(one == other || share > 0.07, qPrintable(word(one) + u" and "_s + word(other)));
            }
        }
        QCOMPARE(words.size(), qsizetype(statuses.size()));
    }

    void unknownIsWorseThanHealthyAndBetterThanWarning()
    {
        QVERIFY(Status::healthy < Status::unknown);
        QVERIFY(Status::unknown < Status::warning);
        QVERIFY(Status::critical < Status::emergency);
    }

    void noTextIsUnderTwelvePixels()
    {
        for (const int pixels : {6, 9, 12, 13, 16, 40}) {
            QFont base = QApplication::font();
            base.setPixelSize(pixels);
            const Theme theme(Tokens::darkOnes(), base);
            for (const Type type : {Type::small, Type::body, Type::heading, Type::title, Type::figure}) {
                QVERIFY(theme.font(type).pixelSize() >= 12);
            }
            QVERIFY(theme.font(Type::figure).pixelSize() > theme.font(Type::title).pixelSize());
        }
    }

    void figuresTakeTheSameWidthInEveryFont_data()
    {
        QTest::addColumn<QString>("family");
        for (const QString &family : {u"Inter"_s, u"DejaVu Sans"_s}) {
            if (QFontDatabase::hasFamily(family)) {
                QTest::addRow("%s", qPrintable(family)) << family;
            }
        }
        QTest::addRow("the application's") << QApplication::font().family();
    }

    void figuresTakeTheSameWidthInEveryFont()
    {
        QFETCH(QString, family);
        QFont font(family);
        font.setPixelSize(21);
        QCOMPARE(figuresWidth(font, u"11:11"_s), figuresWidth(font, u"08:24"_s));
        QVERIFY(figuresWidth(font, u"100"_s) > figuresWidth(font, u"10"_s));
    }

    void figuresThatDoNotFitStayInTheirPlace()
    {
        QImage image(200, 30, QImage::Format_RGB32);
        image.fill(Qt::white);
        QPainter painter(&image);
        drawFigures(painter, QRectF(20, 0, 60, 30), Qt::AlignLeft | Qt::AlignVCenter, font(), u"1234567890 requests"_s);
        painter.end();
        QVERIFY(image.copy(0, 0, 19, 30) == image.copy(181, 0, 19, 30));
        QVERIFY(image.copy(82, 0, 60, 30) == image.copy(140, 0, 60, 30));
        QVERIFY(image.copy(20, 0, 60, 30) != image.copy(140, 0, 60, 30));
    }

    void everyIconHasInkInTheColourAsked()
    {
        for (int at = 0; at < iconCount; ++at) {
            const QImage image = iconPixmap(static_cast<Icon>(at), Qt::red, 20, 2).toImage();
            QCOMPARE(image.width(), 40);
            int inked = 0;
            for (int y = 0; y < image.height(); ++y) {
                for (int x = 0; x < image.width(); ++x) {
                    const QColor colour = image.pixelColor(x, y);
                    inked += colour.alpha() > 200 && colour.red() > 200 && colour.green() < 40;
                }
            }
            QVERIFY2(inked > 20, qPrintable(QString::number(at)));
        }
    }

    void aWidgetTakesTheLookOfItsOwnPalette()
    {
        QWidget widget;
        widget.setPalette(paletteOf(Tokens::darkOnes()));
        QVERIFY(Theme::of(&widget).tokens().dark);
        widget.setPalette(paletteOf(Tokens::lightOnes()));
        QVERIFY(!Theme::of(&widget).tokens().dark);
    }

    void aChosenSchemeBeatsTheDesktopAndThePortalBeatsThePalette()
    {
        Appearance appearance(*qApp, Scheme::light);
        QVERIFY(!appearance.isDark());
        appearance.setPortalWish(true);
        QVERIFY(!appearance.isDark());
        appearance.setScheme(Scheme::desktop);
        QVERIFY(appearance.isDark());
        QCOMPARE(QApplication::palette().color(QPalette::Window), Tokens::darkOnes().window);
        appearance.setPortalWish(false);
        QCOMPARE(QApplication::palette().color(QPalette::Window), Tokens::lightOnes().window);
        appearance.setScheme(Scheme::dark);
        QVERIFY(appearance.isDark());
    }

    void thePortalsAnswerIsReadBareAndWrapped()
    {
        const auto wrapped = [](const QVariant &value) { return QVariant::fromValue(QDBusVariant(value)); };
        QCOMPARE(Portal::darkFrom(QVariant(1u)), std::optional(true));
        QCOMPARE(Portal::darkFrom(wrapped(wrapped(QVariant(2u)))), std::optional(false));
        QCOMPARE(Portal::darkFrom(QVariant(0u)), std::nullopt);
        QCOMPARE(Portal::darkFrom(QVariant(u"dark"_s)), std::nullopt);
    }

    void aDangerousButtonIsRedOnlyWhilePressed()
    {
        Appearance appearance(*qApp, Scheme::dark);
        QPushButton button;
        button.resize(90, 32);
        const QColor calm = centreOf(button);
        setEmphasis(button, Emphasis::danger);
        QCOMPARE(centreOf(button), calm);
        button.setDown(true);
        QCOMPARE(centreOf(button), Tokens::darkOnes().critical);
    }

    void hiddenCharactersAndMarkupAreShownAsText()
    {
        QCOMPARE(plain(u"a\u202Eb\nc"_s), u"a\uFFFDb\uFFFDc"_s);
        QCOMPARE(plainTip(u"<img src=x>"_s), u"<span>&lt;img src=x&gt;</span>"_s);
        QCOMPARE(plainTip({}), QString());
    }

private:
    /// Grounds that the widgets mix from the tokens, with what they write on them.
    template<typename Row>
    static void paintedGrounds(const Tokens &t, const Row &row)
    {
        for (const double share : {0.6, 0.7, 0.75}) {
            const QColor hovered = mixed(t.surface, t.raised, share);
            row("text, hovered", t.text, hovered);
            row("muted, hovered", t.muted, hovered);
            row("accent, hovered", t.accent, hovered);
            for (const Status status : statuses) {
                row("status, hovered", t.of(status), hovered);
            }
        }
        for (const Status status : statuses) {
            for (const double share : {0.06, 0.10}) { // Incident line and banner.
                const QColor strip = mixed(t.surface, t.of(status), share);
                row("text of an incident", t.text, strip);
                row("muted of an incident", t.muted, strip);
                row("status of an incident", t.of(status), strip);
            }
        }
        const QColor emergency = mixed(t.surface, t.emergency, 0.12); // Tile and card.
        row("text of an emergency", t.text, emergency);
        row("the emergency on its tile", t.emergency, emergency);
        row("text of an emergency's row", t.text, mixed(t.surface, t.emergency, 0.08));
        row("muted of an emergency's row", t.muted, mixed(t.surface, t.emergency, 0.08));
        const QColor hatch = mixed(t.surface, t.unknown, 0.22);
        row("text through a hatch", t.text, hatch);
        row("on a hovered primary button", t.onAccent, mixed(t.accent, t.text, 0.12));
        row("on a pressed primary button", t.onAccent, mixed(t.accent, t.text, 0.25));
        row("on a pressed button", t.text, mixed(t.surface, t.border, 0.6));
        row("selected words", t.onAccent, t.accent);
        row("a tooltip", t.text, t.raised);
    }

    static QFont font()
    {
        QFont font = QApplication::font();
        font.setPixelSize(16);
        return font;
    }
};

QTEST_MAIN(TestTheme)
#include "tst_theme.moc"
