/**
 * Prints how well pages are read: the project's own made-up pages, and articles that were damaged as mirror sites do.
 *
 *     npm run quality:pages
 */
import { measurePages } from './pages.ts';

for (const [name, value] of Object.entries(measurePages())) process.stdout.write(`${name}: ${value.toFixed(1)}\n`);
