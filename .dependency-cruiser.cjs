'use strict';

/**
 * The layers of src/: main → app → http, schema → features → database → shared, and imports → features.
 * Each rule forbids the arrows that would point up.
 */
const layer = (name, from, to) => ({
  name,
  severity: 'error',
  comment: `${from} may not import ${to}: imports point down only.`,
  from: { path: from },
  to: { path: to },
});

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
    { name: 'no-circular', severity: 'error', from: {}, to: { circular: true } },
    {
      name: 'no-orphans',
      severity: 'error',
      from: {
        orphan: true,
        pathNot: ['\\.d\\.ts$', 'main\\.ts$', '\\.worker\\.ts$', 'service-worker\\.ts$', 'migrations/'],
      },
      to: {},
    },
    layer('shared-is-the-floor', '^src/shared/', '^src/(?!shared/)'),
    layer('database-knows-no-domain', '^src/database/', '^src/(?!database/|shared/)'),
    layer(
      'features-know-no-transport',
      '^src/features/',
      '^src/(http|schema|imports|commands|app\\.ts|main\\.ts|config\\.ts)',
    ),
    layer('geography-knows-no-directory', '^src/features/geography/', '^src/features/(?!geography/)'),
    layer('imports-know-features-only', '^src/imports/', '^src/(http|schema|commands|app\\.ts|main\\.ts|config\\.ts)'),
    layer('schema-is-below-http', '^src/schema/', '^src/(http|imports|commands|app\\.ts|main\\.ts|config\\.ts)'),
    layer('http-takes-its-parts', '^src/http/', '^src/(features|imports|commands|app\\.ts|main\\.ts)'),
    layer('app-is-above-all-but-main', '^src/app', '^src/(commands|main\\.ts)'),
    layer(
      'rules-are-pure',
      '\\.rules\\.ts$',
      '(\\.store\\.ts|\\.service\\.ts|\\.resolver\\.ts|^src/database/)|node_modules/typeorm',
    ),
    layer('the-page-sees-the-schema-only', '^web/', '^src/'),
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^(dist|test)/' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
    },
  },
};
