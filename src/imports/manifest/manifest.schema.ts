import { z } from 'zod';
import { UnitLevel } from '../../features/geography/unit/unit.entity';
import { IMPORT_KINDS } from '../import-kind';
import { DATE_FORMS } from '../rows/date-form.rules';

const sourceSchema = z.strictObject({
  name: z.string().min(1).max(300),
  url: z.string().max(500).optional(),
  verifiedAt: z.string().optional(),
});

const fileSchema = z.strictObject({
  kind: z.enum(IMPORT_KINDS as [string, ...string[]]),
  path: z.string().min(1),
  columns: z.record(z.string(), z.union([z.string().min(1), z.array(z.string().min(1)).min(1)])).optional(),
  properties: z.record(z.string(), z.string().min(1)).optional(),
  values: z.record(z.string(), z.record(z.string(), z.string())).optional(),
  constants: z.record(z.string(), z.union([z.string(), z.number(), z.boolean()])).optional(),
  pad: z.record(z.string(), z.int().min(1).max(40)).optional(),
  level: z.enum(UnitLevel).optional(),
  format: z.enum(['csv', 'xlsx', 'geojson', 'topojson']).optional(),
  delimiter: z.enum([',', ';', '\t', 'tab']).optional(),
  encoding: z.enum(['utf-8', 'utf-16le', 'utf-16be', 'windows-1258']).optional(),
  sheet: z.string().min(1).optional(),
  headerRow: z.int().min(1).max(1_000).optional(),
  dateForm: z.enum(DATE_FORMS).optional(),
  source: sourceSchema.optional(),
  unitsAsOf: z.string().optional(),
  withdraw: z.boolean().optional(),
});

/** The form of a manifest: where the entries come from, and which file and column feeds which field of which kind. */
export const manifestSchema = z.strictObject({
  source: sourceSchema.required({ verifiedAt: true }),
  files: z.array(fileSchema).min(1),
});

export type ManifestText = z.infer<typeof manifestSchema>;
export type ManifestFileText = ManifestText['files'][number];
export type FileFormat = NonNullable<ManifestFileText['format']>;
export type FileEncoding = NonNullable<ManifestFileText['encoding']>;
