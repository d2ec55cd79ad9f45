// How the board is built: one script, one style, names that carry a hash, nothing inline (the content security policy
// forbids it). `npm run dev` talks to a running `qanat serve`; QANAT_URL says where.
import { defineConfig } from 'vite';

export default defineConfig({
  build: {
    target: 'es2022',
    assetsInlineLimit: 0,
    cssCodeSplit: false,
    modulePreload: { polyfill: false },
    emptyOutDir: true,
  },
  server: { proxy: { '/api': process.env['QANAT_URL'] ?? 'http://127.0.0.1:8017' } },
});
