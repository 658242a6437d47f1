// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/widgets/alert_rows.h"

#include "views/theme/plain_text.h"

#include <QHash>
#include <QStringList>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace siaga::views {

namespace {

void clean(AlertItem &item)
{
    for (QString *text : {&item.title, &item.detail, &item.age, &item.note, &item.told, &item.escalation}) {
        *text = plain(*text);
    }
    std::ranges::for_each(item.children, clean);
}

AlertItem withoutChildren(const AlertItem &item)
{
    AlertItem bare = item;
    bare.children.clear();
    return bare;
}

QHash<QString, int> positions(const std::vector<AlertRows::Row> &rows)
{
    QHash<QString, int> found;
    found.reserve(static_cast<qsizetype>(rows.size()));
    for (const AlertRows::Row &row : rows) {
        found.insert(row.key, static_cast<int>(found.size()));
    }
    return found;
}

bool sameOrder(const std::vector<AlertRows::Row> &one, const std::vector<AlertRows::Row> &other)
{
    return std::ranges::equal(one, other, {}, &AlertRows::Row::key, &AlertRows::Row::key);
}

} // namespace

void AlertRows::show(std::vector<AlertItem> items, bool held)
{
    m_items = std::move(items);
    std::ranges::for_each(m_items, clean);
    if (held) {
        updateInPlace();
    } else {
        release();
    }
}

void AlertRows::release()
{
    apply(flattened());
    tellWaiting(0, Status::healthy, false);
}

void AlertRows::toggle(int row)
{
    const QString id = at(row).item.id;
    if (at(row).kind != Kind::behind) {
        return;
    }
    if (!m_open.erase(id)) {
        m_open.insert(id);
    }
    // Only what this row opens or closes may move, so the order shown is kept and not the latest.
    const std::vector<Row> latest = flattened();
    std::vector<Row> target;
    for (const Row &shown : m_rows) {
        const bool ours = shown.kind == Kind::child && shown.key.startsWith(id + u'/');
        if (!ours) {
            target.push_back(shown);
        }
        if (shown.kind == Kind::behind && shown.item.id == id) {
            target.back().open = m_open.contains(id);
            std::ranges::copy_if(latest, std::back_inserter(target),
                [&id](const Row &next) { return next.kind == Kind::child && next.key.startsWith(id + u'/'); });
        }
    }
    apply(std::move(target));
}

std::vector<AlertRows::Row> AlertRows::flattened() const
{
    std::vector<Row> rows;
    for (const AlertItem &item : m_items) {
        rows.push_back({Kind::alert, item.id, withoutChildren(item)});
        if (item.behind <= 0) {
            continue;
        }
        const bool open = m_open.contains(item.id);
        rows.push_back({Kind::behind, item.id + u"/behind"_s, withoutChildren(item), open});
        for (const AlertItem &child : open ? item.children : std::vector<AlertItem>()) {
            rows.push_back({Kind::child, item.id + u"/"_s + child.id, withoutChildren(child)});
        }
    }
    return rows;
}

void AlertRows::apply(std::vector<Row> target)
{
    const QHash<QString, int> wanted = positions(target);
    for (int last = rowCount() - 1; last >= 0; --last) {
        int first = last;
        while (first >= 0 && !wanted.contains(at(first).key)) {
            --first;
        }
        if (first < last) {
            beginRemoveRows({}, first + 1, last);
            m_rows.erase(m_rows.begin() + first + 1, m_rows.begin() + last + 1);
            endRemoveRows();
        }
        last = first;
    }
    // From here on every row shown is wanted. Insert in place where the order of the others already fits.
    std::vector<Row> kept = m_rows;
    std::ranges::sort(kept, {}, [&wanted](const Row &row) { return wanted.value(row.key); });
    if (!sameOrder(kept, m_rows)) {
        emit layoutAboutToBeChanged({}, VerticalSortHint);
        const QHash<QString, int> moved = positions(kept);
        for (const QModelIndex &from : persistentIndexList()) {
            changePersistentIndex(from, index(moved.value(at(from.row()).key), 0));
        }
        m_rows = std::move(kept);
        emit layoutChanged({}, VerticalSortHint);
    }
    for (std::size_t to = 0; to < target.size();) {
        std::size_t end = to;
        while (end < target.size() && (to >= m_rows.size() || target[end].key != m_rows[to].key)) {
            ++end;
        }
        if (end > to) {
            beginInsertRows({}, static_cast<int>(to), static_cast<int>(end) - 1);
            m_rows.insert(m_rows.begin() + static_cast<std::ptrdiff_t>(to),
                target.begin() + static_cast<std::ptrdiff_t>(to), target.begin() + static_cast<std::ptrdiff_t>(end));
            endInsertRows();
        }
        to = end + 1;
    }
    std::vector<Row> old = std::exchange(m_rows, std::move(target));
    // One range from the first to the last that changed: a thousand small ones cost more than they spare.
    const auto first = std::ranges::mismatch(old, m_rows).in1;
    if (first != old.end()) {
        const auto last = std::mismatch(old.rbegin(), old.rend(), m_rows.rbegin()).first;
        emit dataChanged(index(static_cast<int>(first - old.begin()), 0), index(static_cast<int>(old.rend() - last) - 1, 0));
    }
}

void AlertRows::updateInPlace()
{
    const std::vector<Row> latest = flattened();
    const QHash<QString, int> found = positions(latest);
    std::vector<Row> target = m_rows;
    for (Row &row : target) {
        const int at = found.value(row.key, -1);
        if (at >= 0) {
            row = latest[static_cast<std::size_t>(at)];
        } else {
            row.item.over = true;
        }
    }
    const QHash<QString, int> shown = positions(m_rows);
    int fresh = 0;
    Status worst = Status::healthy;
    for (const Row &row : latest) {
        if (row.kind == Kind::alert && !shown.contains(row.key)) {
            ++fresh;
            worst = std::max(worst, row.item.status);
        }
    }
    const bool reordered = !sameOrder(latest, target);
    apply(std::move(target));
    tellWaiting(fresh, worst, reordered);
}

void AlertRows::tellWaiting(int fresh, Status worst, bool reordered)
{
    if (fresh != m_waiting || worst != m_worst || reordered != m_reordered) {
        m_waiting = fresh;
        m_worst = worst;
        m_reordered = reordered;
        emit waitingChanged(fresh, worst, reordered);
    }
}

int AlertRows::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

QVariant AlertRows::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid)) {
        return {};
    }
    const Row &row = at(index.row());
    if (row.kind == Kind::behind) {
        return role == Qt::DisplayRole || role == Qt::AccessibleTextRole ? QVariant(tr("+%1 behind it").arg(row.item.behind))
                                                                         : QVariant();
    }
    switch (role) {
    case Qt::DisplayRole:
        return row.item.title;
    case Qt::AccessibleTextRole: {
        QStringList parts{row.item.over ? tr("over") : word(row.item.status), row.item.title, row.item.detail,
            row.item.age, row.item.note, row.item.escalation, row.item.told};
        parts.removeAll(QString());
        return parts.join(tr(", "));
    }
    case Qt::ToolTipRole: {
        QStringList parts{row.item.detail, row.item.escalation, row.item.told};
        parts.removeAll(QString());
        return plainTip(parts.isEmpty() ? row.item.title : tr("%1: %2").arg(row.item.title, parts.join(tr(", "))));
    }
    default:
        return {};
    }
}

} // namespace siaga::views

#include "moc_alert_rows.cpp"
