// Who may ask, and for what. Private to the room.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace qanat::api {

// Is this the name of this server? Addresses and "localhost" always are, other names only where they are among `hosts`:
// a page from elsewhere whose name was made to point here (DNS rebinding) comes with a name of its own.
bool is_own_host(std::string_view host, const std::vector<std::string>& hosts);

// Was the request made by a page of this server, or by no page at all?
bool is_same_site(std::string_view origin, std::string_view host);

// Is "Bearer TOKEN" the token? Takes as long for any text of the same length.
bool has_token(std::string_view authorization, std::string_view token);

// Headers that go with every answer. `for_board`: it is one of the board's files, which may load scripts and styles
// from here and nothing from elsewhere; all else may load nothing at all.
std::string_view security_headers(bool for_board);

}  // namespace qanat::api
