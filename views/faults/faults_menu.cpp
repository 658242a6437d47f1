// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/faults/faults_menu.h"

#include "views/models/fuzzy.h"

#include <QLineEdit>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace siaga::views {

namespace {

constexpr std::size_t targetsMax = 400; // More are found by typing the region first.

template<class Line>
std::vector<ChoiceRow> rowsOf(const std::vector<Line> &lines)
{
    std::vector<ChoiceRow> rows;
    for (const Line &line : lines)
        rows.push_back(line.row);
    return rows;
}

/// Those that match, best first; headings have no place among them.
template<class Line>
std::vector<Line> matching(std::vector<Line> lines, const QString &typed)
{
    if (typed.trimmed().isEmpty())
        return lines;
    std::vector<std::pair<int, Line>> found;
    for (Line &line : lines) {
        if (line.row.isHeading)
            continue;
        const auto inText = match(typed, folded(line.row.text));
        const auto inDetail = match(typed, folded(line.row.detail));
        if (!inText && !inDetail)
            continue;
        line.row.lit = inText ? inText->lit : std::vector<int>();
        found.emplace_back(std::max(inText ? inText->score : 0, inDetail ? inDetail->score / 2 : 0), std::move(line));
    }
    std::ranges::stable_sort(found, std::ranges::greater{}, [](const auto &scored) { return scored.first; });
    std::vector<Line> best;
    for (auto &[score, line] : found)
        best.push_back(std::move(line));
    return best;
}

} // namespace

FaultsMenu::FaultsMenu(QWidget *window)
    : ChoicePopover(window)
{
    setAccessibleName(tr("Break something in the lab"));
}

void FaultsMenu::setCatalogue(const FaultCatalogue &catalogue)
{
    m_catalogue = catalogue;
}

void FaultsMenu::showFaults(const ActiveFaults &faults)
{
    m_active = faults;
    renew();
}

void FaultsMenu::showBoard(const std::shared_ptr<const NowBoard> &board, words::Zone zone)
{
    m_board = board;
    m_zone = zone;
    renew();
}

/// Ages go on; the rows keep their places while their number stays.
void FaultsMenu::renew()
{
    if (!isOpen() || m_kind >= 0)
        return;
    const auto before = m_lines.size();
    m_lines = matching(lines(), m_typed);
    list()->updateRows(rowsOf(m_lines));
    if (before != m_lines.size())
        fit();
}

void FaultsMenu::openFor(const QString &region)
{
    m_region = region;
    m_kind = -1;
    sayWhatToDo();
    open();
}

void FaultsMenu::sayWhatToDo()
{
    const bool asksWhere = m_kind >= 0;
    setHint(asksWhere ? tr("%1: where?").arg(m_catalogue.kinds[static_cast<std::size_t>(m_kind)].title)
                      : tr("What shall break in the lab? Nothing real is touched"));
    setFoot(asksWhere ? tr("Enter breaks it · Esc goes back") : tr("Enter chooses · Esc closes · everything here is simulated"));
    setNothing(tr("The lab has nothing of that name"), tr("Delete a letter, or press Esc."));
}

void FaultsMenu::showAnswer(bool isDone, const QString &words)
{
    if (isDone)
        close();
    else
        setFoot(words);
}

std::vector<FaultsMenu::Line> FaultsMenu::activeLines() const
{
    std::vector<Line> found;
    if (m_active.faults.empty())
        return found;
    found.push_back({.row = {.text = tr("Broken now; choose one to heal it"), .isHeading = true}});
    for (const ActiveFault &fault : m_active.faults) {
        QString since = fault.where;
        if (m_board) {
            const Duration lasted = std::max(Duration{}, m_board->now - fault.from);
            const auto passed = std::chrono::duration_cast<std::chrono::milliseconds>(lasted).count();
            const QString time = words::timeOfDay({m_board->wall.milliseconds - passed}, m_zone);
            const QString told = tr("since %1 · %2").arg(time, words::duration(lasted));
            since = since.isEmpty() ? told : since + u" · "_s + told;
        }
        found.push_back({.row = {.text = fault.title, .detail = since, .mark = Status::warning, .state = tr("broken"), .kind = tr("heal")},
            .call = u"heal %1"_s.arg(fault.id)});
    }
    if (m_active.faults.size() > 1)
        found.push_back({.row = {.text = tr("Heal everything"), .icon = Icon::check, .kind = tr("heal")}, .call = u"heal"_s});
    return found;
}

