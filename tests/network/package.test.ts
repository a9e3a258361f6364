import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';

const read = (name: string) => JSON.parse(readFileSync(new URL(`../../${name}`, import.meta.url), 'utf8'));

// It fetches parts for graphic cards from a place of its own. npm 11 asks the one file, npm 10 knows the other alone.
it('what runs the network is installed without its install script', () => {
  expect(read('package.json').allowScripts['onnxruntime-node']).toBe(false);
  expect(read('package-lock.json').packages['node_modules/onnxruntime-node'].hasInstallScript).toBeUndefined();
});

it('a platform that has no binary of it can install the program', () => {
  expect(read('package.json').dependencies['onnxruntime-node']).toBeUndefined();
  expect(read('package-lock.json').packages['node_modules/onnxruntime-node'].optional).toBe(true);
});
