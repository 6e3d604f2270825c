import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { globSync } from 'tinyglobby';

const FILES = globSync('src/features/**/*.ts', { ignore: '**/*.d.ts' });
const NOTES = readFileSync('src/README.md', 'utf8');
/** Suffixes that the notes explain, one a row of the table. */
const SUFFIXES = new Set(Array.from(NOTES.matchAll(/^\| `\.(\w+)`/gm), ([, suffix]) => suffix));

/** What must stand in a file of a suffix, and what stands in no file without it. */
const MARKS: Readonly<Record<string, RegExp>> = {
  entity: /@Entity\(|abstract class/,
  resolver: /@Resolver\(|@FieldResolver\(/,
  args: /@(ArgsType|InputType)\(/,
  store: /\.(findBy|findOneBy|find|getRepository|createQueryBuilder|query|insert|update|delete)\(/,
  job: /implements (Job|SharedWork)\b/,
};

function suffixOf(file: string): string | undefined {
  const parts = basename(file).split('.');
  return parts.length > 2 ? parts.at(-2) : undefined;
}

test('every suffix in use is explained, and every one explained is in use', () => {
  const used = new Set(FILES.map(suffixOf).filter((suffix) => suffix !== undefined));
  expect([...used].sort()).toEqual([...SUFFIXES].sort());
});

test.each(Object.entries(MARKS))('a file .%s.ts is one', (suffix, mark) => {
  const files = FILES.filter((file) => suffixOf(file) === suffix);
  expect(files.length).toBeGreaterThan(0);
  expect(files.filter((file) => !mark.test(readFileSync(file, 'utf8')))).toEqual([]);
});

test('a file without a suffix neither asks the database nor is seen in the schema', () => {
  const foreign =
    /\n\s*@(Entity|ObjectType|Resolver|ArgsType|InputType|InterfaceType|Field|Query|Mutation)\(|registerEnumType\(|createUnionType\(|\.(getRepository|createQueryBuilder|findBy|findOneBy)\(|implements (Job|SharedWork)\b/;
  const plain = FILES.filter((file) => suffixOf(file) === undefined);
  expect(plain.filter((file) => foreign.test(readFileSync(file, 'utf8')))).toEqual([]);
});
