// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/frames.h"

#include "core/runtime/state.h"

#include <QJsonDocument>
#include <QJsonObject>

namespace siaga {

QByteArray framed(char kind, std::string_view payload)
{
    QByteArray line;
    line.reserve(static_cast<qsizetype>(payload.size()) + 3);
    line.append(kind).append(' ').append(payload.data(), static_cast<qsizetype>(payload.size())).append('\n');
    return line;
}

void FrameReader::add(const QByteArray &bytes)
{
    if (m_begin > 0 && m_begin * 2 > m_bytes.size()) {
        m_bytes.erase(0, m_begin);
        m_searched -= m_begin;
        m_begin = 0;
    }
    m_bytes.append(bytes.constData(), static_cast<std::size_t>(bytes.size()));
}

std::optional<Frame> FrameReader::next()
{
    if (m_broken)
        return std::nullopt;
    const std::size_t end = m_bytes.find('\n', m_searched);
    const std::size_t length = (end == std::string::npos ? m_bytes.size() : end) - m_begin;
    m_broken = length > m_bytesMax || (end != std::string::npos && (length < 2 || m_bytes[m_begin + 1] != ' '));
    if (m_broken || end == std::string::npos) {
        m_searched = m_bytes.size();
        return std::nullopt;
    }
    Frame frame{m_bytes[m_begin], m_bytes.substr(m_begin + 2, length - 2)};
    m_begin = m_searched = end + 1;
    return frame;
}

QByteArray attachLine(const char *wish, const QByteArray &fleet)
{
    const QJsonObject said{{QStringLiteral("version"), QStringLiteral(SIAGA_VERSION)},
                           {QString::fromLatin1(wish), QString::fromStdString(keyframeFingerprint())},
                           {QStringLiteral("fleet"), QJsonDocument::fromJson(fleet).object()}};
    return QJsonDocument(said).toJson(QJsonDocument::Compact) + '\n';
}

} // namespace siaga
