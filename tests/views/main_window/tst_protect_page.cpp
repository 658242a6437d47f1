// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/views/main_window/protect_boards.h"
#include "tests/views/main_window/top_levels.h"

#include "views/protect/breaker_cards.h"
#include "views/protect/card_places.h"
#include "views/protect/protect_faces.h"
#include "views/protect/protect_page.h"
#include "views/widgets/action_button.h"
#include "views/widgets/code_block.h"

#include <QAccessible>
#include <QLineEdit>
#include <QScrollArea>
#include <QSignalSpy>
#include <QTest>

using namespace siaga;
using namespace siaga::views;
using namespace std::chrono_literals;

namespace {

const BreakerFace *faceIn(const std::vector<BreakerGroupFace> &groups, const BreakerId &id)
{
    for (const BreakerGroupFace &group : groups)
        for (const BreakerFace &face : group.cards)
            if (face.id.toStdString() == id.text())
                return &face;
    return nullptr;
}

BreakerId selectedBy(const QSignalSpy &spy)
{
    return spy.isEmpty() ? BreakerId() : std::get<BreakerId>(spy.last()[0].value<Selection>());
}

} // namespace

class TestProtectPage : public QObject
{
    Q_OBJECT

    std::unique_ptr<ProtectPage> m_page;
    BreakerCards *m_cards = nullptr;

    void show(ProtectBoard board)
    {
        m_page->showBoard(boards::shared(std::move(board)));
        m_page->show();
        QVERIFY(QTest::qWaitForWindowExposed(m_page.get()));
    }

    int indexOf(const BreakerId &id) const
    {
        const std::string title = id.text();
        for (int i = 0; i < m_cards->partCount(); ++i)
            if (title.ends_with(m_cards->part(i).name.toStdString()))
                return i;
        return -1;
    }

private slots:
    void init()
    {
        tests::failOnOtherWarnings();
        m_page = std::make_unique<ProtectPage>();
        m_page->resize(880, 640);
        m_cards = m_page->findChild<BreakerCards *>();
    }

    void cleanup() { m_page.reset(); }

    void aCardSaysWhatItCountedAndWhatComesNext()
    {
        const ProtectBoard board = boards::openAndRamping();
        const auto groups = breakerGroups(board, {}, {});
        const BreakerFace *east = faceIn(groups, boards::payEast);
        QVERIFY(east && east->status == Status::critical);
        QCOMPARE(east->state, QStringLiteral("open"));
        QCOMPARE(east->figure + east->unit, QStringLiteral("75%"));
        QCOMPARE(east->detail, QStringLiteral("30 of 40 failed"));
        QCOMPARE(*east->limit, 0.5);
        QCOMPARE(east->next, QStringLiteral("looks again in 12 s"));
        QCOMPARE(east->age, QStringLiteral("48 s"));
        QCOMPARE(east->subtitle, QStringLiteral("us-east-1 · plan 41 waits for approval"));
        const BreakerFace *west = faceIn(groups, boards::payWest);
        QCOMPARE(west->next, QStringLiteral("25 % of calls let through"));
        const BreakerFace *edge = faceIn(groups, boards::edgeEurope);
        QCOMPARE(edge->gauges.size(), std::size_t(3));
        QCOMPARE(edge->gauges[0].value, QStringLiteral("3/4"));
        QVERIFY(edge->spoken.contains(QStringLiteral("score 26.4 of 25")) || edge->subtitle.contains(QStringLiteral("score 26.4 of 25")));
    }

    void whatIsNotKnownIsNotCalledClosed()
    {
        ProtectBoard board = boards::calm();
        BreakerCard &card = boards::cardOf(board, boards::payEast);
        card.standing = Standing::unknown;
        card.failed.reset();
        card.figures = {};
        card.age.reset();
        const BreakerFace face = breakerFace(card);
        QCOMPARE(face.state, QStringLiteral("unknown"));
        QCOMPARE(face.figure, QStringLiteral("—"));
        QCOMPARE(face.detail, QStringLiteral("nothing seen yet"));
    }

