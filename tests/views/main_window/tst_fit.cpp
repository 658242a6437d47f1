// SPDX-License-Identifier: GPL-3.0-or-later
// That nothing is cut or covered: every text of every page and dialog is painted whole, inside its widget, and on no
// other text, in English and Indonesian, on a notebook and on a large screen, with smaller and larger letters. Run once
// more for each scale factor (QT_SCALE_FACTOR); sizes are those that the desktop hands out after scaling.
#include "tests/views/main_window/scenes.h"
#include "tests/views/main_window/top_levels.h"
#include "tests/views/main_window/painted_text.h"

#include "views/protect/breaker_cards.h"
#include "views/theme/appearance.h"
#include "views/widgets/choice_popover.h"
#include "views/widgets/incident_line.h"
#include "views/widgets/lane_chart.h"
#include "views/widgets/tile.h"

#include <QAbstractItemView>
#include <QAbstractScrollArea>
#include <QApplication>
#include <QLabel>
#include <QLineEdit>
#include <QFile>
#include <QRegularExpression>
#include <QScreen>
#include <QTemporaryDir>
#include <QTest>
#include <QTranslator>

#include <memory>

using namespace Qt::StringLiterals;

namespace {

constexpr int usualLetters = 13;
constexpr qreal slack = 1; // Pixels by which letters may lean over an edge.

/// Where the widget can be seen: less than all of it inside a scroll area.
QRectF seen(const QWidget &widget)
{
    return widget.visibleRegion().boundingRect();
}

bool scrolls(const QWidget &widget)
{
    for (const QWidget *at = widget.parentWidget(); at; at = at->parentWidget())
        if (qobject_cast<const QAbstractScrollArea *>(at))
            return true;
    return false;
}

/// Names and numbers, of any length; or several facts in one line.
bool holdsData(const QString &text)
{
    static const QRegularExpression data(u"[0-9@·]"_s);
    return text.contains(data);
}

/// Cut on purpose: what a person or a machine named may be of any length, so it ends in an ellipsis and its tooltip, or
/// the inspector, has all of it. What we say ourselves must fit.
bool mayBeCut(const QWidget &widget)
{
    // The hint in an empty line; the label before it says what it is for.
    if (qobject_cast<const QLineEdit *>(&widget) && widget.window()->font().pixelSize() > usualLetters)
        return true;
    if (const auto *label = qobject_cast<const QLabel *>(&widget))
        return holdsData(label->text()) && !label->toolTip().isEmpty();
    if (const auto *tile = qobject_cast<const siaga::views::Tile *>(&widget))
        return holdsData(tile->face().detail) && !tile->toolTip().isEmpty();
    if (qobject_cast<const siaga::views::BreakerCards *>(&widget) || qobject_cast<const siaga::views::LaneChart *>(&widget) || qobject_cast<const siaga::views::IncidentLine *>(&widget))
        return true; // Each of them has a name in it.
    for (const QWidget *at = &widget; at; at = at->parentWidget())
        if (qobject_cast<const QAbstractItemView *>(at))
            return true;
    return false;
}

/// What makes a window wider than the screen.
QString widest(const QWidget &top)
{
    QStringList all;
    for (const QWidget *widget : top.findChildren<QWidget *>())
        if (widget->isVisible() && widget->minimumSizeHint().width() > top.width() / 5)
            all << u"%1 %2"_s.arg(QString::fromLatin1(widget->metaObject()->className())).arg(widget->minimumSizeHint().width());
    return all.join(u", "_s);
}

struct Text
{
    QString words;
    QRectF place; // In the window.
    const QWidget *widget;
};

QString told(const Text &text)
{
    const QRect place = text.place.toRect();
    return u"“%1” at %2,%3 %4×%5 in %6"_s.arg(text.words).arg(place.x()).arg(place.y()).arg(place.width()).arg(place.height())
        .arg(QString::fromLatin1(text.widget->metaObject()->className()));
}

class Walk
{
public:
    explicit Walk(QWidget &top)
        : m_top(top)
    {
        for (QWidget *widget : top.findChildren<QWidget *>())
            if (widget->isVisible())
                look(*widget);
        lookForCovered();
    }

