import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Folder of the project. */
export const ROOT = join(__dirname, '../..');

const README = readFileSync(join(ROOT, 'README.md'), 'utf8');
const BLOCK = /^```(\w*)\n([\s\S]*?)^```$/gm;
const COMMAND = /^(npm|curl|node|npx|docker) /;

/** The commands of the README, in the order in which a reader meets them, without their comments. */
export function commands(): string[] {
  const found: { readonly at: number; readonly command: string }[] = [];
  for (const block of README.matchAll(BLOCK)) {
    if (block[1] === '') for (const command of commandsOf(block[2] ?? '')) found.push({ at: block.index, command });
  }
  const prose = README.replace(BLOCK, (block) => ' '.repeat(block.length));
  let last = '';
  for (const { 1: text = '', index } of prose.matchAll(/`([^`]+)`/g)) {
    const code = text.replace(/\s+/g, ' ');
    // `npm run bench -- search`, `-- directory`: the second means the same script.
    const command = code.startsWith('-- ') ? `${last} ${code}` : code;
    if (!COMMAND.test(command)) continue;
    last = command.replace(/ -- .*$/, '');
    found.push({ at: index, command });
  }
  return [...new Set(found.sort((one, other) => one.at - other.at).map(({ command }) => command))];
}

/** The JSON that stands in the README, such as the manifest. */
export function jsonBlocks(): unknown[] {
  return [...README.matchAll(BLOCK)]
    .filter(({ 1: language }) => language === 'json')
    .map(({ 2: text = '' }) => JSON.parse(text) as unknown);
}

/** The commands of a block: one a line, unless a quote goes on; options in a comment are further ways to call it. */
function commandsOf(block: string): string[] {
  const whole = block.replace(/'[^']*'/g, (quoted) => quoted.replaceAll('\n', ' '));
  return whole
    .split('\n')
    .filter((line) => COMMAND.test(line))
    .flatMap((line) => {
      const [, command = '', comment = ''] = /^(.*?)(?:\s{2,}#(.*))?$/.exec(line) ?? [];
      const others = [...comment.matchAll(/--[a-z]+ \d+/g)].map(([option]) =>
        command.replace(/ -- .*$/, ` -- ${option}`),
      );
      return [command.trim(), ...others];
    });
}
