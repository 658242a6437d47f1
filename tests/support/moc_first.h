// SPDX-License-Identifier: GPL-3.0-or-later
// Read by moc before each test: moc 6.4 cannot parse <concepts> unless a larger standard header came before it.
#pragma once

#include <string>
