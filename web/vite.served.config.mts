import { defineConfig } from 'vite';

/** The pages that the gateway draws itself: one CommonJS file, with all that it needs inside. */
export default defineConfig({
  root: import.meta.dirname,
  publicDir: false,
  ssr: { noExternal: true },
  build: {
    ssr: 'src/served/render-page.tsx',
    outDir: '../dist/served',
    emptyOutDir: true,
    target: 'node20',
    rolldownOptions: { output: { format: 'cjs', entryFileNames: 'render-page.cjs', codeSplitting: false } },
  },
});
