// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/sha256.h"

#include "core/base/check.h"

#include <openssl/evp.h>

#include <memory>

namespace siaga {

namespace {

struct ContextDeleter
{
    void operator()(EVP_MD_CTX *context) const { EVP_MD_CTX_free(context); }
};

// Fetching the algorithm anew for each record would cost more than hashing it (OpenSSL 3).
const EVP_MD *algorithm()
{
    static const EVP_MD *const fetched = EVP_MD_fetch(nullptr, "SHA256", nullptr);
    return fetched;
}

EVP_MD_CTX *context()
{
    thread_local const std::unique_ptr<EVP_MD_CTX, ContextDeleter> kept(EVP_MD_CTX_new());
    return kept.get();
}

int digit(char c)
{
    if (c >= '0' && c <= '9')
        return c - '0';
    if (c >= 'a' && c <= 'f')
        return c - 'a' + 10;
    if (c >= 'A' && c <= 'F')
        return c - 'A' + 10;
    return -1;
}

} // namespace

Hash256 sha256(std::string_view bytes)
{
    return sha256(bytes, {});
}

Hash256 sha256(std::string_view first, std::string_view second)
{
    Hash256 hash;
    EVP_MD_CTX *const running = context();
    SIAGA_CHECK(EVP_DigestInit_ex2(running, algorithm(), nullptr) == 1);
    SIAGA_CHECK(EVP_DigestUpdate(running, first.data(), first.size()) == 1);
    SIAGA_CHECK(EVP_DigestUpdate(running, second.data(), second.size()) == 1);
    SIAGA_CHECK(EVP_DigestFinal_ex(running, hash.bytes.data(), nullptr) == 1);
    return hash;
}

std::string toHex(const Hash256 &hash)
{
    constexpr char digits[] = "0123456789abcdef";
    std::string hex;
    hex.reserve(64);
    for (const std::uint8_t byte : hash.bytes) {
        hex.push_back(digits[byte >> 4]);
        hex.push_back(digits[byte & 15]);
    }
    return hex;
}

std::string shortHex(const Hash256 &hash)
{
    return toHex(hash).substr(0, 8);
}

bool fromHex(std::string_view hex, Hash256 &hash)
{
    if (hex.size() != 64)
        return false;
    Hash256 read;
    for (std::size_t i = 0; i < 32; ++i) {
        const int high = digit(hex[2 * i]);
        const int low = digit(hex[2 * i + 1]);
        if (high < 0 || low < 0)
            return false;
        read.bytes[i] = static_cast<std::uint8_t>(high * 16 + low);
    }
    hash = read;
    return true;
}

} // namespace siaga
