// The full-text index's view of words. Private to the room.
#pragma once

#include "base/result.h"
#include "store/sql.h"

namespace qanat::store {

// Makes the tokenizer "qanat" known to this connection: words are what spaces part. They come as keys (words.h), so
// nothing is left to fold or to guess.
Status register_tokenizer(Database& database);

}  // namespace qanat::store