    QStringList complaints;

private:
    void look(QWidget &widget)
    {
        const QRectF visible = seen(widget);
        const bool inList = widget.objectName() == "qt_scrollarea_viewport"_L1 || isScrolledLine(widget);
        for (const auto &[words, place] : siaga::tests::paintingOf(widget).texts) {
            const Text text{words, place.translated(widget.mapTo(&m_top, QPoint())), &widget};
            if (words.endsWith(u'…') && isElided(widget, words) && !mayBeCut(widget))
                complaints << u"shortened: "_s + told(text);
            // A list shows parts of its first and last row, a line parts of what is typed; everything else lies whole inside its widget.
            if (!inList && !QRectF(widget.rect()).adjusted(-slack, -slack, slack, slack).contains(place))
                complaints << u"cut by its widget (%1×%2): "_s.arg(widget.width()).arg(widget.height()) + told(text);
            else if (!scrolls(widget) && !visible.adjusted(-slack, -slack, slack, slack).contains(place))
                complaints << u"not in sight: "_s + told(text);
            else if (visible.intersects(place))
                m_texts << Text{words, (visible & place).translated(widget.mapTo(&m_top, QPoint())), &widget};
        }
        lookAtWrapped(widget);
    }

    /// A line that one types into shows the part where the cursor is.
    static bool isScrolledLine(const QWidget &widget)
    {
        const auto *line = qobject_cast<const QLineEdit *>(&widget);
        return line && !line->text().isEmpty();
    }

    /// Some words end in "…" by themselves: "Stop automation…".
    static bool isElided(const QWidget &widget, const QString &words)
    {
        const QString whole = widget.property("text").toString();
        return !whole.endsWith(words) && !QCoreApplication::translate("siaga::views::Inspector", "Restore…").endsWith(words);
    }

    /// A label that breaks its lines has room for all of them.
    void lookAtWrapped(const QWidget &widget)
    {
        const auto *label = qobject_cast<const QLabel *>(&widget);
        if (label && label->wordWrap() && label->heightForWidth(label->width()) > label->height() + 1)
            complaints << u"needs %1 pixels of height and has %2: “%3”"_s.arg(label->heightForWidth(label->width()))
                              .arg(label->height()).arg(label->text());
    }

    void lookForCovered()
    {
        for (qsizetype one = 0; one < m_texts.size(); ++one)
            for (qsizetype other = one + 1; other < m_texts.size(); ++other) {
                if (layerOf(m_texts[one].widget) != layerOf(m_texts[other].widget)
                    || (m_texts[one].widget == m_texts[other].widget && m_texts[one].words == m_texts[other].words))
                    continue; // A popover lies over the page; a selected text is painted on itself.
                const QRectF common = m_texts[one].place & m_texts[other].place;
                if (common.width() > 2 && common.height() > 2)
                    complaints << u"one on the other: "_s + told(m_texts[one]) + u" and "_s + told(m_texts[other]);
            }
    }

    static const QWidget *layerOf(const QWidget *widget)
    {
        while (widget->parentWidget() && !qobject_cast<const siaga::views::ChoicePopover *>(widget))
            widget = widget->parentWidget();
        return widget;
    }

    QWidget &m_top;
    QList<Text> m_texts;
};

} // namespace

class TestFit : public QObject
{
    Q_OBJECT

private slots:
    void init() { siaga::tests::failOnOtherWarnings(); }

