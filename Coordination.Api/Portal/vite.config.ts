import { join } from 'node:path';
import optimizeLocales from '@react-aria/optimize-locales-plugin';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

const api = process.env.COORDINATION_URL ?? 'http://localhost:5080';

export default defineConfig({
  plugins: [react(), { ...optimizeLocales.vite({ locales: ['fr-FR'] }), enforce: 'pre' }],
  build: {
    outDir: join(import.meta.dirname, '../wwwroot'),
    emptyOutDir: true,
    assetsInlineLimit: 0,
    target: 'es2023',
  },
  server: { proxy: { '/graphql': api, '/session': api } },
});
