/**
 * node .ci/test-node.mjs [MAJOR…]: runs the operations of the contract against the built gateway under each version of
 * Node that is supported. Node comes from the packages behind the npm package `node`, and each version gets the
 * dependencies of production for itself, since native modules are built for one; both are kept in node_modules/.cache.
 */
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { cpSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const MAJORS = ['20', '22', '24'];
const ROOT = fileURLToPath(new URL('..', import.meta.url));
const CACHE = join(ROOT, 'node_modules', '.cache', 'node-versions');
const WINDOWS = process.platform === 'win32';
const PACKAGE = `node-${WINDOWS ? 'win' : process.platform}-${process.arch}`;

function run(command, parameters, options = {}) {
  const { status, error } = spawnSync(command, parameters, { stdio: 'inherit', shell: WINDOWS, ...options });
  if (error) throw error;
  if (status !== 0) throw new Error(`${command} ${parameters.join(' ')} ended with ${status}.`);
}

/** Installs the newest Node of this major version and gives the folder of its package. */
function installNode(major) {
  const folder = join(CACHE, `node-${major}`);
  const home = join(folder, 'node_modules', PACKAGE);
  if (existsSync(home)) return home;
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'package.json'), '{ "private": true }');
  run('npm', ['install', '--no-audit', '--no-fund', '--no-save', `${PACKAGE}@${major}`], { cwd: folder });
  return home;
}

/** A folder with the built gateway and the dependencies of production as this Node builds them. */
function installGateway(major, home) {
  const folder = join(CACHE, `gateway-${major}`);
  const lock = readFileSync(join(ROOT, 'package-lock.json'));
  const mark = join(folder, 'installed');
  const digest = createHash('sha256').update(lock).digest('hex');
  if (!existsSync(mark) || readFileSync(mark, 'utf8') !== digest) {
    rmSync(folder, { recursive: true, force: true });
    mkdirSync(folder, { recursive: true });
    for (const file of ['package.json', 'package-lock.json']) cpSync(join(ROOT, file), join(folder, file));
    const bin = WINDOWS ? home : join(home, 'bin');
    // Headers come with the package, so that a native module can be built without asking anyone for them.
    const env = { ...process.env, PATH: `${bin}${delimiter}${process.env.PATH}`, npm_config_nodedir: home };
    run('npm', ['ci', '--omit=dev', '--no-audit', '--no-fund', '--prefer-offline'], { cwd: folder, env });
    writeFileSync(mark, digest);
  }
  for (const part of ['dist', 'seeds']) {
    rmSync(join(folder, part), { recursive: true, force: true });
    cpSync(join(ROOT, part), join(folder, part), { recursive: true });
  }
  return folder;
}

const asked = process.argv.slice(2);
for (const major of asked.length > 0 ? asked : MAJORS) {
  const home = installNode(major);
  const node = WINDOWS ? join(home, 'node.exe') : join(home, 'bin', 'node');
  console.log(`== Node ${spawnSync(node, ['--version'], { encoding: 'utf8' }).stdout.trim()}`);
  const env = { ...process.env, GATEWAY_NODE: node, GATEWAY_ROOT: installGateway(major, home) };
  const jest = join(ROOT, 'node_modules', 'jest', 'bin', 'jest.js');
  run(process.execPath, [jest, 'test/contract/first-start', 'test/contract/first-person', '--runInBand'], {
    cwd: ROOT,
    env,
  });
}
