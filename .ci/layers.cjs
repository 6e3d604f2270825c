'use strict';

/**
 * What each room of src/ may import beside itself. main.ts and cli.ts start everything and are imported by nothing;
 * config.ts reads the environment into the options that the rooms below ask for.
 */
const ROOMS = {
  shared: [],
  database: ['shared'],
  features: ['database', 'shared'],
  schema: ['features', 'shared'],
  http: ['shared'],
  imports: ['features', 'database', 'shared'],
  seeding: ['imports', 'features', 'database', 'shared'],
  app: ['config.ts', 'schema', 'http', 'seeding', 'imports', 'features', 'database', 'shared'],
  benchmarks: ['app', 'config.ts', 'schema', 'http', 'seeding', 'imports', 'features', 'database', 'shared'],
  commands: ['benchmarks', 'app', 'config.ts', 'schema', 'seeding', 'imports', 'features', 'database', 'shared'],
};

/** The features, lowest first: one knows those of the steps before its own, and none of its own step or above. */
const FEATURES = [
  ['geography', 'protection', 'jobs', 'statutory'],
  ['directory', 'notifications'],
  ['people'],
  ['accounts'],
  ['records'],
];

/**
 * The rooms of the directory, lowest first: entries and their fields; what is published, found and packed; a request
 * that sees one revision; lists; the kinds, offices before those that name them; all kinds together, and places that a text
 * names; what asks all kinds; what counts by the filters of all kinds.
 */
const DIRECTORY = [
  ['listing', 'jurisdiction'],
  ['publication', 'search'],
  ['snapshot'],
  ['directory-request.ts'],
  ['lists'],
  ['office'],
  ['agent', 'clinic', 'employer', 'unit', 'location'],
  ['kinds', 'place'],
  ['map', 'report', 'revision', 'search-box'],
  ['facet'],
];

module.exports = { ROOMS, FEATURES, DIRECTORY };