    void aStaleCardKeepsItsFiguresAndSaysItsAge()
    {
        ProtectBoard board = boards::openAndRamping();
        BreakerCard &card = boards::cardOf(board, boards::payEast);
        card.stale = true;
        card.age = 47s;
        const BreakerFace face = breakerFace(card);
        QVERIFY(face.stale && face.status == Status::critical);
        QCOMPARE(face.age, QStringLiteral("seen 47 s ago"));
        QCOMPARE(face.figure, QStringLiteral("75"));
    }

    void aHoldSaysWhoAndHowLong()
    {
        ProtectBoard board = boards::forty();
        const auto groups = breakerGroups(board, {}, QStringLiteral("forced"));
        QCOMPARE(groups.size(), std::size_t(1));
        QVERIFY(groups[0].cards[0].held);
        QCOMPARE(groups[0].cards[0].next, QStringLiteral("forced open by rina, 48 min left"));
    }

    void calmOnesOfOurOwnAreOneLineUntilUnfolded()
    {
        show(boards::calm());
        const auto groups = breakerGroups(boards::calm(), {}, {});
        const auto probes = std::ranges::find(groups, QStringLiteral("36 calm"), &BreakerGroupFace::fold);
        QVERIFY(probes != groups.end() && probes->cards.empty());
        const int before = m_cards->partCount();
        for (int i = 0; i < before; ++i)
            if (m_cards->part(i).value.contains(QStringLiteral("36 calm"))) {
                QTest::mouseClick(m_cards, Qt::LeftButton, {}, m_cards->part(i).place.center());
                break;
            }
        QCOMPARE(m_cards->partCount(), before + 36);
    }

    void aClickSelectsAndArrowsGoOn()
    {
        show(boards::openAndRamping());
        QSignalSpy selected(m_page.get(), &ProtectPage::selected);
        QTest::mouseClick(m_cards, Qt::LeftButton, {}, m_cards->part(0).place.center());
        QVERIFY(selectedBy(selected) == boards::payEast); // The worst is the first.
        m_page->setSelection(boards::payEast);
        QTest::keyClick(m_cards, Qt::Key_Right);
        QVERIFY(selectedBy(selected) == boards::payWest);
        QTest::keyClick(m_cards, Qt::Key_Down);
        QVERIFY(selectedBy(selected).text().starts_with("checkout@"));
        QTest::keyClick(m_cards, Qt::Key_Home);
        QVERIFY(selectedBy(selected) == boards::payEast);
        QSignalSpy activated(m_page.get(), &ProtectPage::breakerActivated);
        QTest::keyClick(m_cards, Qt::Key_Return);
        QCOMPARE(activated.size(), 1);
        QVERIFY(activated[0][0].value<BreakerId>() == boards::payEast);
    }

    void theKeyboardStaysInSight()
    {
        show(boards::forty());
        m_cards->setFocus();
        QTest::keyClick(m_cards, Qt::Key_End);
        const auto *scroll = m_page->findChild<QScrollArea *>();
        const QRect last = m_cards->part(m_cards->partCount() - 1).place;
        QVERIFY(scroll->viewport()->rect().contains(m_cards->mapTo(scroll->viewport(), last.center())));
    }

    void everyPlaceIsReachedByArrows()
    {
        const auto groups = breakerGroups(boards::forty(), {}, {});
        const CardPlaces places = placesOf(groups, 900, {});
        std::vector<bool> reached(places.places.size());
        for (std::size_t at = 0;; at = neighbour(places, at, Towards::right)) {
            if (reached[at])
                break;
            reached[at] = true;
        }
        QVERIFY(std::ranges::all_of(reached, std::identity{}));
        std::size_t at = places.places.size() - 1;
        for (int i = 0; i < 100; ++i)
            at = neighbour(places, at, Towards::up);
        QCOMPARE(places.places[at].rect.top(), places.places[0].rect.top());
    }

    void cardsNeverOverlapAndFillTheWidth()
    {
        for (const int width : {200, 640, 873, 3500}) {
            const CardPlaces places = placesOf(breakerGroups(boards::forty(), {}, {}), width, {});
            int right = 0;
            for (std::size_t i = 0; i < places.places.size(); ++i) {
                right = std::max(right, places.places[i].rect.right() + 1);
                for (std::size_t j = 0; j < i; ++j)
                    QVERIFY(!places.places[i].rect.intersects(places.places[j].rect));
            }
            QCOMPARE(right, width);
        }
    }

