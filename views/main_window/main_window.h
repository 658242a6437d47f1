// SPDX-License-Identifier: GPL-3.0-or-later
// The window: header, rail, page, inspector, status bar, and the keys that work everywhere.
//
// Like the control desk of a power station: it shows what is reported and passes on what is asked for. The catch: it
// holds no state of the fleet but the last board, and waits for nothing; an answer that never comes blocks nobody.
#pragma once

#include "core/boards/protect_board.h"
#include "core/boards/request.h"
#include "core/words/figures.h"
#include "views/models/selection.h"
#include "views/theme/status.h"

#include <QElapsedTimer>
#include <QPointer>
#include <QWidget>

#include <map>
#include <memory>

class QStackedWidget;

namespace siaga::views {

class BannerStack;
class BreakerDialog;
class Header;
class HoldDialog;
class Inspector;
class ModeFrame;
class NavigationRail;
class NowPage;
class ProtectPage;
class StatusBar;
class TrafficDialog;
struct QuestionText;
enum class BreakerOrder;

/// The pages there are, by the number of their key.
inline constexpr int nowPage = 1;
inline constexpr int protectPage = 5;

class MainWindow : public QWidget
{
    Q_OBJECT

public:
    /// `ids` draws the number of each request. `mode` stands until the first board tells it.
    MainWindow(siaga::Mode mode, RequestIdSource ids, QWidget *parent = nullptr);

    /// At most ten a second; from the GUI thread.
    void showBoard(std::shared_ptr<const NowBoard> board);
    /// The same of page Protect; wanted only while that page is shown.
    void showProtection(std::shared_ptr<const ProtectBoard> board);
    /// Goes to a page, as its key does.
    void showPage(int number);
    int page() const { return m_current; }
    /// The answers to what was requested.
    void showGranted(const RequestGranted &granted);
    void showRefused(const RequestRefused &refused);

    /// The words that reach this Siaga on a command line, such as --data DIR; they stand in every command that is copied.
    void setPlaces(const QStringList &places) { m_places = places; }

    /// Core cannot start: says why and what to do, in place of the page. The window stays until it is closed.
    void showStartFailure(const QStringList &reasons, const QString &remedy);
    /// Whether plans and journal outlive this window; until told, they do.
    void setKept(bool kept) { m_kept = kept; }

    const Selection &selection() const { return m_selections.at(m_current); }

signals:
    /// Another page is shown now; only its board is wanted.
    void pageShown(int number);
    /// One of the bodies of core/events/request_events.h.
    void requested(const siaga::Request &request);

protected:
    void keyPressEvent(QKeyEvent *event) override;
    /// Asks first while plans run.
    void closeEvent(QCloseEvent *event) override;

private:
    QWidget *makeContent(Mode mode);
    void connectPage();
    void connectProtection();
    void connectInspector();
    void refresh();
    void tick();
    void deliver();
    Duration silence() const;
    void select(const Selection &selection);
    Selection shownSelection() const;
    void selectBreaker(const BreakerId &breaker);

    // What can be asked for.
    void acknowledge(AlertId alert);
    void hold(PlanId plan);
    void holdAll();
    void resume(PlanId plan);
    void abort(PlanId plan);
    void moveTraffic(PurposeKind kind, const RegionId &region);
    void review(PlanId plan);
    void openTraffic(const Purpose &purpose, std::optional<PlanId> plan);
    void order(BreakerOrder order, const BreakerId &breaker);
    void stopOrLift();
    void question(const QuestionText &text, const std::function<void(const QString &)> &agreed);
    void copyCommand(const QString &command);
    void showKeys();
    void openRunbook(const QString &link);
    void bannerPressed(const QString &key);
    QWidget *dialogParent();

    RequestIdSource m_ids;
    std::shared_ptr<const NowBoard> m_board;
    QElapsedTimer m_sinceBoard;
    std::shared_ptr<const ProtectBoard> m_protection;
    int m_current = nowPage;
    /// What the person chose on each page; nothing: what is worst shows itself.
    std::map<int, Selection> m_selections{{nowPage, {}}, {protectPage, {}}};
    QStringList m_refusal;        ///< Of the last request that no dialog answers for.
    words::Zone m_zone = words::Zone::utc;
    bool m_kept = true;
    bool m_closing = false;       ///< A person said yes to it.
    QStringList m_places;

    ModeFrame *m_frame;
    Header *m_header;
    BannerStack *m_banners;
    NavigationRail *m_rail;
    QStackedWidget *m_pages;
    NowPage *m_page;
    ProtectPage *m_protectPage;
    Inspector *m_inspector;
    StatusBar *m_status;
    QPointer<TrafficDialog> m_traffic;
    QPointer<HoldDialog> m_holdList;
    QPointer<BreakerDialog> m_breaker;
};

} // namespace siaga::views
