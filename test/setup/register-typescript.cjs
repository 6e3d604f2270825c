'use strict';

/**
 * Lets a plain Node process that a test starts run the sources as they are: `node -r register-typescript.cjs FILE.ts`.
 * They are compiled as jest compiles them, with the project's .swcrc.
 */
const { transformFileSync } = require('@swc/core');
const { resolve } = require('node:path');

const root = resolve(__dirname, '../..');
require('reflect-metadata');
require.extensions['.ts'] = (module, filename) => {
  const { code } = transformFileSync(filename, {
    configFile: resolve(root, '.swcrc'),
    cwd: root,
    sourceMaps: 'inline',
  });
  module._compile(code, filename);
};
