// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/secret.h"

namespace siaga {

namespace {

void overwrite(char *bytes, std::size_t size)
{
    // Volatile: the compiler must not leave out a write that it thinks nobody sees.
    for (volatile char *at = bytes; size > 0; --size)
        *at++ = 0;
}

} // namespace

void wipe(std::string &bytes)
{
    overwrite(bytes.data(), bytes.size());
    bytes.clear();
}

struct Secret::Bytes
{
    explicit Bytes(std::string_view bytes)
        : text(bytes.begin(), bytes.end())
    {
    }
    Bytes(const Bytes &) = delete;
    Bytes &operator=(const Bytes &) = delete;
    ~Bytes() { overwrite(text.data(), text.size()); }

    std::vector<char> text;
};

Secret::Secret(std::string_view bytes)
    : m_bytes(std::make_shared<const Bytes>(bytes))
{
}

std::string_view Secret::reveal() const
{
    return m_bytes ? std::string_view(m_bytes->text.data(), m_bytes->text.size()) : std::string_view();
}

} // namespace siaga
