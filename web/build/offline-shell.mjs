import { createHash } from 'node:crypto';

const placeholder = '__SHELL_FILES__';

/**
 * Vite plugin: writes the list of files the page needs without a network into the service worker, with a version that
 * changes when any of them does.
 */
export function offlineShell() {
  return {
    name: 'offline-shell',
    apply: 'build',
    enforce: 'post',
    generateBundle: {
      order: 'post',
      handler(_options, bundle) {
        const worker = bundle['sw.js'];
        if (!worker) throw new Error('The service worker is missing from the build.');
        const files = Object.values(bundle).filter(
          (file) => file.fileName !== 'sw.js' && !file.fileName.endsWith('.map'),
        );
        const content = createHash('sha256');
        for (const file of files) content.update(file.fileName).update(file.code ?? file.source ?? '');
        const shell = {
          version: content.digest('hex').slice(0, 12),
          files: ['/', ...files.map((file) => `/${file.fileName}`).filter((name) => name !== '/index.html')].sort(),
        };
        const before = worker.code;
        worker.code = before.replace(new RegExp(`["'\`]${placeholder}["'\`]`), () =>
          JSON.stringify(JSON.stringify(shell)),
        );
        if (worker.code === before) throw new Error('The service worker has no place for the list of files.');
      },
    },
  };
}
