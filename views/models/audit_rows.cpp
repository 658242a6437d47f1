// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/models/audit_rows.h"

#include "views/models/standing.h"
#include "views/theme/plain_text.h"
#include "views/widgets/row_model.h"

#include <algorithm>

namespace siaga::views {

namespace {

std::optional<Status> markOf(const words::AuditLine &line)
{
    if (line.damaged)
        return Status::critical;
    return line.row.severity ? std::optional(statusOf(*line.row.severity)) : std::nullopt;
}

} // namespace

void AuditRows::setZone(words::Zone zone)
{
    m_zone = zone;
    if (!m_lines.empty())
        emit dataChanged(index(0, when), index(rowCount() - 1, when));
}

void AuditRows::clear()
{
    if (m_lines.empty())
        return;
    beginResetModel();
    m_lines.clear();
    endResetModel();
}

void AuditRows::append(std::vector<words::AuditLine> lines)
{
    if (lines.empty())
        return;
    const int before = rowCount();
    beginInsertRows({}, before, before + static_cast<int>(lines.size()) - 1);
    m_lines.insert(m_lines.end(), std::make_move_iterator(lines.begin()), std::make_move_iterator(lines.end()));
    endInsertRows();
}

int AuditRows::prepend(const std::vector<words::AuditLine> &lines)
{
    const auto first = std::ranges::find_if(lines, [this](const words::AuditLine &line) { return line.row.seq > newest(); });
    const int added = static_cast<int>(lines.end() - first);
    if (added == 0)
        return 0;
    beginInsertRows({}, 0, added - 1);
    for (auto line = first; line != lines.end(); ++line)
        m_lines.push_front(*line);
    endInsertRows();
    return added;
}

int AuditRows::dropBottom(int rows)
{
    const int extra = rowCount() - rows;
    if (extra <= 0)
        return 0;
    beginRemoveRows({}, rows, rowCount() - 1);
    m_lines.erase(m_lines.begin() + rows, m_lines.end());
    endRemoveRows();
    return extra;
}

int AuditRows::dropTop(int rows)
{
    const int extra = rowCount() - rows;
    if (extra <= 0)
        return 0;
    beginRemoveRows({}, 0, extra - 1);
    m_lines.erase(m_lines.begin(), m_lines.begin() + extra);
    endRemoveRows();
    return extra;
}

int AuditRows::rowOf(Seq seq) const
{
    const auto older = [](const words::AuditLine &line, Seq sought) { return line.row.seq > sought; };
    const auto found = std::lower_bound(m_lines.begin(), m_lines.end(), seq, older);
    return found != m_lines.end() && found->row.seq == seq ? static_cast<int>(found - m_lines.begin()) : -1;
}

int AuditRows::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_lines.size());
}

int AuditRows::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : columns;
}

QString AuditRows::text(const words::AuditLine &line, int column) const
{
    switch (column) {
    case when:
        return line.damaged ? QString() : words::dateAndTime(line.row.wall, m_zone);
    case who:
        return line.who;
    case what:
        return line.what;
    case why:
        return line.why;
    default:
        return words::number(line.row.seq.value());
    }
}

QVariant AuditRows::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const words::AuditLine &line = at(index.row());
    const QString told = plain(text(line, index.column()));
    const auto mark = index.column() == what ? markOf(line) : std::nullopt;
    switch (role) {
    case Qt::DisplayRole:
        return told;
    case Qt::AccessibleTextRole:
        return mark ? QString(views::word(*mark) + QStringLiteral(": ") + told) : told;
    case Qt::ToolTipRole:
        return plainTip(told);
    case Qt::TextAlignmentRole:
        return QVariant::fromValue(Qt::Alignment(index.column() == number ? Qt::AlignRight | Qt::AlignVCenter
                                                                          : Qt::AlignLeft | Qt::AlignVCenter));
    case statusRole:
        return mark ? QVariant(static_cast<int>(*mark)) : QVariant();
    case quietRole:
        return index.column() != what;
    default:
        return {};
    }
}

QVariant AuditRows::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || section < 0 || section >= columns)
        return {};
    if (role == Qt::TextAlignmentRole)
        return QVariant::fromValue(Qt::Alignment(section == number ? Qt::AlignRight | Qt::AlignVCenter
                                                                   : Qt::AlignLeft | Qt::AlignVCenter));
    const QString titles[columns] = {tr("When"), tr("Who"), tr("What"), tr("Why"), tr("Record")};
    return role == Qt::DisplayRole ? QVariant(titles[section]) : QVariant();
}

} // namespace siaga::views

#include "moc_audit_rows.cpp"
