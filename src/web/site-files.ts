import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** What the browser loads, as it was built. */
export interface SiteFiles {
  readonly script: string;
  readonly style: string;
}

/**
 * @param folder where the build has put them
 * @throws the system's error where one is missing
 */
export function readSiteFiles(folder: string): SiteFiles {
  return {
    script: readFileSync(join(folder, 'page.js'), 'utf8'),
    style: readFileSync(join(folder, 'page.css'), 'utf8'),
  };
}
