import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';

/** How many made-up entries join the facts on the first start, and the seed they come from. */
const DEMONSTRATION_FILE = join('seeds', 'demonstration.json');

const demonstrationSchema = z.strictObject({
  seed: z.int().min(0),
  employers: z.int().min(0),
  clinics: z.int().min(0),
  agents: z.int().min(0),
});

/** Numbers of made-up entries and their seed. */
export type Demonstration = Readonly<z.infer<typeof demonstrationSchema>>;

/**
 * The demonstration that ships with the project.
 * @throws ZodError when the file does not hold the four whole numbers.
 */
export function readDemonstration(path: string = DEMONSTRATION_FILE): Demonstration {
  return demonstrationSchema.parse(JSON.parse(readFileSync(path, 'utf8')));
}