    void nothingIsCutOrCovered_data()
    {
        QTest::addColumn<int>("scene");
        QTest::addColumn<QString>("language");
        QTest::addColumn<QSize>("screen");
        QTest::addColumn<int>("letters");
        const QSize large = (QSizeF(3840, 2160) / qApp->devicePixelRatio()).toSize();
        for (int at = 0; at < siaga::tests::scenes().size(); ++at)
            for (const QString &language : {u"en"_s, u"id"_s}) {
                const auto row = [&](const QSize &screen, int letters) {
                    if (screen.height() > QGuiApplication::primaryScreen()->geometry().height())
                        return;
                    QTest::addRow("%s %s %dx%d letters %d", siaga::tests::scenes()[at].name, qPrintable(language),
                        screen.width(), screen.height(), letters)
                        << at << language << screen << letters;
                };
                row({1280, 800}, 13);
                row({1440, 900}, 13);
                row(large, 13);
                row({1280, 800}, 12);
                row({1440, 900}, 15);
                row(large, 18);
            }
    }

    void nothingIsCutOrCovered()
    {
        QFETCH(int, scene);
        QFETCH(QString, language);
        QFETCH(QSize, screen);
        QFETCH(int, letters);
        QTranslator catalogue;
        if (language == u"id"_s) {
            QVERIFY(catalogue.load(QStringLiteral(SIAGA_CATALOGUE)));
            QCoreApplication::installTranslator(&catalogue);
        }
        QFont font = QApplication::font();
        font.setPixelSize(letters);
        QApplication::setFont(font);
        const auto top = siaga::tests::shown(siaga::tests::scenes()[scene], screen);
        QVERIFY2(top->width() <= screen.width() && top->height() <= screen.height(),
            qPrintable(u"takes %1×%2; wants most: %3"_s.arg(top->width()).arg(top->height()).arg(widest(*top))));
        const Walk walk(*top);
        if (!qEnvironmentVariableIsEmpty("SIAGA_PICTURES"))
            top->grab().save(qEnvironmentVariable("SIAGA_PICTURES") + u'/' + QString::fromUtf8(QTest::currentDataTag()).replace(u' ', u'-') + u".png"_s);
        QVERIFY2(walk.complaints.isEmpty(), qPrintable(u'\n' + walk.complaints.join(u'\n')));
    }

    /// Else the walk above would prove nothing.
    void whatIsCutOrCoveredIsFound()
    {
        QWidget top;
        top.resize(200, 100);
        auto *label = new QLabel(u"a long line of words"_s, &top);
        label->setGeometry(10, 10, 40, 20);
        auto *other = new QLabel(u"over it"_s, &top);
        other->setGeometry(5, 10, 180, 20);
        auto *wrapped = new QLabel(u"many words that take more than one line here"_s, &top);
        wrapped->setWordWrap(true);
        wrapped->setGeometry(10, 50, 80, 14);
        top.show();
        const QStringList complaints = Walk(top).complaints;
        QVERIFY(!complaints.filter(u"cut by its widget"_s).isEmpty());
        QVERIFY(!complaints.filter(u"needs "_s).isEmpty());
        label->setGeometry(10, 10, 180, 20);
        QVERIFY(!Walk(top).complaints.filter(u"one on the other"_s).isEmpty());
    }
};

int main(int argc, char **argv)
{
    const QTemporaryDir folder;
    QFile display(folder.filePath(u"display.json"_s));
    if (!display.open(QIODevice::WriteOnly))
        return 1;
    // Qt opens a dialog no larger than two thirds of its screen, so a small one is a test of its own.
    const QByteArray size = qEnvironmentVariableIsSet("SIAGA_SMALL_SCREEN")
        ? "\"width\": 1280, \"height\": 800"
        : "\"width\": 3840, \"height\": 2160";
    display.write(R"({"screens": [{"name": "only", "x": 0, "y": 0, )" + size
        + R"(, "logicalDpi": 96, "logicalBaseDpi": 96, "dpr": 1}]})");
    display.close();
    qputenv("QT_QPA_PLATFORM", "offscreen:configfile=" + QFile::encodeName(display.fileName()));
    qunsetenv("QT_FATAL_WARNINGS"); // It knows no exceptions; see top_levels.h.
    QApplication application(argc, argv);
    const siaga::views::Appearance appearance(application, siaga::views::Scheme::dark);
    TestFit test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_fit.moc"
