import { execFileSync } from 'node:child_process';
import { defineConfig } from 'vite';
import { offlineShell } from './build/offline-shell.mjs';

// In processes of their own: vite bundles what its configuration imports, which would give graphql twice.
for (const script of ['generate-types', 'base-map']) {
  execFileSync(process.execPath, [`${import.meta.dirname}/build/${script}.mjs`], { stdio: 'inherit' });
}

export default defineConfig({
  root: import.meta.dirname,
  plugins: [offlineShell()],
  worker: {
    format: 'es',
    rolldownOptions: { output: { entryFileNames: 'assets/account/[name]-[hash].js' } },
  },
  build: {
    outDir: '../dist/web',
    emptyOutDir: true,
    target: 'es2022',
    // The strict content security policy knows no data: scripts, and the map data is cached on its own.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    rolldownOptions: {
      input: { index: `${import.meta.dirname}/index.html`, sw: `${import.meta.dirname}/src/offline/service-worker.ts` },
      output: {
        entryFileNames: (chunk) => (chunk.name === 'sw' ? 'sw.js' : 'assets/[name]-[hash].js'),
        // What only the account needs stands apart, so that the weight of the first page is plain to see.
        chunkFileNames: ({ moduleIds }) =>
          moduleIds.some((id) => id.includes('/src/account/'))
            ? 'assets/account/[name]-[hash].js'
            : 'assets/[name]-[hash].js',
        assetFileNames: 'assets/[name]-[hash][extname]',
      },
    },
  },
});
