'use strict';

/** Packages that ship ES modules only; jest loads CommonJS, so they are transformed too. */
const esModules = [
  'kdbush',
  'geokdbush',
  'tinyqueue',
  'supercluster',
  'flatbush',
  'flatqueue',
  'point-in-polygon-hao',
  'robust-predicates',
  'lru-cache',
  'playwright-core',
  'jose',
];

/** The facts on real data run by themselves (see .ci/run): they need files that are not part of the project. */
const withFacts = process.env.REAL_DATA !== undefined && process.env.REAL_DATA !== '';

/** @type {import('jest').Config} */
module.exports = {
  testEnvironment: 'node',
  roots: ['<rootDir>/src', '<rootDir>/test'],
  testMatch: ['**/*.test.ts', '**/*.test.tsx'],
  testPathIgnorePatterns: ['/node_modules/', ...(withFacts ? [] : ['<rootDir>/test/facts/'])],
  transform: { '^.+\\.(t|j)sx?$': '@swc/jest' },
  transformIgnorePatterns: [`/node_modules/(?!(${esModules.join('|')})/)`, '<rootDir>/dist/'],
  moduleNameMapper: { '^(\\.{1,2}/.*)\\.js$': '$1' },
  setupFiles: ['reflect-metadata'],
  setupFilesAfterEnv: ['<rootDir>/test/setup/close-databases.ts'],
  globalSetup: '<rootDir>/test/setup/global-setup.ts',
  globalTeardown: '<rootDir>/test/setup/global-teardown.ts',
  testTimeout: 60_000,
  maxWorkers: 2,
};
