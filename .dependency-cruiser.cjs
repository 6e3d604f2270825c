'use strict';

const { DIRECTORY, FEATURES, ROOMS } = require('./.ci/layers.cjs');

const path = (root, names) => `^${root}/(${names.map((name) => name.replace('.', '\\.')).join('|')})(/|$)`;

/** A room of src/ imports itself and what the table names. */
const rooms = Object.entries(ROOMS).map(([room, allowed]) => ({
  name: `room-${room}`,
  severity: 'error',
  comment: `${room} may import ${[room, ...allowed].join(', ')} and nothing else of src/ or web/.`,
  from: { path: path('src', [room]) },
  to: { path: '^(src|web)/', pathNot: path('src', [room, ...allowed]) },
}));

/** Nothing in `steps` imports its own step or a higher one, but for what lies in the same folder. */
const order = (name, root, steps) =>
  steps.flatMap((step, at) =>
    step.map((folder) => ({
      name: `${name}-${folder.replace(/\.ts$/, '')}`,
      severity: 'error',
      comment: `${folder} is below ${steps.slice(at).flat().join(', ')} in ${root}: imports point down.`,
      from: { path: path(root, [folder]) },
      to: { path: `^${root}/`, pathNot: path(root, [folder, ...steps.slice(0, at).flat(), 'context.ts']) },
    })),
  );

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
    ...rooms,
    {
      name: 'starters-are-imported-by-nothing',
      severity: 'error',
      from: { path: '^(src|web)/' },
      to: { path: '^src/(main|cli)\\.ts$' },
    },
    {
      name: 'configuration-knows-options-only',
      severity: 'error',
      comment: 'config.ts may import the types and defaults of options, and nothing that works.',
      from: { path: '^src/config\\.ts$' },
      to: { path: '^src/', pathNot: '^src/(database|http|features|shared)/' },
    },
    ...order('feature', 'src/features', FEATURES),
    ...order('directory', 'src/features/directory', DIRECTORY),
    {
      name: 'rules-are-pure',
      severity: 'error',
      comment: 'A rule is a function of its arguments: no store, no service, no resolver, no database.',
      from: { path: '\\.rules\\.ts$' },
      to: { path: '(\\.store\\.ts$|\\.service\\.ts$|\\.resolver\\.ts$|^src/database/|node_modules/typeorm/)' },
    },
    {
      name: 'the-page-sees-the-schema-only',
      severity: 'error',
      from: { path: '^web/' },
      to: { path: '^src/' },
    },
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
