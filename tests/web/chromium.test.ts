import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { barriers, type Chromium, hasNoChromium, overflow, startChromium } from './chromium.ts';

const ORIGIN = 'http://page.test';

function page(body: string) {
  const html = `<!doctype html><html lang="en"><title>Page</title><body><main><h1>Page</h1>${body}</main>`;
  return { '/': { contentType: 'text/html', body: html } };
}

describe.skipIf(hasNoChromium())('a page in Chromium', () => {
  let chromium: Chromium;
  beforeAll(async () => {
    chromium = await startChromium();
  });
  afterAll(() => chromium.close());

  async function look(body: string) {
    const watched = await chromium.open({ width: 390, theme: 'light' }, ORIGIN, page(body));
    await watched.page.goto(`${ORIGIN}/`);
    return watched;
  }

  test('nothing is found where nothing is wrong', async () => {
    const { page, outside, errors, close } = await look('<p>Fine</p>');
    expect({ barriers: await barriers(page), outside, errors, overflow: await overflow(page) }).toEqual({
      barriers: [],
      outside: [],
      errors: [],
      overflow: 0,
    });
    await close();
  });

  test('what is asked of elsewhere is refused and told', async () => {
    const { outside, close } = await look('<img alt="" src="http://elsewhere.test/picture.png">');
    expect(outside).toEqual(['http://elsewhere.test/picture.png']);
    await close();
  });

  test('a barrier, a page that is too wide and an error are found', async () => {
    const { page, errors, close } = await look(
      '<input><p style="width:800px">Wide</p><script>throw new Error("broken")</script>',
    );
    expect(await barriers(page)).toEqual([expect.stringContaining('critical label: <input>')]);
    expect(await overflow(page)).toBeGreaterThan(400);
    expect(errors).toEqual(['Error: broken']);
    await close();
  });
});
