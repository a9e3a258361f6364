import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from './build.js';

/** What npm's scripts, units and images run: builds the program where its sources have changed, and starts it. */
process.setSourceMapsEnabled(true);
const folder = await build().catch(cannotBuild);
switch (process.argv[2]) {
  case 'build':
    break;
  case 'guard':
    process.argv.splice(2, 1);
    await start('guard.js');
    break;
  default:
    await start('main.js');
}

/** @param {string} program */
async function start(program) {
  await import(pathToFileURL(join(folder, program)).href);
}

/**
 * @param {Error} error
 * @returns {never}
 */
function cannotBuild(error) {
  process.stderr.write(`the program cannot be built: ${error.message.split('\n', 1)[0]}\n`);
  process.exit(1);
}
