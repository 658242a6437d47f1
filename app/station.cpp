// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/station.h"

#include "moc_station.cpp"
