// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/words/fleet_words.h"

#include "core/words/figures.h"
#include "core/words/translate.h"

namespace siaga::words {

namespace {

QString asLastTime(const NowBoard &board, const QString &file)
{
    return board.fleetFrom == FleetFrom::lastUsed ? translate("fleet", "%1, as last time").arg(file) : file;
}

} // namespace

QString fleetOrigin(const NowBoard &board)
{
    if (!board.fleetFile.empty())
        return asLastTime(board, text(board.fleetFile));
    return board.mode == Mode::lab ? translate("fleet", "the built-in lab") : translate("fleet", "last adopted; its file is not known");
}

QString fleetOriginShort(const NowBoard &board)
{
    if (!board.fleetFile.empty())
        return asLastTime(board, text(board.fleetFile.substr(board.fleetFile.rfind('/') + 1)));
    return board.mode == Mode::lab ? translate("fleet", "built-in lab") : translate("fleet", "last adopted");
}

} // namespace siaga::words
