// SPDX-License-Identifier: GPL-3.0-or-later
// The window: header, rail, page, inspector, status bar, and the keys that work everywhere.
//
// Like the control desk of a power station: it shows what is reported and passes on what is asked for. The catch: it
// holds no state of the fleet but the last board, and waits for nothing; an answer that never comes blocks nobody.
#pragma once

#include "core/boards/now_board.h"
#include "core/boards/request.h"
#include "core/words/figures.h"
#include "views/models/selection.h"
#include "views/theme/status.h"

#include <QElapsedTimer>
#include <QPointer>
#include <QWidget>

#include <memory>

namespace siaga::views {

class BannerStack;
class Header;
class HoldDialog;
class Inspector;
class ModeFrame;
class NavigationRail;
class NowPage;
class StatusBar;
class TrafficDialog;
struct QuestionText;

class MainWindow : public QWidget
{
    Q_OBJECT

public:
    /// `ids` draws the number of each request. `mode` stands until the first board tells it.
    MainWindow(siaga::Mode mode, RequestIdSource ids, QWidget *parent = nullptr);

    /// At most ten a second; from the GUI thread.
    void showBoard(std::shared_ptr<const NowBoard> board);
    /// The answers to what was requested.
    void showGranted(const RequestGranted &granted);
    void showRefused(const RequestRefused &refused);

    /// The words that reach this Siaga on a command line, such as --data DIR; they stand in every command that is copied.
    void setPlaces(const QStringList &places) { m_places = places; }

    const Selection &selection() const { return m_selection; }

signals:
    /// One of the bodies of core/events/request_events.h.
    void requested(const siaga::Request &request);

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    QWidget *makeContent(Mode mode);
    void connectPage();
    void connectInspector();
    void refresh();
    void tick();
    Duration silence() const;
    void select(const Selection &selection);
    Selection shownSelection() const;

    // What can be asked for.
    void acknowledge(AlertId alert);
    void hold(PlanId plan);
    void holdAll();
    void resume(PlanId plan);
    void abort(PlanId plan);
    void moveTraffic(PurposeKind kind, const RegionId &region);
    void review(PlanId plan);
    void openTraffic(const Purpose &purpose, std::optional<PlanId> plan);
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
    Selection m_selection;        ///< What the person chose; nothing: what is worst shows itself.
    QStringList m_refusal;        ///< Of the last request that no dialog answers for.
    words::Zone m_zone = words::Zone::utc;
    QStringList m_places;

    ModeFrame *m_frame;
    Header *m_header;
    BannerStack *m_banners;
    NavigationRail *m_rail;
    NowPage *m_page;
    Inspector *m_inspector;
    StatusBar *m_status;
    QPointer<TrafficDialog> m_traffic;
    QPointer<HoldDialog> m_holdList;
};

} // namespace siaga::views