    void cardsDoNotJumpUnderTheKeyboard()
    {
        show(boards::calm());
        m_cards->setFocus();
        QTest::keyClick(m_cards, Qt::Key_Home);
        ProtectBoard worse = boards::calm();
        BreakerCard &west = boards::cardOf(worse, boards::payWest);
        west.state = BreakerState::open;
        west.standing = Standing::critical;
        std::swap(worse.groups[0].cards[0], worse.groups[0].cards[1]);
        m_page->showBoard(boards::shared(worse));
        QVERIFY(m_cards->part(0).name.startsWith(QStringLiteral("payment-service@us-east-1")));
        QCOMPARE(m_cards->waiting(), 2);
        QTest::keyClick(m_cards, Qt::Key_N);
        QVERIFY(m_cards->part(0).name.startsWith(QStringLiteral("payment-service@us-west-2")));
        QCOMPARE(m_cards->waiting(), 0);
    }

    void theFilterFindsByNameRegionAndState()
    {
        show(boards::forty());
        auto *filter = m_page->findChild<QLineEdit *>();
        m_cards->setFocus();
        QTest::keyClick(m_cards, Qt::Key_Slash);
        QTRY_VERIFY(filter->hasFocus());
        QTest::keyClicks(filter, QStringLiteral("ledger"));
        QCOMPARE(m_cards->partCount(), 5);
        QTest::keyClick(filter, Qt::Key_Escape);
        QVERIFY(filter->text().isEmpty() && m_cards->hasFocus());
        QTest::keyClick(m_cards, Qt::Key_Slash);
        QTest::keyClicks(filter, QStringLiteral("no such thing"));
        QVERIFY(m_cards->isHidden());
    }

    void anEmptyPageSaysHowToRegister()
    {
        show(boards::empty());
        const auto *example = m_page->findChild<CodeBlock *>();
        QVERIFY(example->isVisible());
        QVERIFY(example->accessibleName().contains(QStringLiteral("breakers:")));
        m_page->showBoard(boards::shared(boards::calm()));
        QVERIFY(!example->isVisible());
    }

    void everyCardIsReadAloudWithItsState()
    {
        show(boards::openAndRamping());
        QAccessibleInterface *all = QAccessible::queryAccessibleInterface(m_cards);
        QVERIFY(all && all->childCount() == m_cards->partCount());
        QAccessibleInterface *east = all->child(indexOf(boards::payEast));
        QCOMPARE(east->text(QAccessible::Name), QStringLiteral("payment-service@us-east-1"));
        const QString value = east->text(QAccessible::Value);
        for (const char *part : {"critical", "open for 48 s", "30 of 40 calls failed", "looks again in 12 s", "plan 41"})
            QVERIFY2(value.contains(QString::fromLatin1(part)), qPrintable(value));
        m_cards->setFocus();
        QTest::keyClick(m_cards, Qt::Key_Home);
        QTRY_VERIFY(all->child(0)->state().focused);
    }

    void textFromOutsideIsShownAsItIs()
    {
        ProtectBoard board = boards::openAndRamping();
        boards::cardOf(board, boards::charge).title = "<b>charge</b>\u202E";
        show(board);
        QString all;
        for (int i = 0; i < m_cards->partCount(); ++i)
            all += m_cards->part(i).name;
        QVERIFY(all.contains(QStringLiteral("<b>charge</b>")));
        QVERIFY(!all.contains(QChar(0x202E)));
    }

    void fiveHundredCardsCostLittle()
    {
        ProtectBoard board = boards::empty();
        for (int group = 0; group < 10; ++group) {
            BreakerGroup made = boards::forty().groups[0];
            made.name += std::to_string(group);
            const std::vector<BreakerCard> five = made.cards;
            for (int i = 0; i < 9; ++i)
                for (BreakerCard card : five) {
                    card.id = BreakerId(card.id.text() + '-' + std::to_string(group * 10 + i));
                    made.cards.push_back(card);
                }
            board.groups.push_back(made);
        }
        show(board);
        QBENCHMARK_ONCE {
            m_page->showBoard(boards::shared(board));
            m_page->grab();
        }
    }
};

int main(int argc, char **argv)
{
    return tests::runWithWindows<TestProtectPage>(argc, argv);
}
#include "tst_protect_page.moc"
