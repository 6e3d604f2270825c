import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vite';

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

/** GraphiQL with its editor, so that `/graphiql` works without any other server. */
export default defineConfig({
  root: here('.'),
  base: '/graphiql/',
  worker: { format: 'es' },
  build: {
    outDir: here('../../dist/graphiql'),
    emptyOutDir: true,
    sourcemap: false,
    // The editor is one large library; nobody loads it but those who open GraphiQL.
    chunkSizeWarningLimit: 8_000,
    rolldownOptions: { checks: { moduleLevelDirective: false } },
  },
});
