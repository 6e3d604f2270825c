import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join, relative } from 'node:path';
import { globSync } from 'tinyglobby';

interface Part {
  readonly path?: string;
  readonly pathNot?: string | readonly string[];
}
interface Rule {
  readonly name: string;
  readonly from: Part;
  readonly to: Part;
}
interface Layers {
  readonly ROOMS: Readonly<Record<string, readonly string[]>>;
  readonly FEATURES: readonly (readonly string[])[];
  readonly DIRECTORY: readonly (readonly string[])[];
}

const load = createRequire(__filename);
const { forbidden: RULES } = load('../../.dependency-cruiser.cjs') as { forbidden: readonly Rule[] };
const { ROOMS, FEATURES, DIRECTORY } = load('../../.ci/layers.cjs') as Layers;
const REAL_FILES = globSync(['src/**/*.{ts,tsx}', 'web/**/*.{ts,tsx,mts}'], { ignore: '**/node_modules/**' });

/** A file of the small tree and what it imports, by the rule that must refuse it. */
const VIOLATIONS: Readonly<Record<string, readonly [from: string, to: string | null]>> = {
  'no-circular': ['src/shared/one.ts', 'src/shared/other.ts'],
  'no-orphans': ['src/shared/alone.ts', null],
  'starters-are-imported-by-nothing': ['src/config-reader/starter.ts', 'src/main.ts'],
  'configuration-knows-options-only': ['src/config.ts', 'src/app/worker.ts'],
  'rules-are-pure': ['src/features/people/age.rules.ts', 'src/features/people/person.store.ts'],
  'the-page-sees-the-schema-only': ['web/src/page.ts', 'src/shared/for-the-page.ts'],
  ...Object.fromEntries(
    Object.entries(ROOMS).map(([room, allowed]) => {
      const strange = [...Object.keys(ROOMS), 'elsewhere'].find((other) => other !== room && !allowed.includes(other));
      return [`room-${room}`, [`src/${room}/rooms.ts`, `src/${strange ?? ''}/seen-by-${room}.ts`]];
    }),
  ),
  ...ordered('feature', 'src/features', FEATURES),
  ...ordered('directory', 'src/features/directory', DIRECTORY),
};

/** Each folder reaches for one beside it or above it, the highest for one that has no place. */
function ordered(name: string, root: string, steps: Layers['FEATURES']): Record<string, readonly [string, string]> {
  const all = steps.flat();
  return Object.fromEntries(
    all.map((folder, at) => {
      const own = folder.endsWith('.ts') ? `${root}/${folder}` : `${root}/${folder}/order.ts`;
      const above = (all[at + 1] ?? 'unplaced').replace(/\.ts$/, '-above');
      return [`${name}-${folder.replace(/\.ts$/, '')}`, [own, `${root}/${above}/seen-by-${at}.ts`]] as const;
    }),
  );
}

describe('the rules of layers', () => {
  let tree: string;
  let refused: ReadonlySet<string>;

  beforeAll(() => {
    tree = mkdtempSync(join(tmpdir(), 'layers-'));
    for (const file of ['.dependency-cruiser.cjs', '.ci/layers.cjs', 'tsconfig.json']) cpSync(file, join(tree, file));
    for (const [from, to] of Object.values(VIOLATIONS)) {
      write(from, to);
      if (to !== null) write(to, null);
    }
    write('src/shared/other.ts', 'src/shared/one.ts');
    refused = new Set(cruised(tree));
  });
  afterAll(() => rmSync(tree, { recursive: true, force: true }));

  test.each(RULES.map(({ name }) => name))('%s refuses what it forbids', (name) => {
    const [from, to] = VIOLATIONS[name] ?? ['no violation is written for this rule', null];
    expect([...refused].filter((violation) => violation.startsWith(`${name}:`))).toContain(
      `${name}: ${from} → ${to ?? from}`,
    );
  });

  test.each(RULES)('$name is about files that exist', ({ from, to }) => {
    for (const { path } of [from, to]) {
      if (path !== undefined && !path.includes('node_modules'))
        expect(REAL_FILES.some((file) => new RegExp(path).test(file))).toBe(true);
    }
  });

  test.each([
    ['src', Object.keys(ROOMS), ['main.ts', 'cli.ts', 'config.ts']],
    ['src/features', FEATURES.flat(), ['context.ts']],
    ['src/features/directory', DIRECTORY.flat(), []],
  ])('every folder of %s has its place, and every place its folder', (root, placed, apart) => {
    const names = REAL_FILES.filter((file) => file.startsWith(`${root}/`)).map(
      (file) => relative(root, file).split('/')[0],
    );
    expect([...new Set(names)].filter((name) => !apart.includes(name ?? '')).sort()).toEqual([...placed].sort());
  });

  function write(path: string, imported: string | null): void {
    const file = join(tree, path);
    mkdirSync(dirname(file), { recursive: true });
    const to = imported === null ? '' : relative(dirname(path), imported).replace(/\.ts$/, '');
    const source = imported === null ? '' : `import '${to.startsWith('.') ? to : `./${to}`}';\n`;
    writeFileSync(file, `${source}export const here = true;\n`);
  }
});

/** What dependency-cruiser refuses in a tree, as `rule: file → file`. */
function cruised(root: string): string[] {
  const program = join(process.cwd(), 'node_modules/dependency-cruiser/bin/dependency-cruise.mjs');
  const output = execFileSync(process.execPath, [program, 'src', 'web', '--output-type', 'json', '--no-cache'], {
    cwd: root,
    encoding: 'utf8',
    env: { ...process.env, NODE_PATH: join(process.cwd(), 'node_modules') },
  });
  const { summary } = JSON.parse(output) as {
    summary: { violations: { rule: { name: string }; from: string; to: string }[] };
  };
  return summary.violations.map(({ rule, from, to }) => `${rule.name}: ${from} → ${to}`);
}
