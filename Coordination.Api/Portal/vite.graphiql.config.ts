import { join } from 'node:path';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

// Outside wwwroot: what is published does not hold it.
export default defineConfig({
  plugins: [react()],
  publicDir: false,
  define: { 'process.env.NODE_ENV': '"production"' },
  build: {
    outDir: join(import.meta.dirname, 'graphiql/dist'),
    emptyOutDir: true,
    target: 'es2023',
    chunkSizeWarningLimit: 4_000,
    rollupOptions: {
      input: join(import.meta.dirname, 'graphiql/main.tsx'),
      output: {
        entryFileNames: 'graphiql.js',
        assetFileNames: 'graphiql[extname]',
        chunkFileNames: '[name].js',
        inlineDynamicImports: true,
      },
    },
  },
});
