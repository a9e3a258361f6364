import { pathToFileURL } from 'node:url';
import { build } from './build.js';

/** What npm's scripts, units and images run: builds the program where its sources have changed, and starts it. */
const [first, ...others] = process.argv.slice(2);
if (first !== 'build') {
  const folder = await build();
  const program = first === 'guard' ? 'guard.js' : 'main.js';
  if (first === 'guard') process.argv.splice(2, process.argv.length, ...others);
  await import(pathToFileURL(`${folder}/${program}`).href);
} else await build();
