/**
 * Builds the package, which npm has done before it packs it. Where npm installs a package from git globally, as pre-commit does, it means what it is
 * built with to be global, too, and then finds none of it.
 */
import {spawnSync} from 'node:child_process';
import {existsSync} from 'node:fs';

/** Runs npm in this folder, and ends with it if it fails. */
function npm(...args) {
  const {status} = spawnSync('npm', args, {stdio: 'inherit', shell: process.platform === 'win32', env: {...process.env, npm_config_global: 'false'}});
  if (status !== 0) process.exit(status ?? 1);
}

if (!existsSync('node_modules/tsx')) npm('ci', '--include=dev', '--ignore-scripts', '--no-audit', '--no-fund');
npm('run', 'build');
