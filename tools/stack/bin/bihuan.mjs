#!/usr/bin/env node
// Runs on the machine's own Node (20.11 or later): makes sure that the pinned packages are there, then hands
// over to the pinned Node 22, which runs the TypeScript sources directly.
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { clearInterval, setInterval } from 'node:timers';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../../../', import.meta.url));
const modules = join(root, 'node_modules');
const stampFile = join(modules, '.bihuan-lock');
const pinnedNode = join(modules, 'node', 'bin', process.platform === 'win32' ? 'node.exe' : 'node');

function lockHash() {
  return createHash('sha256')
    .update(readFileSync(join(root, 'package-lock.json')))
    .digest('hex');
}

/** Whether what npm recorded as installed is what the lockfile asks for: somebody ran npm by hand. */
function installedByHand() {
  const recordFile = join(modules, '.package-lock.json');
  if (!existsSync(recordFile)) return false;
  const wanted = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')).packages;
  const present = JSON.parse(readFileSync(recordFile, 'utf8')).packages;
  return Object.entries(wanted).every(([path, entry]) => {
    if (!path.startsWith('node_modules/') || entry.link) return true;
    const installed = present[path];
    return installed === undefined ? entry.optional === true : installed.version === entry.version;
  });
}

/** npm of the caller, or the one on the PATH; warnings about the machine's Node do not matter, the packages run on their own. */
async function installPackages() {
  const begun = Date.now();
  console.log('Installing packages with npm ci (about two minutes the first time) …');
  const cli = process.env.npm_execpath;
  const [command, args] = cli ? [process.execPath, [cli]] : ['npm', []];
  const npm = spawn(command, [...args, 'ci', '--loglevel=error'], { cwd: root, stdio: 'inherit' });
  const heartbeat = setInterval(() => {
    console.log(`… still installing (${Math.round((Date.now() - begun) / 1000)} s)`);
  }, 15_000);
  const code = await new Promise((resolve) => {
    npm.on('error', () => resolve(1));
    npm.on('exit', resolve);
  });
  clearInterval(heartbeat);
  if (code === 0) return;
  console.error('npm ci did not succeed; its message is above.');
  process.exit(code ?? 1);
}

async function ensurePackages() {
  const hash = lockHash();
  const stamped = existsSync(stampFile) && readFileSync(stampFile, 'utf8').trim() === hash;
  if (stamped && existsSync(pinnedNode)) return;
  if (!(existsSync(pinnedNode) && installedByHand())) await installPackages();
  writeFileSync(stampFile, hash);
}

await ensurePackages();
const entry = join(root, 'tools/stack/src/main.ts');
const options = ['--conditions=@bihuan/source', '--max-semi-space-size=2'];
const child = spawn(pinnedNode, [...options, entry, ...process.argv.slice(2)], {
  stdio: ['inherit', 'inherit', 'inherit', 'ipc'],
  // Everything that is started from here finds the pinned Node and the packages' commands first.
  env: {
    ...process.env,
    PATH: `${join(modules, 'node', 'bin')}:${join(modules, '.bin')}:${process.env.PATH}`,
  },
});
// The child decides how to end; this process only passes requests on and waits. The terminal sends
// Ctrl-C to both, and the child takes requests within one second for the same.
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
child.on('exit', (code, signal) => process.exit(code ?? (signal === null ? 1 : 128)));
