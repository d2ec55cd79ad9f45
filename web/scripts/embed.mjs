// Puts the built board into the binary: node embed.mjs DIST OUT writes OUT/web_assets.cc and OUT/web_assets.S, which define
// qanat::api::assets() (src/api/assets.h). The same files give the same bytes.
import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { extname, join } from 'node:path';
import { gzipSync } from 'node:zlib';

const types = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
};
const packedAtMost = 0.9; // of its size; else packing does not pay

function filesUnder(folder, prefix = '') {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) =>
    entry.isDirectory() ? filesUnder(join(folder, entry.name), `${prefix}/${entry.name}`) : [`${prefix}/${entry.name}`],
  );
}

const [dist, out] = process.argv.slice(2);
if (dist === undefined || out === undefined) throw new Error('usage: node embed.mjs DIST OUT');
mkdirSync(out, { recursive: true });

const rows = [];
const symbols = [];
let assembly = '  .section .rodata\n';
filesUnder(dist)
  .sort()
  .forEach((path, index) => {
    const type = types[extname(path)];
    if (type === undefined) throw new Error(`${path}: embed.mjs knows no media type for it`);
    const body = readFileSync(join(dist, path));
    const gzip = gzipSync(body, { level: 9 });
    const pays = gzip.length < body.length * packedAtMost;
    const etag = createHash('sha256').update(body).digest('hex').slice(0, 20);
    const put = (name, bytes, file) => {
      assembly += `  .global ${name}\n${name}:\n  .incbin "${file}"\n`;
      symbols.push(name);
      return `{&${name}, ${bytes.length}}`;
    };
    const bodyView = put(`qanat_web_${index}`, body, join(dist, path));
    let gzipView = '{}';
    if (pays) {
      const file = join(out, `${index}.gz`);
      writeFileSync(file, gzip);
      gzipView = put(`qanat_web_${index}_gzip`, gzip, file);
    }
    rows.push(`    {"${path}", "${type}", "${etag}", ${bodyView}, ${gzipView}},`);
  });
assembly += '  .section .note.GNU-stack,"",%progbits\n';

writeFileSync(join(out, 'web_assets.S'), assembly);
writeFileSync(
  join(out, 'web_assets.cc'),
  `// Made by web/scripts/embed.mjs.
#include "api/assets.h"

extern "C" {
${symbols.map((name) => `extern const char ${name};`).join('\n')}
}

namespace qanat::api {

std::span<const Asset> assets() {
  static const Asset all[] = {
${rows.join('\n')}
  };
  return all;
}

}  // namespace qanat::api
`,
);
