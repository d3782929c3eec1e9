import { defineConfig } from 'vite';

/** `npm run build` calls this; `npx vite web` serves the sources with the api of `npm run dev` behind them. */
export default defineConfig({
  root: import.meta.dirname,
  build: {
    outDir: '../dist/web',
    emptyOutDir: true,
    manifest: true,
    target: 'es2022',
    chunkSizeWarningLimit: 700,
  },
  server: { proxy: { '/api': 'http://localhost:3000' } },
  clearScreen: false,
});
