import { describe, expect, it } from 'vitest';
import { ENGINE_IDS, loadEngine } from './catalogue.ts';

const PASSAGES = [
  '金昌市位于甘肃省，因盛产镍而被称为祖国的镍都。',
  '市域社会治理现代化试点，由中央政法委在北京确定。',
  '马翠芳是昌都里社区的一名网格员，管着四百零八户人家。',
];

describe.each(ENGINE_IDS)('%s', (id) => {
  it('numbers passages by their place and keeps to the limit', async () => {
    const engine = await loadEngine(id);
    engine.prepare?.();
    const search = await engine.build(PASSAGES);
    // As it comes, MiniSearch knows no words inside a clause: the question is one.
    expect((await search('马翠芳是昌都里社区的一名网格员', 10))[0]).toBe(2);
    expect((await search('马翠芳是昌都里社区的一名网格员', 1)).length).toBe(1);
  });

  it('takes any question', async () => {
    const engine = await loadEngine(id);
    engine.prepare?.();
    const search = await engine.build(PASSAGES);
    for (const question of ['', '？', '" OR ^', 'a:b~2 +c -d', "it's 100%"]) {
      expect((await search(question, 10)).every((number) => number in PASSAGES)).toBe(true);
    }
  });
});

it('tells passages of one article apart', async () => {
  const engine = await loadEngine('wenzhai');
  engine.prepare?.();
  const search = await engine.build([...PASSAGES, ...PASSAGES.map((text) => text.replace('金昌', '兰州'))], 2);
  expect((await search('中央政法委确定了什么', 1))[0]).toBe(1);
});
