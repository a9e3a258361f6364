import { existsSync } from 'node:fs';

/** Where Chromium is: what `CHROMIUM` names, or Debian's. `undefined` where there is none. */
export function findChromium(): string | undefined {
  const candidates = [process.env.CHROMIUM, '/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];
  return candidates.find((path) => path !== undefined && path !== '' && existsSync(path));
}