std::vector<FaultsMenu::Line> FaultsMenu::kindLines() const
{
    std::vector<Line> found{{.row = {.text = tr("Break"), .isHeading = true}}};
    for (std::size_t i = 0; i < m_catalogue.kinds.size(); ++i) {
        const FaultOffer &offer = m_catalogue.kinds[i];
        const bool hasTarget = offer.region || offer.service || offer.edge;
        const QString kind = offer.edge ? tr("edge") : offer.service ? tr("service") : offer.region ? tr("region") : tr("Siaga");
        const Icon icon = offer.edge ? Icon::network : offer.service ? Icon::server : offer.region ? Icon::globe : Icon::wifiOff;
        found.push_back({.row = {.text = offer.title, .detail = offer.does, .icon = icon, .kind = kind},
            .call = hasTarget ? QString() : offer.kind + offer.options,
            .kind = hasTarget ? static_cast<int>(i) : -1});
    }
    return found;
}

std::vector<FaultsMenu::Line> FaultsMenu::edgeLines(const FaultOffer &kind) const
{
    std::vector<Line> found;
    for (const FaultEdge &edge : m_catalogue.edges) {
        const QString option = u" edge=%1"_s.arg(edge.id);
        if (!kind.region) {
            found.push_back({.row = {.text = edge.id, .icon = Icon::network, .kind = tr("edge")}, .call = kind.kind + option + kind.options});
            continue;
        }
        QStringList seen;
        for (const auto &[service, region] : edge.servers) {
            const QString label = kind.service ? tr("%1 in %2", "service, region").arg(service, region) : region;
            if (seen.contains(label))
                continue;
            seen << label;
            const QString call = kind.kind + u" region=%1"_s.arg(region) + (kind.service ? u" service=%1"_s.arg(service) : QString());
            found.push_back({.row = {.text = label, .detail = tr("at %1", "an edge").arg(edge.id), .icon = Icon::network, .kind = tr("edge")},
                .call = call + option + kind.options});
        }
    }
    return found;
}

std::vector<FaultsMenu::Line> FaultsMenu::targetLines(const FaultOffer &kind) const
{
    if (kind.edge || !m_board)
        return edgeLines(kind);
    std::vector<Line> found;
    for (const RegionCard &card : m_board->regions) {
        const QString region = words::text(card.id);
        const QString title = card.title == card.id.text() ? QString() : words::text(card.title);
        if (!kind.service)
            found.push_back({.row = {.text = region, .detail = title, .icon = Icon::globe, .kind = tr("region")},
                .call = u"%1 %2"_s.arg(kind.kind, region) + kind.options});
        for (const ServiceId &service : kind.service ? card.services : std::vector<ServiceId>())
            found.push_back({.row = {.text = tr("%1 in %2", "service, region").arg(words::text(service), region), .detail = title, .icon = Icon::server, .kind = tr("service")},
                .call = u"%1 %2 %3"_s.arg(kind.kind, region, words::text(service)) + kind.options});
    }
    return found;
}

std::vector<FaultsMenu::Line> FaultsMenu::lines() const
{
    std::vector<Line> found;
    if (m_kind < 0) {
        found = activeLines();
        std::ranges::move(kindLines(), std::back_inserter(found));
        return found;
    }
    found = targetLines(m_catalogue.kinds[static_cast<std::size_t>(m_kind)]);
    // What is selected comes first: mostly it is what is meant.
    if (!m_region.isEmpty())
        std::ranges::stable_partition(found, [this](const Line &line) { return line.call.contains(m_region); });
    return found;
}

void FaultsMenu::typed(const QString &text)
{
    m_typed = text;
    m_lines = matching(lines(), text);
    m_lines.resize(std::min(m_lines.size(), targetsMax));
    list()->setRows(rowsOf(m_lines));
    fit();
}

void FaultsMenu::chosen(int row)
{
    const Line chosen = m_lines.at(static_cast<std::size_t>(row));
    if (chosen.row.isHeading)
        return;
    if (chosen.kind < 0)
        return emit disturbRequested(chosen.call);
    m_kind = chosen.kind;
    sayWhatToDo();
    open();
}

bool FaultsMenu::goBack(bool)
{
    if (m_kind < 0)
        return false;
    m_kind = -1;
    sayWhatToDo();
    open();
    return true;
}

} // namespace siaga::views

#include "moc_faults_menu.cpp"
